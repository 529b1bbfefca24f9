"""From readings to the library: records are grouped into works.

Records are matched together if the evidence links them, or if their papers might want the same id. What is made of
them, a cluster, depends on nothing else, so it is reused while they stay the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from conspectus.derived import Delta, Known, Memory, Recomputed
from conspectus.library.clusters import Cluster, Member, clustered, distinct, taken_over
from conspectus.library.compared import Keys
from conspectus.library.groups import Groups
from conspectus.library.links import Links, Related
from conspectus.model.paper import Dropped, Library, Paper, Reading

MERGED_BY = ("arxiv", "doi", "id", "title")


@dataclass(frozen=True, slots=True)
class File:
    """A reading, its records without those that repeat another one, and those that do."""

    reading: Reading
    members: tuple[Member, ...]
    repeated: tuple[Dropped, ...]

    @classmethod
    def of(cls, reading: Reading, previous: File | None, keys: Known[Keys] | None = None) -> File:
        """What merging needs of a reading; `previous`: the same for the file's last one; `keys`: as of `Member`."""
        if previous and previous.reading is reading:
            return previous
        known = {member.name: member for member in previous.members} if previous else {}
        records, repeated = distinct(reading.records)
        return cls(reading, Member.all(records, known, keys), repeated)


@dataclass(frozen=True, slots=True)
class Merged:
    """A library, and what the next merge may reuse.

    `clusters`: the cluster that each record is in, by the record's name. `reserved`: for each id that a cluster
    reserves, the name of a record in it.
    """

    library: Library = field(default_factory=lambda: Library(()))
    files: Mapping[str, File] = field(default_factory=dict)
    links: Links = field(default_factory=Links)
    clusters: Mapping[str, Cluster] = field(default_factory=dict)
    reserved: Mapping[str, str] = field(default_factory=dict)
    recomputed: tuple[Recomputed, ...] = ()


def merge(readings: Iterable[Reading], previous: Merged | None = None, memory: Memory | None = None) -> Merged:
    """Put together the records that are one work.

    What says so is weighed (`evidence.py`); where it conflicts, papers stay two and are reported. What has no title is
    dropped, and so is what an export or a listing repeats. The outcome does not depend on the order of the readings,
    nor on `previous`, of which only the clusters with a record that changed are made anew, nor on a `memory` of earlier
    builds, in place of a previous one.
    """
    last = previous or Merged()
    keys = Known(memory, "records", Keys) if memory and not previous else None
    known = Known(memory, "blocks", Related) if memory and not previous else None
    by_path = sorted(readings, key=lambda reading: reading.path)
    files = {reading.path: File.of(reading, last.files.get(reading.path), keys) for reading in by_path}
    changed = tuple(sorted(Delta.between(last.files, files).keys))
    if not changed:
        return replace(last, recomputed=(Recomputed("papers merged", (), len(last.library.papers)),))
    before = {member.name: member for path in changed if path in last.files for member in last.files[path].members}
    now = {member.name: member for path in changed if path in files for member in files[path].members}
    links = last.links.after(
        {name: member.compared for name, member in before.items()},
        {name: member.compared for name, member in now.items()},
        known,
    )
    if keys and known:
        keys.keep()
        known.keep()
    old, new, reserved = _regrouped(Delta.between(before, now), now, links, last)
    clusters = dict(last.clusters)
    for name in [member.name for cluster in old for member in cluster.members]:
        del clusters[name]
    clusters |= {member.name: cluster for cluster in new for member in cluster.members}
    removed = {paper.id: paper for cluster in old for paper in cluster.papers}
    added = {paper.id: paper for cluster in new for paper in cluster.papers}
    papers = {id: paper for id, paper in last.library.by_id.items() if id not in removed} | added
    telling = {id(cluster): cluster for cluster in clusters.values() if cluster.tells}
    repeated = [drop for file in files.values() for drop in file.repeated]
    library = _library(papers, telling.values(), repeated)
    delta = Delta.between(removed, added)
    made = delta.added | {id for id in delta.changed if not _only_moved(removed[id], added[id])}
    recomputed = (
        Recomputed("papers merged", tuple(sorted(made)), len(papers), changed),
        Recomputed("papers removed", tuple(sorted(delta.removed)), 0, changed),
    )
    if memory:  # which has what the next build goes on from
        return Merged(library, recomputed=recomputed)
    return Merged(library, files, links, clusters, reserved, recomputed)


def _only_moved(old: Paper, new: Paper) -> bool:
    """Whether a paper was taken over with new positions."""
    return len(new.records) == 1 == len(old.records) and old.work is new.work


def _regrouped(
    delta: Delta[str], now: Mapping[str, Member], links: Links, last: Merged
) -> tuple[list[Cluster], list[Cluster], dict[str, str]]:
    """The clusters that are made anew, as they were and as they are, and what all clusters reserve.

    They are those with a record that changed or has other links. Where a cluster reserves further ids for its papers,
    records that may want such an id are added to it, with all that they are in a cluster with.
    """
    stale = delta.keys | links.touched
    wanted = [id for name in links.touched if name in now for id in now[name].compared.keys.wanted]
    stale |= {last.reserved[id] for id in wanted if id in last.reserved}
    while True:
        old = list({id(last.clusters[name]): last.clusters[name] for name in stale if name in last.clusters}.values())
        names = {member.name: member for cluster in old for member in cluster.members}
        kept = {name: member for name, member in names.items() if name not in delta.removed}
        members = sorted({**kept, **{name: now[name] for name in delta.present}}.values(), key=_order)
        reserved = {id: name for id, name in last.reserved.items() if name not in names}
        new, outside = _grouped(members, links, last.clusters, reserved)
        if not outside:
            return old, new, reserved
        stale |= outside


def _order(member: Member) -> tuple[object, ...]:
    return member.record.span, member.name


def _grouped(
    members: Sequence[Member], links: Links, known: Mapping[str, Cluster], reserved: dict[str, str]
) -> tuple[list[Cluster], set[str]]:
    """The clusters of some records, and the names of others that belong in one of them.

    `known`: the clusters before; `reserved`: what is reserved, to which their ids are added.
    """
    numbers = {member.name: number for number, member in enumerate(members)}
    groups, made = Groups(len(members)), dict[tuple[int, ...], Cluster]()
    for names in links.among(numbers.keys()):
        groups.join(*[numbers[name] for name in names])
    while True:
        outside, joined = set[str](), False
        clusters = []
        for group in groups.all:
            own = tuple([members[number] for number in group])
            cluster = made.get(tuple(group)) or taken_over(known.get(own[0].name), own) or clustered(own)
            made[tuple(group)] = cluster
            clusters.append(cluster)
            for id in cluster.reserved:
                others = {reserved.setdefault(id, own[0].name), *links.wanting[id]}
                outside |= others - numbers.keys()
                joined |= groups.join(group[0], *[numbers[name] for name in others & numbers.keys()])
        if outside or not joined:
            return clusters, outside


def _library(papers: Mapping[str, Paper], clusters: Collection[Cluster], repeated: Iterable[Dropped]) -> Library:
    """The library of these papers; `clusters`: those with something to report besides their papers."""
    apart = {pair for cluster in clusters for pair in cluster.apart}
    dropped = [*repeated, *(drop for cluster in clusters for drop in cluster.dropped)]
    merges = [merge for cluster in clusters for merge in cluster.merges]
    mistakes = [mistake for cluster in clusters for mistake in cluster.mistakes]
    return Library(
        tuple(papers[id] for id in sorted(papers)),
        tuple(sorted(merges, key=lambda merge: (MERGED_BY.index(merge.by), merge.value, merge.spans))),
        tuple(sorted(apart, key=lambda pair: (pair.first, pair.second, pair.why))),
        tuple(sorted(dropped, key=lambda drop: drop.span)),
        tuple(sorted(mistakes, key=lambda mistake: (mistake.span, mistake.check, mistake.message))),
    )
