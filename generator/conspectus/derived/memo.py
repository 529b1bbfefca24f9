"""Values by all that they are made from."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import Generic, TypeVar

from conspectus.derived.recomputed import Recomputed

V = TypeVar("V")


class Memo(Generic[V]):
    """Values under keys that say all their inputs, for as long as each build asks for them.

    A build that goes on from another takes the `next` memo: it finds what the last one asked for, and forgets the rest.
    The last one stays what it was. A key is plain data, so that `address(name, key)` names the value anywhere.
    """

    def __init__(self, name: str, older: Mapping[Hashable, V] | None = None) -> None:
        """`name`: what the values are, in the plural, for who asks why they were made."""
        self.name = name
        self._older: Mapping[Hashable, V] = older or {}
        self._values: dict[Hashable, V] = {}
        self._made: list[Hashable] = []

    def get(self, key: Hashable, make: Callable[[], V]) -> V:
        """The value under a key, made where neither this build nor the last one has it."""
        if key not in self._values:
            if key in self._older:
                self._values[key] = self._older[key]
            else:
                self._values[key] = make()
                self._made.append(key)
        return self._values[key]

    def next(self) -> Memo[V]:
        """The memo of the next build."""
        return Memo(self.name, self._values)

    @property
    def recomputed(self) -> Recomputed:
        """What was made by this build."""
        return Recomputed(self.name, tuple(map(str, self._made)), len(self._values))
