"""What is made of one paper and of nothing else: made when it is asked for, and kept while the paper stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Generic, TypeVar

from conspectus.model.paper import Paper

T = TypeVar("T")


class Each(Generic[T]):
    """What `make` makes of each paper that was asked for; kept from one survey to the next."""

    def __init__(self, make: Callable[[Paper], T], made: Mapping[str, T] | None = None) -> None:
        self._make = make
        self._made = dict(made or {})

    def of(self, paper: Paper) -> T:
        """What it makes of a paper, which has to be one of those at hand."""
        if paper.id not in self._made:
            self._made[paper.id] = self._make(paper)
        return self._made[paper.id]

    def after(self, before: Mapping[str, Paper], now: Mapping[str, Paper], ids: Collection[str]) -> Each[T]:
        """The same after these papers have changed."""
        return Each(self._make, {id: made for id, made in self._made.items() if id not in ids})
