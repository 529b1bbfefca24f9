"""Values that are made from their keys, taken over from the last time."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


def carried_over(keys: Iterable[K], make: Callable[[K], V], previous: Mapping[K, V]) -> Mapping[K, V]:
    """What `make` makes of each key, in their order; the very same value where `previous` has one already."""
    return {key: previous[key] if key in previous else make(key) for key in keys}
