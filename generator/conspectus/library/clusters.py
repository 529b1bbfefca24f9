"""Clusters: records that share keys, and the papers made of them, which depend on nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import is_
from typing import NamedTuple

from conspectus.derived import Known
from conspectus.diagnostics import Mistake
from conspectus.library import decisions, findings
from conspectus.library.compared import Compared, Keys
from conspectus.library.ids import choose, derived_ids, longer_ids, wanted_id
from conspectus.library.matching import match
from conspectus.library.merging import merged, rank, with_former_ids
from conspectus.model.paper import Alike, Authority, Dropped, Exclusion, Merge, Paper, Record


class Member(NamedTuple):
    """A record, by what it is recognized wherever in its file it is (`name`), and what is compared of it."""

    record: Record
    name: str
    compared: Compared

    @classmethod
    def all(
        cls, records: Iterable[Record], known: Mapping[str, Member], keys: Known[Keys] | None = None
    ) -> tuple[Member, ...]:
        """The members that a file's records are; `known`: those of the file before, by their names. `keys`: those of
        records that an earlier build had."""
        repeated = Counter[str]()
        members = []
        for record in records:
            work = record.work
            title = work.title and work.title.source
            name = repr((record.span.file, record.id, record.assigned, title, work.arxiv, work.doi))
            repeated[name] += 1
            if repeated[name] > 1:
                name = f"{name} {repeated[name]}"
            old = known.get(name)
            members.append(old if old and old.record is record else cls(record, name, _compared(record, old, keys)))
        return tuple(members)


def _compared(record: Record, previous: Member | None, keys: Known[Keys] | None) -> Compared:
    """What is compared of a record; the very same as of the member before while it says the same."""
    compared = Compared(record, keys)
    return previous.compared if previous and previous.compared.digest == compared.digest else compared


@dataclass(frozen=True, slots=True)
class Cluster:
    """The papers made of some records.

    `reserved`: further ids that its papers may get where two would have the same.
    """

    members: tuple[Member, ...]
    papers: tuple[Paper, ...]
    reserved: frozenset[str] = frozenset()
    merges: tuple[Merge, ...] = ()
    apart: tuple[Alike, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    mistakes: tuple[Mistake, ...] = ()

    @property
    def tells(self) -> bool:
        """Whether it has anything to report besides its papers."""
        return bool(self.merges or self.apart or self.dropped or self.mistakes)


def clustered(members: tuple[Member, ...]) -> Cluster:
    """Match and merge records, which are in an order that does not depend on that of the files."""
    records = tuple([member.record for member in members])
    if len(records) == 1 and records[0].work.title and not records[0].same_as:
        return _alone(members[0])
    matching = match(records, [member.compared.profile for member in members])
    groups = [sorted((records[number] for number in group), key=rank) for group in matching.groups]
    contradicted = decisions.contradicted(records, matching.groups) - {*matching.unresolved}
    left = {*matching.unresolved, *contradicted}
    resolved = [record for number, record in enumerate(records) if record.same_as and number not in left]
    works = [with_former_ids(*merged(group), group, resolved) for group in groups]
    titled = [place for place, (work, _) in enumerate(works) if work.title]
    wanted = [(wanted_id(groups[place], resolved), works[place][0]) for place in titled]
    ids = dict(zip(titled, choose(wanted), strict=True))
    papers = [Paper(id, works[place][0], tuple(groups[place]), works[place][1]) for place, id in ids.items()]
    papers.sort(key=lambda paper: paper.id)
    paper_of = {number: id for place, id in ids.items() for number in matching.groups[place]}
    untitled = [group for place, group in enumerate(groups) if place not in ids]
    return Cluster(
        members,
        tuple(papers),
        frozenset(longer_ids(wanted)),
        tuple(findings.merges(matching, records, paper_of)),
        tuple(findings.apart(matching, paper_of)),
        tuple(findings.dropped(untitled)),
        (
            *findings.mistakes(papers, groups, untitled),
            *decisions.mistakes(records, papers, matching.unresolved, contradicted),
        ),
    )


def _alone(member: Member) -> Cluster:
    """The cluster of a record with a title that nothing is to be matched with."""
    record = member.record
    work, origins = with_former_ids(*merged([record]), [record], [])
    id = wanted_id([record], []) or derived_ids(work)[0]
    return Cluster((member,), (Paper(id, work, (record,), origins),))


def taken_over(cluster: Cluster | None, members: tuple[Member, ...]) -> Cluster | None:
    """The cluster of these records, if it can be had from an earlier one, in which the first of them was.

    The same object if all records are the same objects. For a single record that only moved within its file, the
    cluster with new positions, unless it has messages, which may name lines. None in all other cases.
    """
    if cluster is None or len(cluster.members) != len(members):
        return None
    if all(map(is_, cluster.members, members)):
        return cluster
    if cluster.tells or len(cluster.papers) != 1 or len(members) != 1:
        return None
    (paper,), old, record = cluster.papers, cluster.members[0].record, members[0].record
    if old.moved(record.span.line - old.span.line) != record:
        return None
    work = paper.work if record.work is old.work else merged([record])[0]
    return Cluster(members, (Paper(paper.id, work, (record,), dict.fromkeys(paper.origins, record.span)),))


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
