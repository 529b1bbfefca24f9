"""What is counted of a list of papers: how many there are of each year, how many with code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from conspectus.model.work import Work


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
    def of(cls, papers: Iterable[Work]) -> Counts:
        """Count some papers, at about 1 µs each."""
        works = tuple(papers)
        return cls(
            papers=len(works),
            years=Counter(work.year for work in works),
            with_code=sum(work.has_code for work in works),
            scored=any(work.score is not None for work in works),
            discussed=any(work.comments for work in works),
        )
