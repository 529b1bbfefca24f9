"""Values that are made from one paper and from nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from conspectus.derived.delta import Delta
from conspectus.model.paper import Paper

V = TypeVar("V")


class PerPaper(Generic[V]):
    """What `make` makes of each paper that is asked for, kept from build to build while the paper is the same."""

    def __init__(self, make: Callable[[Paper], V], values: dict[str, V] | None = None) -> None:
        self._make = make
        self._values = values or {}

    def of(self, paper: Paper) -> V:
        """The value of a paper of this build's library."""
        if paper.id not in self._values:
            self._values[paper.id] = self._make(paper)
        return self._values[paper.id]

    def after(self, delta: Delta[str]) -> PerPaper[V]:
        """The values of the next build, whose papers differ by this."""
        values = dict(self._values)
        for id in delta.keys:
            values.pop(id, None)
        return PerPaper(self._make, values)
