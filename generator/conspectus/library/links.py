"""Which records have to be matched together because one of them may be another's work, though they share no key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from conspectus.derived import Delta, Index, inverted
from conspectus.library.blocking import blocks, pairs
from conspectus.library.evidence import is_related
from conspectus.library.profiles import Profile

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Links:
    """The pairs of records, by their names, that are one work or are reported as two, and what the next search reuses.

    `having`: the records in each block. `found`: the pairs in each block that has any.
    """

    profiles: Mapping[str, Profile] = field(default_factory=dict)
    having: Index[str, str] = field(default_factory=Index)
    found: Mapping[str, tuple[Pair, ...]] = field(default_factory=dict)

    @property
    def pairs(self) -> set[Pair]:
        """Each pair once."""
        return {pair for found in self.found.values() for pair in found}

    def after(self, profiles: Mapping[str, Profile]) -> Links:
        """The links among these records; what did not change is taken from the links before."""
        delta = Delta.between(self.profiles, profiles)
        if delta.is_empty:
            return self
        fresh = inverted({name: blocks(profiles[name]) for name in delta.present})
        gone = delta.removed | delta.changed
        stale = {block for name in gone for block in blocks(self.profiles[name])}
        having = self.having.after(delta, fresh, stale)
        found = dict(self.found)
        judged: dict[Pair, bool] = {}
        for block in stale | fresh.keys():
            if len(having[block]) > 1:
                found[block] = tuple(
                    pair for pair in pairs(having[block], profiles) if _related(pair, profiles, judged)
                )
            if not found.get(block) or len(having[block]) < 2:
                found.pop(block, None)
        return Links(profiles, having, found)


def _related(pair: Pair, profiles: Mapping[str, Profile], judged: dict[Pair, bool]) -> bool:
    if pair not in judged:
        judged[pair] = is_related(profiles[pair[0]], profiles[pair[1]])
    return judged[pair]
