"""What is counted of a list of papers: how many there are of each year, how many with code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

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


def census(shelf: Shelf, ids: Iterable[str]) -> Census:
    """Count some of a shelf's papers."""
    entries = Counter(map(shelf.kept(_everybody).entries.__getitem__, ids))
    years: Counter[int | None] = Counter()
    for entry, many in entries.items():
        years[entry.year] += many
    return Census(
        papers=entries.total(),
        years=years,
        with_code=sum(many for entry, many in entries.items() if entry.has_code),
        scored=any(entry.is_scored for entry in entries),
        discussed=any(entry.is_discussed for entry in entries),
    )


class _Entry(NamedTuple):
    """What is counted of a paper."""

    year: int | None
    has_code: bool
    is_scored: bool
    is_discussed: bool

    @classmethod
    def of(cls, paper: Paper) -> _Entry:
        work = paper.work
        return cls(work.date.year if work.date else None, work.has_code, work.score is not None, bool(work.comments))


@dataclass(frozen=True, slots=True)
class _Register:
    """The entries of all papers by their ids; kept from one survey to the next."""

    entries: Mapping[str, _Entry]

    def after(self, before: Mapping[str, Paper], now: Mapping[str, Paper], ids: Collection[str]) -> _Register:
        """The same after these papers, of which some are gone and some new, have changed."""
        new = {id: _Entry.of(now[id]) for id in ids if id in now}
        if new == {id: self.entries[id] for id in ids if id in before}:
            return self
        entries = {**self.entries, **new}
        for id in ids:
            if id not in now:
                entries.pop(id, None)
        return _Register(entries)


def _everybody(papers: Mapping[str, Paper]) -> _Register:
    return _Register({id: _Entry.of(paper) for id, paper in papers.items()})
