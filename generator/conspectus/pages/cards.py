"""The cards of a survey's papers, and which of them say what they said before an edit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from functools import cached_property

from conspectus.model.paper import Paper
from conspectus.model.survey import Survey
from conspectus.model.taxonomy import Category, Facet
from conspectus.pages.views import Card

Key = tuple[str, str]
"""The ids of a facet and of a category."""

Sign = tuple[object, ...]
"""All of a category that shows on the cards of its papers."""


class Cards:
    """Cards as they are asked for. One that says the same as before is the very same, and need not be rendered again;
    where that is plain beforehand, it is not even made."""

    def __init__(self, survey: Survey, before: Cards | None) -> None:
        self._survey = survey
        self._made: dict[str, Card] = {}
        self._older: Mapping[str, Card] = {}
        self._stood: Mapping[str, tuple[Key, ...]] = {}  # where papers stood before, if all else of them is as it was
        self._signs_before: Mapping[Key, Sign] = {}
        if before:
            self._older = before._made
            if survey.library is before._survey.library and survey.ledger == before._survey.ledger:
                self._stood, self._signs_before = before._survey.placing.standing, before._signs

    def of(self, paper: Paper, make: Callable[[Paper], Card]) -> Card:
        """The card of a paper, which `make` makes if need be."""
        if paper.id not in self._made:
            old = self._older.get(paper.id)
            if old is None or not self._stands_as_before(paper.id):
                made = make(paper)
                old = old if old == made else made
            self._made[paper.id] = old
        return self._made[paper.id]

    def _stands_as_before(self, id: str) -> bool:
        """Whether a paper stands where it stood, in categories that would show on its card as they did."""
        stands = self._survey.placing.standing.get(id, ())
        return stands == self._stood.get(id, ()) and self._other.isdisjoint(stands)

    @cached_property
    def _other(self) -> Set[Key]:
        """The categories that show otherwise than before."""
        return {key for key, sign in self._signs.items() if sign != self._signs_before.get(key)}

    @cached_property
    def _signs(self) -> Mapping[Key, Sign]:
        return {
            (facet.id, category.id): _sign(facet, category, above)
            for facet in self._survey.taxonomy.facets
            for category, above in facet.walk()
        }


def _sign(facet: Facet, category: Category, above: tuple[Category, ...]) -> Sign:
    """Its names and addresses, what lies above it, and all that may be the reason for a paper's being in it."""
    match = category.match
    kinds = (match.any, match.title, match.all) if match else ()
    phrases = tuple(tuple(phrase.source for phrase in kind) for kind in kinds)
    pins = tuple(pin.id for pin in category.papers)
    return (
        facet.title,
        category.title,
        facet.url(category),
        facet.is_main,
        tuple(top.id for top in above),
        phrases,
        pins,
    )
