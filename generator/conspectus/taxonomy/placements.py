"""The places of papers with their reasons, worked out when somebody wants to know them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from conspectus.model.survey import Placement, Reason
from conspectus.model.taxonomy import Category, Taxonomy
from conspectus.taxonomy.corpus import Fields
from conspectus.taxonomy.matching import FIELDS, met
from conspectus.taxonomy.standing import Decided, Key, Why


class Placements(Mapping[str, tuple[Placement, ...]]):
    """The places of each paper that has any, in the order of the taxonomy; papers in the order of their ids."""

    def __init__(
        self,
        standing: Mapping[str, tuple[Key, ...]],
        members: Mapping[Key, Mapping[str, Why]],
        taxonomy: Taxonomy,
        fields: Mapping[str, Fields],
        decided: Mapping[str, Decided],
    ) -> None:
        self._standing = standing
        self._members = members
        self._fields = fields
        self._decided = decided
        self._taxonomy = taxonomy
        self._categories: dict[Key, Category] = {}
        self._made: dict[str, tuple[Placement, ...]] = {}

    def __getitem__(self, paper: str) -> tuple[Placement, ...]:
        if paper not in self._made:
            self._made[paper] = tuple(Placement(paper, *key, self._reason(paper, key)) for key in self._standing[paper])
        return self._made[paper]

    def __contains__(self, paper: object) -> bool:
        return paper in self._standing

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._standing))

    def __len__(self) -> int:
        return len(self._standing)

    def _reason(self, paper: str, key: Key) -> Reason:
        why, category = self._members[key][paper], self._category(key)
        if why.kind == "curator":
            references = self._decided[key[0]][paper]
            return Reason(why.kind, next(reference.span for reference in references if reference.id == category.id))
        if why.kind == "pin":
            return Reason(why.kind, [pin.span for pin in category.papers if pin.id == paper][-1])
        match = category.match
        assert match is not None, key  # noqa: S101 - a rule placed the paper
        phrases = (*match.any, *match.title, *match.all)
        span = next(phrase.span for phrase in phrases if phrase.source == why.phrase)
        words = met(why.phrase, *self._fields[paper][why.field])
        return Reason(why.kind, span, why.phrase, FIELDS[why.field], words)

    def _category(self, key: Key) -> Category:
        if not self._categories:
            self._categories = {
                (facet.id, category.id): category for facet in self._taxonomy.facets for category, _ in facet.walk()
            }
        return self._categories[key]
