"""Values kept in memory from one build to the next, found again by what they were made from."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Kept(Generic[K, V]):
    """What `make` made of each thing that was asked for last; anything else is forgotten, so that it never grows."""

    def __init__(self, make: Callable[[K], V]) -> None:
        self._make = make
        self._values: dict[K, V] = {}

    def all(self, keys: Iterable[K]) -> tuple[V, ...]:
        """The value of each of these, made anew only where there was none the last time."""
        old = self._values
        self._values = {key: old[key] if key in old else self._make(key) for key in keys}
        return tuple(self._values.values())
