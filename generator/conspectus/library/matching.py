"""Which records are one work: by arXiv id, DOI, the curator's id, or title; and what was not merged, and why.

The outcome does not depend on the order of the files: identifiers come first, then titles, and a title that could
belong to several works that exclude each other joins none of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from conspectus.library.groups import Groups
from conspectus.library.ids import curators_id, derived_ids
from conspectus.library.profiles import Profile, conflicts
from conspectus.model.identifiers import normal_title
from conspectus.model.paper import Authority, Record

MANY = 50
"""So many works of one title, some of them known to differ, are not compared pair by pair."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Records found to be one work, by their places in the list, and the value they share."""

    by: str
    value: str
    records: tuple[int, ...]


@dataclass(slots=True)
class Matching:
    """Groups of records, each a work; what joined them; pairs that were not merged, with the reason; each record's
    plain title, as titles are compared."""

    groups: list[list[int]] = field(default_factory=list)
    joined: list[Joined] = field(default_factory=list)
    apart: list[tuple[int, int, str]] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)


def match(records: Sequence[Record]) -> Matching:
    """Group the records, which are in an order that does not depend on that of the files."""
    matcher = _Matcher(records)
    matcher.by("arxiv", (record.work.arxiv for record in records))
    matcher.by("doi", (record.work.doi for record in records))
    matcher.by("id", map(curators_id, records))
    matcher.by_title()
    matcher.by_name()
    return matcher.matching()


class _Matcher:
    """Groups under way, of the records' numbers."""

    def __init__(self, records: Sequence[Record]) -> None:
        self.records = records
        self.groups = Groups(len(records))
        self.titles = [normal_title(r.work.title.as_text()) if r.work.title else "" for r in records]
        self.joined: list[Joined] = []
        self.apart: list[tuple[int, int, str]] = []

    def matching(self) -> Matching:
        return Matching(self.groups.all, self.joined, self.apart, self.titles)

    def profile(self, *groups: int) -> Profile:
        return Profile.of([self.records[number] for group in groups for number in self.groups.members[group]])

    def by(self, what: str, keys: Iterable[str | None]) -> None:
        """Join the records that share a key."""
        for key, numbers in _collected(keys):
            if self.groups.join(*numbers):
                self.joined.append(Joined(what, key, tuple(numbers)))

    def by_title(self) -> None:
        """Join the groups that share a title, unless there is evidence against it."""
        for title, numbers in _collected(self.titles):
            groups = sorted({self.groups.of(number) for number in numbers})
            if len(groups) > 1:
                for together in self.agreeing(title, groups):
                    shared = tuple(number for number in numbers if self.groups.of(number) in together)
                    if self.groups.join(*together):
                        self.joined.append(Joined("title", self.shown(shared[0]), shared))

    def agreeing(self, title: str, groups: list[int]) -> list[list[int]]:
        """The groups parted into works: those that agree with each other and with the same of the rest."""
        if len(groups) > MANY and self.profile(*groups).is_mixed:
            self.apart.append((groups[0], groups[1], f"{len(groups)} works share the title"))
            return []
        why = conflicts(title, {group: self.profile(group) for group in groups})
        parts: dict[frozenset[int], list[int]] = {}
        for a in groups:
            fitting = frozenset(b for b in groups if a == b or not why[min(a, b), max(a, b)])
            parts.setdefault(fitting, []).append(a)
        for ours, theirs in pairwise(parts.values()):
            reason = why[min(ours[0], theirs[0]), max(ours[0], theirs[0])]
            self.apart.append((ours[0], theirs[0], reason or "the same title, but several works match it"))
        return list(parts.values())

    def shown(self, number: int) -> str:
        title = self.records[number].work.title
        return title.source if title else ""

    def by_name(self) -> None:
        """A record of the curator's with an id and no title means the paper that has this id, or this key."""
        titled = {self.groups.of(number) for number, title in enumerate(self.titles) if title}
        bare = {self.groups.of(number) for number in range(len(self.records))} - titled
        if not bare:
            return
        known: dict[str | None, set[int]] = defaultdict(set)
        for number, record in enumerate(self.records):
            if self.groups.of(number) in titled:
                key = record.id if record.authority != Authority.CURATOR else None
                for name in (key, *derived_ids(record.work)):
                    known[name].add(self.groups.of(number))
        for group in sorted(bare):
            profile = self.profile(group)
            meant = {other for id in profile.ids for other in known[id]}
            if len(meant) == 1 and not profile.differs(self.profile(other := meant.pop())):
                self.joined.append(Joined("id", min(profile.ids), tuple(sorted((group, other)))))
                self.groups.join(group, other)


def _collected(keys: Iterable[str | None]) -> list[tuple[str, list[int]]]:
    """The keys in order, each with the numbers of the records that have it."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, key in enumerate(keys):
        if key:
            found[key].append(number)
    return sorted(found.items())
