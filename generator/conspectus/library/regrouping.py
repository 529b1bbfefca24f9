"""From readings to the library: records are grouped into works, and again only where something changed.

Records hang together if they share a key: an identifier, a title, or a name that one of them could be called by. What
becomes of those that hang together, a cluster, depends on nothing else, so it is taken over while they stay the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from typing import TypeVar

from conspectus.derived import Delta, Index, Recomputed, inverted
from conspectus.library.clusters import Cluster, Name, clustered, distinct, keys, moved, named
from conspectus.library.near_duplicates import NearDuplicates
from conspectus.model.paper import Dropped, Library, Paper, Reading, Record

MERGED_BY = ("arxiv", "doi", "id", "title")

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class File:
    """A reading, its records without those that repeat another one, their order, and those that do."""

    reading: Reading
    records: Mapping[Name, Record]
    position: Mapping[Name, int]
    repeated: tuple[Dropped, ...]

    @classmethod
    def of(cls, reading: Reading) -> File:
        """What merging takes from a reading."""
        distinct_records, repeated = distinct(reading.records)
        records = named(reading.path, distinct_records)
        return cls(reading, records, {name: place for place, name in enumerate(records)}, repeated)


@dataclass(frozen=True, slots=True)
class Merged:
    """A library, and what the next merge may reuse.

    `clusters`: of each record, the one it is in. `telling`: those with something to say beside their papers, by their
    first records. `sharing`: the records that have a key.
    """

    library: Library = field(default_factory=lambda: Library(()))
    files: Mapping[str, File] = field(default_factory=dict)
    clusters: Mapping[Name, Cluster] = field(default_factory=dict)
    telling: Mapping[Name, Cluster] = field(default_factory=dict)
    sharing: Index[str, Name] = field(default_factory=Index)
    near: NearDuplicates = field(default_factory=NearDuplicates)
    recomputed: tuple[Recomputed, ...] = ()


def merge(readings: Iterable[Reading], previous: Merged | None = None) -> Merged:
    """Put together the records that are one work.

    One work: the same arXiv id, the same DOI, the same id of the curator's, or the same title (and year within one)
    with nothing that says otherwise. What is only alike is reported and left apart; what has no title is dropped,
    and so is what an export or a listing says twice. The outcome does not depend on the order of the readings, nor
    on `previous`, from which the clusters of records that stayed the same are taken over.
    """
    previous = previous or Merged()
    files = dict(_files(readings, previous))
    changed = sorted(Delta.between(previous.files, files).keys)
    if not changed:
        return replace(previous, recomputed=(Recomputed("papers merged", (), len(previous.library.papers)),))
    before, now = _records(previous.files, changed), _records(files, changed)
    delta = Delta.between(before, now)
    shifted = {name: cluster for name in delta.changed if (cluster := moved(previous.clusters[name], now[name]))}
    delta = Delta(delta.added, delta.removed, delta.changed - shifted.keys())
    grouping = _Grouping(files, {**previous.clusters, **shifted}, previous.sharing)
    grouping.group_again(delta, before, now)
    gone = [*grouping.taken_apart, *(previous.clusters[name] for name in shifted)]
    come = [each for each in (*shifted.values(), *grouping.made) if grouping.clusters.get(each.members[0]) is each]
    papers = _without(previous.library.by_id, {paper.id for each in gone for paper in each.papers})
    papers |= {paper.id: paper for each in come for paper in each.papers}
    telling = _without(previous.telling, {each.members[0] for each in gone})
    telling |= {each.members[0]: each for each in come if each.tells}
    differing = Delta.between(previous.library.by_id, papers)
    elsewhere = {each.papers[0].id for each in shifted.values() if grouping.clusters.get(each.members[0]) is each}
    differing = Delta(differing.added, differing.removed, differing.changed - elsewhere)
    near = previous.near.after(papers, differing)
    library = _library(papers, telling.values(), near, [drop for file in files.values() for drop in file.repeated])
    recomputed = (
        Recomputed("papers merged", tuple(sorted(differing.present)), len(papers), tuple(changed)),
        Recomputed("papers removed", tuple(sorted(differing.removed)), 0, tuple(changed)),
    )
    return Merged(library, files, grouping.clusters, telling, grouping.sharing, near, recomputed)


def _files(readings: Iterable[Reading], previous: Merged) -> Iterator[tuple[str, File]]:
    for reading in sorted(readings, key=lambda reading: reading.path):
        known = previous.files.get(reading.path)
        yield reading.path, known if known and known.reading is reading else File.of(reading)


def _records(files: Mapping[str, File], paths: Iterable[str]) -> dict[Name, Record]:
    """The records of some files, those that are there."""
    return {name: record for path in paths if path in files for name, record in files[path].records.items()}


def _without(table: Mapping[K, V], keys: Iterable[K]) -> dict[K, V]:
    rest = dict(table)
    for key in keys:
        rest.pop(key, None)
    return rest


class _Grouping:
    """Groups under way: clusters are taken apart and put together until each record is in one."""

    def __init__(self, files: Mapping[str, File], clusters: dict[Name, Cluster], sharing: Index[str, Name]) -> None:
        self.files = files
        self.clusters = clusters
        self.sharing = sharing
        self.reserving: dict[str, set[Name]] = defaultdict(set)  # the first records of clusters, by what they reserve
        for cluster in clusters.values():
            for key in cluster.names:
                self.reserving[key].add(cluster.members[0])
        self.keys: dict[Name, frozenset[str]] = {}  # of records, as far as they were looked at
        self.waiting: set[Name] = set()
        self.taken_apart: list[Cluster] = []
        self.made: list[Cluster] = []

    def group_again(self, delta: Delta[Name], before: Mapping[Name, Record], now: Mapping[Name, Record]) -> None:
        """Put the records that differ, and all that hang together with them or did before, into clusters."""
        self.keys = {name: keys(now[name]) for name in delta.present}
        stale = {key for name in delta.removed | delta.changed for key in keys(before[name])}
        self.sharing = self.sharing.after(delta, inverted(self.keys), stale)
        for name in delta.removed | delta.changed:
            self._take_apart(name)
        for name in delta.present:
            for other in self._having(self.keys[name]):
                self._take_apart(other)
        self.waiting = (self.waiting | delta.present) - delta.removed
        for name in self._in_order(self.waiting):
            if name not in self.clusters:
                self._cluster(name)

    def _cluster(self, name: Name) -> None:
        members = self._hanging_together({name})
        while True:
            ordered = self._in_order(members)
            cluster = clustered({member: self._record(member) for member in ordered})
            others = self._having(cluster.names) - members
            if not others:
                break
            for other in others:
                self._take_apart(other)
            members = self._hanging_together(members | others)
        self.made.append(cluster)
        self.clusters.update(dict.fromkeys(ordered, cluster))
        for key in cluster.names:
            self.reserving[key].add(ordered[0])

    def _take_apart(self, name: Name) -> None:
        """Take apart the cluster of a record, if it is in one; its records wait for another."""
        if name in self.clusters:
            cluster = self.clusters[name]
            for member in cluster.members:
                del self.clusters[member]
            for key in cluster.names:
                self.reserving[key].discard(cluster.members[0])
            self.taken_apart.append(cluster)
            self.waiting.update(cluster.members)

    def _hanging_together(self, names: Set[Name]) -> set[Name]:
        """All that share a key with these, or with those that do, and so on."""
        found, waiting = set(names), list(names)
        while waiting:
            name = waiting.pop()
            others = self._having(self.keys.get(name) or keys(self._record(name))) - found
            found |= others
            waiting += others
        return found

    def _having(self, keys: Iterable[str]) -> set[Name]:
        """The records that have any of these keys, and the first ones of clusters that reserve any."""
        return {name for key in keys for having in (self.sharing[key], self.reserving.get(key, ())) for name in having}

    def _record(self, name: Name) -> Record:
        return self.files[name.file].records[name]

    def _in_order(self, names: Collection[Name]) -> list[Name]:
        """Records in the order of their files' paths and of their places there."""
        return sorted(names, key=lambda name: (name.file, self.files[name.file].position[name]))


def _library(
    papers: Mapping[str, Paper], telling: Iterable[Cluster], near: NearDuplicates, repeated: Iterable[Dropped]
) -> Library:
    told = list(telling)
    apart = near.all.union(*(cluster.apart for cluster in told))
    dropped = [*repeated, *(drop for cluster in told for drop in cluster.dropped)]
    merges = [merge for cluster in told for merge in cluster.merges]
    mistakes = [mistake for cluster in told for mistake in cluster.mistakes]
    return Library(
        tuple(papers[id] for id in sorted(papers)),
        tuple(sorted(merges, key=lambda merge: (MERGED_BY.index(merge.by), merge.value, merge.spans))),
        tuple(sorted(apart, key=lambda pair: (pair.first, pair.second, pair.why))),
        tuple(sorted(dropped, key=lambda drop: drop.span)),
        tuple(sorted(mistakes, key=lambda mistake: (mistake.span, mistake.check, mistake.message))),
    )
