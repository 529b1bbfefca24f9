"""Papers that a reader of one paper may want next: those that share most of what sets it apart, and what that is.

Shared are places and keywords; each counts as much as it is rare (the logarithm of how many papers there are to one
that has it). What more than half of all papers have tells nothing, and does not count.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest
from math import log
from typing import NamedTuple

from conspectus.exports.entry import one_line
from conspectus.model.when import Date
from conspectus.pages.shelf import Shelf
from conspectus.pages.views import Card
from conspectus.text import Text

SHOWN = 6
"""How many related papers are shown."""

SAID = 4
"""How many things that two papers share are said, the rarest ones."""

NEAR, ENOUGH = 12, 48
"""Of all that have something in common, so many papers before and after in time are looked at; the rarest first, until
there are so many. That keeps the work for a paper the same however many there are."""


class Relative(NamedTuple):
    """A related paper, and what it shares, the rarest first."""

    title: Text
    url: str
    date: Date | None
    shares: tuple[str, ...]


class Traits(NamedTuple):
    """What papers have, by numbers that grow with how common it is.

    `labels` and `weights` (in thousandths, so that sums are exact) are by trait, and so are `holders`: the papers'
    positions, ascending. `held` is by paper.
    """

    labels: tuple[str, ...]
    weights: tuple[int, ...]
    holders: tuple[tuple[int, ...], ...]
    held: tuple[frozenset[int], ...]


@dataclass(frozen=True)
class Kinship:
    """All papers, newest first, with their keywords. What they have in common is worked out when it is first asked."""

    cards: tuple[Card, ...]
    keywords: tuple[tuple[str, ...], ...]

    @cached_property
    def traits(self) -> Traits:
        return _traits(self.cards, self.keywords)

    def of(self, position: int) -> tuple[Relative, ...]:
        """The papers most like the one at this position, best first; of two that are alike, the nearer in time."""
        labels, weights, holders, held = self.traits
        own = held[position]
        found: set[int] = set()
        for trait in sorted(own):
            if len(found) > ENOUGH:
                break
            at = bisect_left(holders[trait], position)
            found.update(holders[trait][max(0, at - NEAR) : at + NEAR + 1])
        found.discard(position)
        likeness = {other: sum([weights[trait] for trait in own & held[other]]) for other in found}
        best = nsmallest(SHOWN, found, key=lambda other: (-likeness[other], abs(other - position), other))
        return tuple(
            Relative(
                card.title, card.url, card.date, tuple(labels[trait] for trait in sorted(own & held[other])[:SAID])
            )
            for other in best
            for card in [self.cards[other]]
        )


@dataclass(frozen=True, slots=True)
class Related:
    """The papers related to one, found when its page is rendered: planning stays quick."""

    kinship: Kinship
    position: int

    @property
    def papers(self) -> tuple[Relative, ...]:
        return self.kinship.of(self.position)


def related(shelf: Shelf) -> dict[str, Related]:
    """For each paper, by its id, what is related to it."""
    kinship = Kinship(shelf.cards(shelf.newest), tuple(paper.work.keywords for paper in shelf.newest))
    return {card.id: Related(kinship, position) for position, card in enumerate(kinship.cards)}


def _traits(cards: Sequence[Card], keywords: Sequence[tuple[str, ...]]) -> Traits:
    """Places by their urls, keywords by their words, unless a category of that name says the same."""
    labels: dict[str, str] = {}
    holders: dict[str, dict[int, None]] = defaultdict(dict)
    for position, card in enumerate(cards):
        for chip in card.chips:
            labels[chip.url] = chip.category
            holders[chip.url][position] = None
    titles = {title.casefold() for title in labels.values()}
    for position, words in enumerate(keywords):
        for word in map(one_line, words):
            if word and word.casefold() not in titles:
                key = f" {word.casefold()}"  # no url begins so
                labels.setdefault(key, word)
                holders[key][position] = None
    telling = sorted((len(some), key) for key, some in holders.items() if 2 <= len(some) <= len(cards) / 2)
    held: list[set[int]] = [set() for _ in cards]
    for trait, (_, key) in enumerate(telling):
        for position in holders[key]:
            held[position].add(trait)
    return Traits(
        tuple(labels[key] for _, key in telling),
        tuple(round(1000 * log(len(cards) / count)) for count, _ in telling),
        tuple(tuple(holders[key]) for _, key in telling),
        tuple(map(frozenset, held)),
    )
