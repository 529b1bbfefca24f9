"""The cards of a survey's papers, and which of them say what they said before an edit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from functools import cached_property
from typing import TypeVar

from conspectus.model.paper import Paper
from conspectus.model.survey import Survey
from conspectus.model.taxonomy import Category, CategoryId, Facet
from conspectus.pages.views import Card, Description

Sign = tuple[object, ...]
"""All of a category that shows on the cards of its papers."""

Describe = Callable[[Paper], Description]
Place = Callable[[Paper, Description], Card]

T = TypeVar("T")


class Cards:
    """Cards as they are asked for. One that says the same as before is the very same, and need not be rendered again,
    nor a description that does; where that is plain beforehand, it is not even made."""

    def __init__(self, survey: Survey, before: Cards | None) -> None:
        self._survey = survey
        self._made: dict[str, Card] = {}
        self._described: dict[str, Description] = {}
        self._older: Mapping[str, Card] = {}
        self._older_described: Mapping[str, Description] = {}
        self._stood: Mapping[str, tuple[CategoryId, ...]] = {}
        self._signs_before: Mapping[CategoryId, Sign] = {}
        self._before: Mapping[str, Paper] = {}
        self._as_described = False  # whether all papers are described as they were before
        if before:
            was = before._survey
            self._older, self._older_described = before._made, before._described
            self._stood, self._signs_before = was.placing.standing, before._signs
            self._before = was.library.by_id
            self._as_described = survey.library is was.library and survey.ledger == was.ledger

    def described(self, paper: Paper, describe: Describe) -> Description:
        """What lists say of a paper, which `describe` tells if need be."""
        if paper.id not in self._described:
            old = self._older_described.get(paper.id)
            self._described[paper.id] = old if old and self._as_described else _same(old, describe(paper))
        return self._described[paper.id]

    def of(self, paper: Paper, describe: Describe, place: Place) -> Card:
        """The card of a paper, which `place` makes of its description if need be."""
        if paper.id not in self._made:
            description, old = self.described(paper, describe), self._older.get(paper.id)
            as_before = old and old.description is description and self._stands_as_before(paper)
            self._made[paper.id] = old if old and as_before else _same(old, place(paper, description))
        return self._made[paper.id]

    def _stands_as_before(self, paper: Paper) -> bool:
        """Whether a paper that says what it said stands where it stood, in categories that show as they did."""
        was, stands = self._before.get(paper.id), self._survey.placing.standing.get(paper.id, ())
        same = was is not None and was.work is paper.work and stands == self._stood.get(paper.id, ())
        return same and self._other.isdisjoint(stands)

    @cached_property
    def _other(self) -> Set[CategoryId]:
        """The categories that show otherwise than before."""
        return {id for id, sign in self._signs.items() if sign != self._signs_before.get(id)}

    @cached_property
    def _signs(self) -> Mapping[CategoryId, Sign]:
        return {place.id: _sign(*place) for place in self._survey.taxonomy.walk()}


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


def _same(old: T | None, new: T) -> T:
    """The new value; where it says what the old one said, the very same."""
    return old if old is not None and old == new else new
