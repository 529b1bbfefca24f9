"""The places of papers, and the reasons for them, worked out when somebody wants to know them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from typing import NamedTuple

from conspectus.matching.corpus import Fields
from conspectus.matching.phrases import FIELDS, met
from conspectus.matching.rules import spoken
from conspectus.model.paper import Library
from conspectus.model.survey import Placement, Reason
from conspectus.model.taxonomy import Category, CategoryId, Taxonomy

Members = Mapping[CategoryId, Set[str]]
"""Papers by categories."""


class Step(NamedTuple):
    """A category on the way through all of them, parents first. `after`: the number of the step to go on with where a
    paper is not inside it."""

    id: CategoryId
    inside: Set[str]
    members: Set[str]
    after: int


class Places(Mapping[str, tuple[CategoryId, ...]]):
    """The categories of each paper that stands in any, in the order of the taxonomy; papers in the order of ids."""

    def __init__(self, taxonomy: Taxonomy, members: Members, inside: Members) -> None:
        self._steps: list[Step] = []
        for place in taxonomy.walk():
            id, size = place.id, sum(1 for _ in place.category.walk())
            self._steps.append(Step(id, inside[id], members[id], len(self._steps) + size))
        self._found: dict[str, tuple[CategoryId, ...]] = {}

    def __getitem__(self, paper: str) -> tuple[CategoryId, ...]:
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

    def _among(self, paper: str) -> Iterator[CategoryId]:
        number = 0
        while number < len(self._steps):
            id, inside, members, after = self._steps[number]
            if paper in inside:
                if paper in members:
                    yield id
                number += 1
            else:
                number = after


class Placements(Mapping[str, tuple[Placement, ...]]):
    """The places of each paper that has any, in the order of the taxonomy, with their reasons."""

    def __init__(
        self,
        places: Mapping[str, tuple[CategoryId, ...]],
        taxonomy: Taxonomy,
        library: Library,
        fields: Mapping[str, Fields],
    ) -> None:
        self._places = places
        self._taxonomy = taxonomy
        self._library = library
        self._fields = fields
        self._categories: dict[CategoryId, Category] = {}
        self._made: dict[str, tuple[Placement, ...]] = {}

    def __getitem__(self, paper: str) -> tuple[Placement, ...]:
        if paper not in self._made:
            self._made[paper] = tuple(Placement(paper, *id, self._reason(paper, id)) for id in self._places[paper])
        return self._made[paper]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def _reason(self, paper: str, id: CategoryId) -> Reason:
        category, place = self._category(id), self._library.by_id[paper].work.place
        if place and (decided := dict(place).get(id.facet)) is not None:
            return Reason("curator", next(span for name, span in decided if name == category.id))
        pins = [span for pinned, span in category.papers if pinned == paper]
        if pins:
            return Reason("pin", pins[-1])
        assert category.match is not None, id  # noqa: S101 - a rule placed the paper
        fields = self._fields[paper]
        phrase, field = spoken(category.match, fields)
        return Reason("rule", phrase.span, phrase.source, FIELDS[field], met(phrase.source, fields[field]))

    def _category(self, id: CategoryId) -> Category:
        if not self._categories:
            self._categories = {place.id: place.category for place in self._taxonomy.walk()}
        return self._categories[id]
