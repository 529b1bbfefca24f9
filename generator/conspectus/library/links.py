"""Which records have to be matched together: those that may want the same id, or may be one work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from conspectus.derived import Delta, Index, Known, inverted, packed
from conspectus.library.blocking import pairs
from conspectus.library.compared import Compared
from conspectus.library.evidence import is_related
from conspectus.library.profiles import Profile

Pair = tuple[str, str]


class Related(NamedTuple):
    """The related pairs of a block, by the places of their records in it."""

    pairs: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Links:
    """Which records, by their names, are matched together, and what the next search reuses.

    `records`: as they are compared. `wanting`: those that may want each id. `having`: those in each block. `related`:
    the pairs in each block that has any, which are one work or are reported as two; without those that may want the
    same id. `touched`: the records that may have other links than before.
    """

    records: Mapping[str, Compared] = field(default_factory=dict)
    wanting: Index[str, str] = field(default_factory=Index)
    having: Index[str, str] = field(default_factory=Index)
    related: Mapping[str, frozenset[Pair]] = field(default_factory=dict)
    touched: frozenset[str] = frozenset()

    def among(self, names: Set[str]) -> Iterator[Iterable[str]]:
        """Those of these records that are matched together; what has a record in common is so too."""
        for name in names:
            for id in self.records[name].keys.wanted:
                if len(self.wanting[id]) > 1:
                    yield self.wanting[id]
        for related in self.related.values():
            yield from (pair for pair in related if pair[0] in names)

    def after(
        self, before: Mapping[str, Compared], now: Mapping[str, Compared], known: Known[Related] | None = None
    ) -> Links:
        """The links where `now` there are these records instead of those `before`, and all others as they were.
        `known`: what an earlier build found in blocks."""
        delta = Delta.between(before, now)
        if delta.is_empty:
            return replace(self, touched=frozenset())
        gone = delta.removed | delta.changed
        records = {name: record for name, record in {**self.records, **now}.items() if name not in delta.removed}
        wanting = self.wanting.after(
            delta,
            inverted({name: records[name].keys.wanted for name in delta.present}),
            {id for name in gone for id in self.records[name].keys.wanted},
        )
        fresh = inverted({name: records[name].keys.blocks for name in delta.present})
        stale = {block for name in gone for block in self.records[name].keys.blocks}
        links = Links(records, wanting, self.having.after(delta, fresh, stale))
        touched = [block for block in stale | fresh.keys() if len(links.having[block]) > 1]
        changed = delta.keys
        judged = {pair: related for block in touched for pair, related in self._judged(block, changed)}
        found = {block: links._found(block, judged, known) for block in touched}
        related = {**self.related, **dict.fromkeys(stale, frozenset()), **found}
        differing = [*found.values(), *(self.related.get(block, ()) for block in stale | found.keys())]
        return replace(
            links,
            related={block: found for block, found in related.items() if found},
            touched=delta.keys.union(
                *(wanting[id] for name in delta.present for id in records[name].keys.wanted),
                *(pair for found in differing for pair in found),
            ),
        )

    def _judged(self, block: str, changed: frozenset[str]) -> Iterator[tuple[Pair, bool]]:
        """What is known of the pairs in a block whose records did not change."""
        related = self.related.get(block, frozenset())
        for pair in pairs(self.having[block], self._profile):
            if changed.isdisjoint(pair):
                yield pair, pair in related

    def _found(self, block: str, judged: dict[Pair, bool], known: Known[Related] | None) -> frozenset[Pair]:
        """The related pairs of a block; `known`: those of blocks with the same records."""
        if known is None:
            return frozenset(self._related(block, judged))
        names = sorted(self.having[block])

        def related() -> Related:
            places = {name: place for place, name in enumerate(names)}
            return Related(tuple((places[one], places[other]) for one, other in self._related(block, judged)))

        digest = packed([self.records[name].digest for name in names])
        return frozenset((names[one], names[other]) for one, other in known.get(digest, related).pairs)

    def _profile(self, name: str) -> Profile:
        return self.records[name].profile

    def _related(self, block: str, judged: dict[Pair, bool]) -> Iterator[Pair]:
        """The pairs in a block that are related; `judged`: what is known of pairs so far."""
        for pair in pairs(self.having[block], self._profile):
            if pair not in judged:
                one, other = map(self._profile, pair)
                judged[pair] = one.wanted.isdisjoint(other.wanted) and is_related(one, other)
            if judged[pair]:
                yield pair
