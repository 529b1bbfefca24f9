"""What changed between two mappings."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Generic, NamedTuple, TypeVar

K = TypeVar("K", bound=Hashable)


class Delta(NamedTuple, Generic[K]):
    """The keys that one mapping has and another has not, and those under which the two have different values."""

    added: frozenset[K] = frozenset()
    removed: frozenset[K] = frozenset()
    changed: frozenset[K] = frozenset()

    @classmethod
    def between(cls, before: Mapping[K, object], now: Mapping[K, object]) -> Delta[K]:
        """What changed from `before` to `now`. A value that is equal and not the same object counts as changed."""
        if before is now:
            return cls()
        differing = {key for key, value in now.items() if before.get(key) is not value}
        added = frozenset(differing - before.keys())
        removed = before.keys() - now.keys() if len(before) + len(added) > len(now) else ()
        return cls(added, frozenset(removed), frozenset(differing - added))

    @property
    def keys(self) -> frozenset[K]:
        """All keys that differ."""
        return self.added | self.removed | self.changed

    @property
    def present(self) -> frozenset[K]:
        """The keys that differ and are there now."""
        return self.added | self.changed

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        return not (self.added or self.removed or self.changed)
