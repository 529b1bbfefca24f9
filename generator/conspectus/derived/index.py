"""Inverted indexes: by which keys a term is had."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Set
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from conspectus.derived.delta import Delta

K = TypeVar("K", bound=Hashable)
T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Index(Generic[T, K]):
    """For each term the keys (of papers, of records) that have it; a term that none has is missing."""

    of: Mapping[T, frozenset[K]] = field(default_factory=dict)

    def __getitem__(self, term: T) -> frozenset[K]:
        return self.of.get(term, frozenset())

    def after(self, delta: Delta[K], fresh: Mapping[T, Set[K]], stale: Iterable[T] | None = None) -> Index[T, K]:
        """The index after a change.

        `fresh`: the index of the added and changed keys alone. `stale`: the terms that the removed and changed keys
        had, where the caller knows them; else all terms are looked through, at about 0.1 µs each. The very same index
        where the change leaves it as it was, and of each term the very same set.
        """
        gone = delta.removed | delta.changed
        touched = set(stale) if stale is not None else {term for term, keys in self.of.items() if keys & gone}
        patches: dict[T, frozenset[K]] = {}
        for term in touched | fresh.keys():
            keys = self[term]
            patched = (keys - gone).union(fresh.get(term, ()))
            if patched != keys:
                patches[term] = patched
        if not patches:
            return self
        of = {**self.of, **patches}
        for term, keys in patches.items():
            if not keys:
                del of[term]
        return Index(of)


def inverted(terms: Mapping[K, Iterable[T]]) -> dict[T, set[K]]:
    """The index of some keys by the terms that each has."""
    index: dict[T, set[K]] = defaultdict(set)
    for key, having in terms.items():
        for term in having:
            index[term].add(key)
    return dict(index)
