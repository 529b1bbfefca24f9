"""Papers that a reader of one paper may want next: those that share most of what sets it apart, and what that is.

Shared are places and keywords; each counts as much as it is rare (the logarithm of how many papers there are to one
that has it). What more than half of all papers have tells nothing, and does not count.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from heapq import nsmallest
from itertools import islice
from math import log
from typing import NamedTuple

from conspectus.catalog import Catalog
from conspectus.catalog.catalog import keywords_of
from conspectus.components.crumbs import PaperLink, paper_link
from conspectus.exports.entry import one_line
from conspectus.model.paper import Paper

SHOWN = 6
"""How many related papers are shown."""

SAID = 4
"""How many things that two papers share are said, the rarest ones."""

NEAR, ENOUGH = 12, 48
"""Of all that have something in common, so many papers before and after in time are looked at; the rarest first, until
there are so many. That keeps the work for a paper the same however many there are."""


class Relative(NamedTuple):
    """A related paper, and what it shares, the rarest first."""

    paper: PaperLink
    shares: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Feature:
    """Something a paper has: what it is called, what sorts it among those that as many papers have, and which those
    are. `weight`: in thousandths, so that sums are exact."""

    label: str
    key: str
    holders: Collection[str]
    weight: int


def related(catalog: Catalog, paper: Paper) -> tuple[Relative, ...]:
    """The papers most like a paper, best first; of two that are alike, the nearer in time."""
    own = sorted(_features(catalog, paper), key=lambda feature: (len(feature.holders), feature.key))
    here = catalog.rank[paper.id]
    found: set[int] = set()
    for feature in own:
        if len(found) > ENOUGH:
            break
        positions = _positions(catalog, feature.key, feature.holders)
        at = bisect_left(positions, here)
        found.update(positions[max(0, at - NEAR) : at + NEAR + 1])
    found.discard(here)
    ranks = {catalog.newest[other].id: other for other in found}
    candidates = frozenset(ranks)
    likeness = dict.fromkeys(found, 0)
    for feature in own:
        for id in candidates.intersection(feature.holders):
            likeness[ranks[id]] += feature.weight
    best = nsmallest(SHOWN, found, key=lambda other: (-likeness[other], abs(other - here), other))
    return tuple(
        Relative(
            paper_link(catalog, relative),
            tuple(islice((feature.label for feature in own if relative.id in feature.holders), SAID)),
        )
        for other in best
        for relative in [catalog.newest[other]]
    )


def has_related(catalog: Catalog, paper: Paper) -> bool:
    """Whether there are papers like a paper."""
    return next(_features(catalog, paper), None) is not None


def _features(catalog: Catalog, paper: Paper) -> Iterator[Feature]:
    """What a paper has that tells something: places by their urls, keywords by their words, unless a category of that
    name says the same."""
    many = len(catalog.newest)
    for label, key, holders in (*_places(catalog, paper), *_keywords(catalog, paper)):
        if 2 <= len(holders) <= many / 2:
            yield Feature(label, key, holders, round(1000 * log(many / len(holders))))


def _places(catalog: Catalog, paper: Paper) -> Iterator[tuple[str, str, Collection[str]]]:
    for id in catalog.categories_of(paper):
        place = catalog.categories[id]
        yield catalog.called[id].anywhere, place.url, catalog.survey.placing.members[id]


def _keywords(catalog: Catalog, paper: Paper) -> Iterator[tuple[str, str, Collection[str]]]:
    for word in dict.fromkeys(keywords_of(paper.work)):
        if word not in catalog.once(titles_of_places):
            yield label_of(catalog, word), _key(word), catalog.keywords[word]


def _key(word: str) -> str:
    return f" {word}"  # no url begins with a space


def label_of(catalog: Catalog, word: str) -> str:
    """What a keyword is called: as the newest paper that has it writes it."""
    newest = catalog.newest[_positions(catalog, _key(word), catalog.keywords[word])[0]]
    labels = catalog.once(_known_labels)
    if newest.id not in labels:
        labels[newest.id] = {label.casefold(): label for label in reversed([*map(one_line, newest.work.keywords)])}
    return labels[newest.id][word]


def _known_labels(catalog: Catalog) -> dict[str, dict[str, str]]:
    """For papers, their keywords by how these are compared."""
    return {}


def _positions(catalog: Catalog, key: str, holders: Collection[str]) -> list[int]:
    """Where the papers that share something stand among all, newest first; worked out once for all papers."""
    known = catalog.once(_known_positions)
    if key not in known:
        known[key] = sorted(map(catalog.rank.__getitem__, holders))
    return known[key]


def _known_positions(catalog: Catalog) -> dict[str, list[int]]:
    return {}


def titles_of_places(catalog: Catalog) -> frozenset[str]:
    """The titles of the categories that any paper stands in."""
    members, places = catalog.survey.placing.members, catalog.categories.items()
    return frozenset(place.category.title.casefold() for id, place in places if members.get(id))
