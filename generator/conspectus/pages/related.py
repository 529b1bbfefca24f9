"""Papers that a reader of one paper may want next: those that share most of what sets it apart, and what that is.

Shared are places and keywords; each counts as much as it is rare (the logarithm of how many papers there are to one
that has it). What more than half of all papers have tells nothing, and does not count.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from math import log
from typing import NamedTuple

from conspectus.exports.entry import one_line
from conspectus.model.paper import Paper
from conspectus.model.subjects import paper_url
from conspectus.model.when import Date
from conspectus.pages.holders import Holders
from conspectus.pages.shelf import Shelf
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


@dataclass(frozen=True, slots=True)
class Trait:
    """Something a paper has: what it is called, what sorts it among those that as many papers have, and which those
    are. `weight`: in thousandths, so that sums are exact."""

    label: str
    key: str
    holders: Collection[str]
    weight: int


def related(shelf: Shelf, paper: Paper) -> tuple[Relative, ...]:
    """The papers most like a paper, best first; of two that are alike, the nearer in time."""
    own = sorted(_traits(shelf, paper), key=lambda trait: (len(trait.holders), trait.key))
    here = shelf.rank[paper.id]
    found: set[int] = set()
    for trait in own:
        if len(found) > ENOUGH:
            break
        positions = _positions(shelf, trait.key, trait.holders)
        at = bisect_left(positions, here)
        found.update(positions[max(0, at - NEAR) : at + NEAR + 1])
    found.discard(here)
    shared = {other: [trait for trait in own if shelf.newest[other].id in trait.holders] for other in found}
    likeness = {other: sum(trait.weight for trait in traits) for other, traits in shared.items()}
    best = nsmallest(SHOWN, found, key=lambda other: (-likeness[other], abs(other - here), other))
    return tuple(
        Relative(
            relative.title,
            paper_url(relative.id),
            relative.work.date,
            tuple(trait.label for trait in shared[other][:SAID]),
        )
        for other in best
        for relative in [shelf.newest[other]]
    )


def _traits(shelf: Shelf, paper: Paper) -> Iterator[Trait]:
    """What a paper has that tells something: places by their urls, keywords by their words, unless a category of that
    name says the same."""
    many = len(shelf.newest)
    for label, key, holders in (*_places(shelf, paper), *_keywords(shelf, paper)):
        if 2 <= len(holders) <= many / 2:
            yield Trait(label, key, holders, round(1000 * log(many / len(holders))))


def _places(shelf: Shelf, paper: Paper) -> Iterator[tuple[str, str, Collection[str]]]:
    for id in shelf.stands(paper):
        place = shelf.categories[id]
        yield place.category.title, place.url, shelf.survey.placing.members[id]


def _keywords(shelf: Shelf, paper: Paper) -> Iterator[tuple[str, str, Collection[str]]]:
    """A keyword is called what the newest paper that has it calls it."""
    holders = shelf.kept(_by_keyword).of
    for word in dict.fromkeys(keywords(paper)):
        if word not in shelf.once(_titles):
            key = f" {word}"  # no url begins so
            newest = shelf.newest[_positions(shelf, key, holders[word])[0]]
            label = next(said for said in map(one_line, newest.work.keywords) if said.casefold() == word)
            yield label, key, holders[word]


def _positions(shelf: Shelf, key: str, holders: Collection[str]) -> list[int]:
    """Where the papers that share something stand among all, newest first; worked out once for all papers."""
    known = shelf.once(_known_positions)
    if key not in known:
        known[key] = sorted(map(shelf.rank.__getitem__, holders))
    return known[key]


def _known_positions(shelf: Shelf) -> dict[str, list[int]]:
    return {}


def keywords(paper: Paper) -> Iterator[str]:
    """The keywords of a paper as they are compared."""
    return filter(None, (one_line(word).casefold() for word in paper.work.keywords))


def _by_keyword(papers: Mapping[str, Paper]) -> Holders:
    return Holders.among(keywords, papers)


def _titles(shelf: Shelf) -> frozenset[str]:
    """The titles of the categories that any paper stands in."""
    members, places = shelf.survey.placing.members, shelf.categories.items()
    return frozenset(place.category.title.casefold() for id, place in places if members.get(id))
