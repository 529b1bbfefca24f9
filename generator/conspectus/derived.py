"""What one build may reuse of the build before it, and why anything was made again.

Stages are pure functions. A stage that may reuse something takes the result it had last time beside its inputs and
returns a new result; with or without the old one the new one is the same. What is reused is held by five primitives:

- `Delta`: how one mapping differs from another, by identity, for a value that did not change stays the same object;
- `carried_over`: values by all that they are made from;
- `Index`: an inverted index, patched by the papers that changed;
- `Stable`: values that are made anew and stay the same object while they are equal;
- `Known`: values by the digests of all that they are made from, which a `Memory` keeps between builds, on a disk too.

All of them hold plain data. In memory it is found by identity; `digest` and `packed` give that of its inputs, the same
on every machine, under which it can be kept elsewhere. `Recomputed` says what was made again, and because of what.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Set
from dataclasses import dataclass, field
from typing import Any, Generic, NamedTuple, Protocol, TypeVar, cast

import msgspec

K = TypeVar("K", bound=Hashable)
T = TypeVar("T", bound=Hashable)
V = TypeVar("V")


class Recomputed(NamedTuple):
    """Values of one kind that a build could not take over from the build before it.

    `what`: their kind, in the plural. `made`: the names of those that were made. `total`: how many there are now.
    `because`: the inputs that changed, where the names themselves don't say it.
    """

    what: str
    made: tuple[str, ...]
    total: int
    because: tuple[str, ...] = ()


def digest(*inputs: object) -> str:
    """A digest of plain data: text, numbers, None, tuples and frozen dataclasses of such.

    Their `repr` says all of them and is the same on every machine; that of a set or of another object is not.
    """
    return hashlib.sha256(repr(inputs).encode()).hexdigest()


def packed(value: object) -> bytes:
    """As `digest`, and much faster: text, numbers, bytes, None, and tuples, mappings, sets and dataclasses of such.

    Types of tuples and dataclasses are not told apart; mappings are taken in the order they are in. TypeError, or
    another of msgspec's, for anything else.
    """
    return hashlib.blake2b(_PACKER.encode(value), digest_size=16).digest()


_PACKER = msgspec.msgpack.Encoder()


class Each(Protocol):
    """As `map` of one sequence; what is called may be called elsewhere."""

    def __call__(self, make: Callable[[K], V], keys: Iterable[K], /) -> Iterable[V]: ...


def carried_over(keys: Iterable[K], make: Callable[[K], V], previous: Mapping[K, V], each: Each = map) -> Mapping[K, V]:
    """What `make` makes of each key, in their order; the very same value where `previous` has one already."""
    keys = tuple(keys)
    missing = [key for key in dict.fromkeys(keys) if key not in previous]
    made = dict(zip(missing, each(make, missing), strict=True))
    return {key: previous[key] if key in previous else made[key] for key in keys}


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


class Memory(Protocol):
    """What builds keep for one another, plain data under names."""

    def load(self, name: str, type: type[V]) -> V | None:
        """What was saved last under a name; None if it is not of this type, or there is nothing."""
        ...

    def save(self, name: str, value: object) -> None: ...


class InMemory:
    """A memory that lasts as long as the process."""

    def __init__(self) -> None:
        self._kept: dict[str, Any] = {}

    def load(self, name: str, type: type[V]) -> V | None:
        return cast("V | None", self._kept.get(name))

    def save(self, name: str, value: object) -> None:
        self._kept[name] = value


MOST_KEPT = 200_000
"""How many values are kept under a name: more would cost the memory that so large a build needs itself."""


class Known(Generic[V]):
    """Values by the digests of all that they are made from. What the last build had is taken over; what a build does
    not ask for, the next one does not know."""

    def __init__(self, memory: Memory, name: str, type: type[V]) -> None:
        """`memory`: where they are kept; `name`: under what."""
        values: Any = dict[bytes, type]  # type: ignore[valid-type]
        self._memory, self._name = memory, name
        self._before: Mapping[bytes, V] = memory.load(name, values) or {}
        self._values: dict[bytes, V] = {}

    def get(self, digest: bytes, make: Callable[[], V]) -> V:
        """The value of this digest, made if it is not known."""
        value = self._values.get(digest)
        if value is None:
            value = self._before.get(digest)
            self._values[digest] = value = make() if value is None else value
        return value

    def keep(self) -> None:
        """Keep what was asked for, unless that is very much."""
        if len(self._values) <= MOST_KEPT and self._values.keys() != self._before.keys():
            self._memory.save(self._name, self._values)


Key = tuple[str, Hashable]
"""What kind of value it is, in the plural, and which one."""


class Stable:
    """Values that each build makes anew when they are asked for; one that equals the last build's is that very object.

    So whatever was made of the value, such as its HTML, can be found by identity. What a build does not ask for is
    forgotten by the next but one.
    """

    def __init__(self, older: Mapping[Key, object] | None = None) -> None:
        self._older = older or {}
        self._values: dict[Key, object] = {}

    def get(
        self, kind: str, key: Hashable, make: Callable[[], V], *, unchanged: bool = False, exact: bool = False
    ) -> V:
        """The value of a kind under a key, made at most once in a build.

        `unchanged`: all that it is made of is known to be, so that the last build's value need not even be made again.
        `exact`: it may hold numbers; Python finds 1, 1.0 and True equal, and a template may not.
        """
        name = (kind, key)
        if name not in self._values:
            older = self._older.get(name)
            value = older if unchanged and older is not None else make()
            same = older is value or (older == value and (not exact or repr(older) == repr(value)))
            self._values[name] = older if same else value
        return cast(V, self._values[name])

    def patched(self, kind: str, key: Hashable, make: Callable[[V | None], V]) -> V:
        """As `get`, of a value that is made from the last build's; None if that had none."""
        return self.get(kind, key, lambda: make(cast("V | None", self._older.get((kind, key)))))

    def next(self) -> Stable:
        """The values of the next build."""
        return Stable(self._values)

    @property
    def recomputed(self) -> tuple[Recomputed, ...]:
        """For each kind, what differs from the last build."""
        values = dict(self._values)  # pages that are rendered meanwhile may add to them
        made: dict[str, list[str]] = {kind: [] for kind, _ in values}
        for (kind, key), value in values.items():
            if self._older.get((kind, key)) is not value:
                made[kind].append(str(key))
        totals = Counter(kind for kind, _ in values)
        return tuple(Recomputed(kind, tuple(keys), totals[kind]) for kind, keys in made.items())
