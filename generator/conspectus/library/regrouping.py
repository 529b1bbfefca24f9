"""From readings to the library: records are grouped into works.

Records are matched together if the evidence links them, or if their papers might want the same id. What is made of
them, a cluster, depends on nothing else, so it is reused while they stay the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from conspectus.derived import Delta, Recomputed
from conspectus.library.clusters import Cluster, Member, clustered, distinct, taken_over
from conspectus.library.groups import Groups
from conspectus.library.links import Links
from conspectus.model.paper import Dropped, Library, Paper, Reading

MERGED_BY = ("arxiv", "doi", "id", "title")


@dataclass(frozen=True, slots=True)
class File:
    """A reading, its records without those that repeat another one, and those that do."""

    reading: Reading
    members: tuple[Member, ...]
    repeated: tuple[Dropped, ...]

    @classmethod
    def of(cls, reading: Reading, previous: File | None) -> File:
        """What merging needs of a reading; `previous`: the same for the last reading of the file."""
        if previous and previous.reading is reading:
            return previous
        known = {member.name: member for member in previous.members} if previous else {}
        records, repeated = distinct(reading.records)
        return cls(reading, Member.all(records, known), repeated)


@dataclass(frozen=True, slots=True)
class Merged:
    """A library, and what the next merge may reuse: the `clusters` by the names of their first records, and more."""

    library: Library = field(default_factory=lambda: Library(()))
    files: Mapping[str, File] = field(default_factory=dict)
    clusters: Mapping[str, Cluster] = field(default_factory=dict)
    links: Links = field(default_factory=Links)
    recomputed: tuple[Recomputed, ...] = ()


def merge(readings: Iterable[Reading], previous: Merged | None = None) -> Merged:
    """Put together the records that are one work.

    What says so is weighed (`evidence.py`); where it conflicts, papers stay two and are reported. What has no title is
    dropped, and so is what an export or a listing repeats. The outcome does not depend on the order of the readings,
    nor on `previous`, from which the clusters of records that stayed the same are taken over.
    """
    last = previous or Merged()
    by_path = sorted(readings, key=lambda reading: reading.path)
    files = {reading.path: File.of(reading, last.files.get(reading.path)) for reading in by_path}
    changed = tuple(sorted(Delta.between(last.files, files).keys))
    if not changed:
        return replace(last, recomputed=(Recomputed("papers merged", (), len(last.library.papers)),))
    members = [member for file in files.values() for member in file.members]
    links = last.links.after({member.name: member.profile for member in members})
    clusters, made = _clusters(members, links, last.clusters)
    papers = {paper.id: paper for _, cluster in clusters for paper in cluster.papers}
    delta = Delta.between(last.library.by_id, papers)
    delta = delta._replace(changed=delta.changed & made)
    repeated = [drop for file in files.values() for drop in file.repeated]
    library = _library(papers, [cluster for _, cluster in clusters if cluster.tells], repeated)
    recomputed = (
        Recomputed("papers merged", tuple(sorted(delta.present)), len(papers), changed),
        Recomputed("papers removed", tuple(sorted(delta.removed)), 0, changed),
    )
    return Merged(library, files, dict(clusters), links, recomputed)


def _clusters(
    members: Sequence[Member], links: Links, previous: Mapping[str, Cluster]
) -> tuple[list[tuple[str, Cluster]], set[str]]:
    """The clusters of all records, each with the name of its first record, and the ids of the papers made anew.

    Where a cluster reserves further ids for its papers, records with such an id as a key are added to it.
    """
    groups, having = _grouped(members, links)
    known, made = dict(previous), set[str]()
    while True:
        clusters, joined = [], False
        for group in groups.all:
            name, records = members[group[0]].name, tuple([members[number].record for number in group])
            if (cluster := taken_over(known.get(name), records)) is None:
                cluster = known[name] = clustered(records)
                made.update(paper.id for paper in cluster.papers)
            clusters.append((name, cluster))
            for key in cluster.names:
                joined |= groups.join(group[0], having.setdefault(key, group[0]))
        if not joined:
            return clusters, made


def _grouped(members: Sequence[Member], links: Links) -> tuple[Groups, dict[str, int]]:
    """The numbers of records that are matched together, and the first record that has each key."""
    groups, having = Groups(len(members)), dict[str, int]()
    for number, member in enumerate(members):
        for key in member.keys:
            if (other := having.setdefault(key, number)) != number:
                groups.join(number, other)
    if links.found:
        numbers = {member.name: number for number, member in enumerate(members)}
        for one, two in links.pairs:
            groups.join(numbers[one], numbers[two])
    return groups, having


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
