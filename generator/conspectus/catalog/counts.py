"""What is counted of a list of papers: how many there are of each year, how many with code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from conspectus.model.paper import Paper


class Counted(NamedTuple):
    """What is counted of one paper."""

    year: int | None
    has_code: bool
    has_score: bool
    has_comments: bool

    @classmethod
    def of(cls, paper: Paper) -> Counted:
        """What is counted of this paper."""
        work = paper.work
        return cls(work.year, work.has_code, work.score is not None, bool(work.comments))


@dataclass(frozen=True, slots=True)
class Counts:
    """`years`: how many papers there are of each; under None, without a date. `with_code`: how many have code.

    `scored`, `discussed`: whether any has a score, or comments.
    """

    papers: int
    years: Mapping[int | None, int]
    with_code: int
    scored: bool
    discussed: bool

    @classmethod
    def of(cls, papers: Iterable[Counted]) -> Counts:
        """Count some papers."""
        alike = Counter(papers)
        years: Counter[int | None] = Counter()
        for counted, number in alike.items():
            years[counted.year] += number
        return cls(
            papers=alike.total(),
            years=years,
            with_code=sum(number for counted, number in alike.items() if counted.has_code),
            scored=any(counted.has_score for counted in alike),
            discussed=any(counted.has_comments for counted in alike),
        )
