"""What is counted of a list of papers: how many there are of each year, how many with code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Set
from dataclasses import dataclass

from conspectus.model.paper import Paper
from conspectus.pages.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Census:
    """`years`: how many papers there are of each; under None, without a date. `with_code`: how many have code.

    `scored`, `discussed`: whether any has a score, or comments.
    """

    papers: int
    years: Mapping[int | None, int]
    with_code: int
    scored: bool
    discussed: bool


def census(shelf: Shelf, ids: Set[str]) -> Census:
    """Count some of a shelf's papers."""
    register = shelf.kept(_everybody)
    return Census(
        papers=len(ids),
        years=register.years_of(ids, shelf.survey.library.ids),
        with_code=len(ids & register.with_code),
        scored=not ids.isdisjoint(register.scored),
        discussed=not ids.isdisjoint(register.discussed),
    )


@dataclass(frozen=True, slots=True)
class _Register:
    """What is counted, of all papers: the year of each, and which of them have something. Kept from one survey to the
    next."""

    years: Mapping[str, int | None]
    all_years: Counter[int | None]  # how many papers there are of each
    with_code: frozenset[str]
    scored: frozenset[str]
    discussed: frozenset[str]

    def years_of(self, ids: Set[str], everybody: Set[str]) -> Counter[int | None]:
        """How many of these papers there are of each year; of most papers, it is the others who are counted."""
        if 2 * len(ids) < len(everybody):
            return Counter(map(self.years.__getitem__, ids))
        return self.all_years - Counter(map(self.years.__getitem__, everybody - ids))

    def after(self, before: Mapping[str, Paper], now: Mapping[str, Paper], ids: Collection[str]) -> _Register:
        """The same after these papers, of which some are gone and some new, have changed."""
        works = {id: now[id].work for id in ids if id in now}
        years = {**self.years, **{id: work.date.year if work.date else None for id, work in works.items()}}
        for id in ids:
            if id not in works:
                years.pop(id, None)
        return _Register(
            years,
            Counter(years.values()),
            self.with_code.difference(ids) | {id for id, work in works.items() if work.has_code},
            self.scored.difference(ids) | {id for id, work in works.items() if work.score is not None},
            self.discussed.difference(ids) | {id for id, work in works.items() if work.comments},
        )


def _everybody(papers: Mapping[str, Paper]) -> _Register:
    return _Register({}, Counter(), frozenset(), frozenset(), frozenset()).after({}, papers, papers.keys())
