"""Clusters: records that share keys, and the papers made of them, which depend on nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import is_
from typing import NamedTuple

from conspectus.diagnostics import Mistake
from conspectus.library import findings
from conspectus.library.ids import choose, derived_ids, longer_ids, spelled, wanted_id
from conspectus.library.matching import match
from conspectus.library.merging import merged, rank, with_former_ids
from conspectus.library.profiles import Profile
from conspectus.model.paper import Alike, Authority, Dropped, Exclusion, Merge, Paper, Record


class Member(NamedTuple):
    """A record, the ids that its paper may want (`keys`), and what is compared of it (`profile`).

    `name`: by what it is recognized, wherever in its file it is.
    """

    record: Record
    name: str
    keys: frozenset[str]
    profile: Profile

    @classmethod
    def all(cls, records: Iterable[Record], known: Mapping[str, Member]) -> tuple[Member, ...]:
        """The members that a file's records are; `known`: those of the file before, by their names."""
        repeated = Counter[str]()
        members = []
        for record in records:
            work = record.work
            name = repr((record.span.file, record.id, record.assigned, work.title, work.arxiv, work.doi))
            repeated[name] += 1
            if repeated[name] > 1:
                name = f"{name} {repeated[name]}"
            old = known.get(name)
            if (
                old
                and (old.record.work is work or old.record.work == work)
                and _decided(old.record) == _decided(record)
            ):
                members.append(cls(record, name, old.keys, old.profile))
            else:
                members.append(cls(record, name, keys(record), Profile.of(record)))
        return tuple(members)


def _decided(record: Record) -> tuple[str, ...]:
    """The ids that the curator says a record's paper has and has not, as they are compared."""
    return tuple(spelled(reference.id) for reference in (*((record.same_as,) if record.same_as else ()), *record.other))


@dataclass(frozen=True, slots=True)
class Cluster:
    """The papers made of some records. `names`: further ids that its papers may get where two would have the same."""

    records: tuple[Record, ...]
    papers: tuple[Paper, ...]
    names: frozenset[str] = frozenset()
    merges: tuple[Merge, ...] = ()
    apart: tuple[Alike, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    mistakes: tuple[Mistake, ...] = ()

    @property
    def tells(self) -> bool:
        """Whether it has anything to report besides its papers."""
        return bool(self.merges or self.apart or self.dropped or self.mistakes)


def keys(record: Record) -> frozenset[str]:
    """All ids that a record's paper could get, and those the curator says it has or has not.

    They are in lower case, for no two papers may differ in that alone.
    """
    work = record.work
    names = (record.id, record.assigned, *derived_ids(work), *work.was, *_decided(record))
    return frozenset(name.lower() for name in names if name)


def clustered(records: tuple[Record, ...]) -> Cluster:
    """Match and merge records, which are in an order that does not depend on that of the files."""
    matching = match(records)
    groups = [sorted((records[number] for number in group), key=rank) for group in matching.groups]
    resolved = [record for number, record in enumerate(records) if record.same_as and number not in matching.unresolved]
    works = [with_former_ids(*merged(group), group, resolved) for group in groups]
    titled = [place for place, (work, _) in enumerate(works) if work.title]
    wanted = [(wanted_id(groups[place], resolved), works[place][0]) for place in titled]
    ids = dict(zip(titled, choose(wanted), strict=True))
    papers = [Paper(id, works[place][0], tuple(groups[place]), works[place][1]) for place, id in ids.items()]
    papers.sort(key=lambda paper: paper.id)
    paper_of = {number: id for place, id in ids.items() for number in matching.groups[place]}
    untitled = [group for place, group in enumerate(groups) if place not in ids]
    return Cluster(
        records,
        tuple(papers),
        frozenset(longer_ids(wanted)),
        tuple(findings.merges(matching, records, paper_of)),
        tuple(findings.apart(matching, paper_of)),
        tuple(findings.dropped(untitled)),
        tuple(findings.mistakes(papers, groups, untitled, [records[number] for number in matching.unresolved])),
    )


def taken_over(cluster: Cluster | None, records: tuple[Record, ...]) -> Cluster | None:
    """The cluster of these records, if it can be had from an earlier one, whose first record has the same name.

    The same object if all records are the same objects. For a single record that only moved within its file, the
    cluster with new positions, unless it has messages, which may name lines. None in all other cases.
    """
    if cluster is None or len(cluster.records) != len(records):
        return None
    if all(map(is_, cluster.records, records)):
        return cluster
    if cluster.tells or len(cluster.papers) != 1 or len(records) != 1:
        return None
    (paper,), (old,), (record,) = cluster.papers, cluster.records, records
    if old.moved(record.span.line - old.span.line) != record:
        return None
    work = paper.work if record.work is old.work else merged([record])[0]
    return Cluster(records, (Paper(paper.id, work, records, dict.fromkeys(paper.origins, record.span)),))


def distinct(records: Sequence[Record]) -> tuple[list[Record], tuple[Dropped, ...]]:
    """The records of a file without exact repetitions, and the repetitions; the curator's records all stay."""
    kept: list[Record] = []
    repeated: list[Dropped] = []
    seen: dict[object, Record] = {}
    for record in records:
        own = record.authority == Authority.CURATOR
        first = record if own else seen.setdefault((record.id, record.work), record)
        if first is record:
            kept.append(record)
        else:
            repeated.append(
                Dropped(findings.name(record), record.span, f"it repeats line {first.span.line}", Exclusion.REPEATED)
            )
    return kept, tuple(repeated)
