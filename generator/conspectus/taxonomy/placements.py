"""The places of papers, and the reasons for them, worked out when somebody wants to know them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from typing import NamedTuple

from conspectus.matching.corpus import Fields
from conspectus.matching.phrases import FIELDS, met
from conspectus.matching.rules import spoken
from conspectus.model.paper import Library
from conspectus.model.survey import Placement, Reason
from conspectus.model.taxonomy import Category, Taxonomy

Key = tuple[str, str]
"""The ids of a facet and of a category."""

Members = Mapping[Key, Set[str]]
"""Papers by categories."""


class Step(NamedTuple):
    """A category on the way through all of them, parents first. `after`: the number of the step to go on with where a
    paper is not inside it."""

    key: Key
    inside: Set[str]
    members: Set[str]
    after: int


class Places(Mapping[str, tuple[Key, ...]]):
    """The categories of each paper that stands in any, in the order of the taxonomy; papers in the order of ids."""

    def __init__(self, taxonomy: Taxonomy, members: Members, inside: Members) -> None:
        self._steps: list[Step] = []
        for facet in taxonomy.facets:
            for category, _ in facet.walk():
                key, below = (facet.id, category.id), sum(1 for _ in category.walk())
                self._steps.append(Step(key, inside[key], members[key], len(self._steps) + below))
        self._found: dict[str, tuple[Key, ...]] = {}

    def __getitem__(self, paper: str) -> tuple[Key, ...]:
        if paper not in self._found:
            found = tuple(self._among(paper))
            if not found:
                raise KeyError(paper)
            self._found[paper] = found
        return self._found[paper]

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(set().union(*(step.members for step in self._steps))))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _among(self, paper: str) -> Iterator[Key]:
        number = 0
        while number < len(self._steps):
            key, inside, members, after = self._steps[number]
            if paper in inside:
                if paper in members:
                    yield key
                number += 1
            else:
                number = after


class Placements(Mapping[str, tuple[Placement, ...]]):
    """The places of each paper that has any, in the order of the taxonomy, with their reasons."""

    def __init__(
        self, places: Mapping[str, tuple[Key, ...]], taxonomy: Taxonomy, library: Library, fields: Mapping[str, Fields]
    ) -> None:
        self._places = places
        self._taxonomy = taxonomy
        self._library = library
        self._fields = fields
        self._categories: dict[Key, Category] = {}
        self._made: dict[str, tuple[Placement, ...]] = {}

    def __getitem__(self, paper: str) -> tuple[Placement, ...]:
        if paper not in self._made:
            self._made[paper] = tuple(Placement(paper, *key, self._reason(paper, key)) for key in self._places[paper])
        return self._made[paper]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def _reason(self, paper: str, key: Key) -> Reason:
        category, place = self._category(key), self._library.by_id[paper].work.place
        if place and (decided := dict(place).get(key[0])) is not None:
            return Reason("curator", next(span for id, span in decided if id == category.id))
        pins = [span for id, span in category.papers if id == paper]
        if pins:
            return Reason("pin", pins[-1])
        assert category.match is not None, key  # noqa: S101 - a rule placed the paper
        fields = self._fields[paper]
        phrase, field = spoken(category.match, fields)
        return Reason("rule", phrase.span, phrase.source, FIELDS[field], met(phrase.source, fields[field]))

    def _category(self, key: Key) -> Category:
        if not self._categories:
            self._categories = {
                (facet.id, category.id): category for facet in self._taxonomy.facets for category, _ in facet.walk()
            }
        return self._categories[key]
