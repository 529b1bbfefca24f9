"""Values that stay the same object for as long as they are equal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from typing import TypeVar, cast

from conspectus.derived.recomputed import Recomputed

V = TypeVar("V")

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
