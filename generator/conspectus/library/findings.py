"""What merging reports: records that became one paper, papers that stayed two, records left out, and mistakes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from conspectus.diagnostics import Mistake
from conspectus.library.ids import curators_id
from conspectus.library.matching import Matching
from conspectus.library.verdicts import Verdict
from conspectus.model.paper import Alike, Authority, Dropped, Exclusion, Merge, Paper, Record, Relation

Group = Sequence[Record]
"""The records of one work."""


def merges(found: Matching, records: Sequence[Record], paper_of: Mapping[int, str]) -> Iterator[Merge]:
    for joined in found.joined:
        if joined.records[0] in paper_of:
            spans = tuple(records[number].span for number in joined.records)
            yield Merge(paper_of[joined.records[0]], joined.by, joined.value, spans, joined.why)


def apart(found: Matching, paper_of: Mapping[int, str]) -> Iterator[Alike]:
    """Works that have much in common and stayed two."""
    for each in found.apart:
        if each.first in paper_of and each.second in paper_of:
            one, other = sorted((paper_of[each.first], paper_of[each.second]))
            yield Alike(one, other, each.why, _relation(each.verdict))


def _relation(verdict: Verdict) -> Relation:
    if verdict.shares_identifier:
        return Relation.SHARED_IDENTIFIER
    return Relation.VERSIONS if verdict.versions else Relation.ALIKE


def dropped(untitled: Iterable[Group]) -> Iterator[Dropped]:
    for group in untitled:
        for record in group:
            yield Dropped(name(record), record.span, "no source gives a title", Exclusion.NO_TITLE)


def name(record: Record) -> str:
    """What a record without a title can be called."""
    work = record.work
    return work.title.as_text() if work.title else record.id or work.arxiv or work.doi or ""


def mistakes(papers: Sequence[Paper], groups: Iterable[Group], untitled: Iterable[Group]) -> Iterator[Mistake]:
    """What is wrong with the curator's records: ids, titles, earlier ids."""
    yield from _repeated_ids(groups)
    yield from _shared_ids(papers)
    yield from _missing_titles(untitled)
    yield from _revived_ids(papers)


def _repeated_ids(groups: Iterable[Group]) -> Iterator[Mistake]:
    """Ids given twice, two ids for one work, and ids that differ only in case, which some disks don't tell apart."""
    spelled: dict[str, Record] = {}
    for group in groups:
        named = sorted(
            (record for record in group if curators_id(record) and not record.same_as), key=lambda record: record.span
        )
        for record in named[1:]:
            first = named[0]
            if record.id == first.id:
                message = f"the id `{record.id}` is used twice"
                help = f"delete one of the records or change its id; the first is in {first.span}"
            else:
                message = f"`{record.id}` and `{first.id}` are the same work"
                help = (
                    f"keep one record, with the other id under `was`, or correct the arXiv id or DOI; see {first.span}"
                )
            yield Mistake("duplicate-id", message, record.span, help)
        for record in named[:1]:
            other = spelled.setdefault(str(record.id).lower(), record)
            if other is not record and other.id != record.id:
                message = f"the ids `{record.id}` and `{other.id}` differ only in case"
                yield Mistake("duplicate-id", message, record.span, f"change one; the first is in {other.span}")


def _shared_ids(papers: Iterable[Paper]) -> Iterator[Mistake]:
    """Papers with one id, of which the site would show one: their records are the curator's or imported with it, and a
    record says with `not` that they are two."""
    first: dict[str, Paper] = {}
    for paper in papers:
        other = first.setdefault(paper.id, paper)
        if other is not paper:
            message = f"two papers would have the id `{paper.id}`"
            help = f"give this one another `id`; the first is in {other.span}"
            yield Mistake("duplicate-id", message, paper.span, help)


def _missing_titles(untitled: Iterable[Group]) -> Iterator[Mistake]:
    for group in untitled:
        for record in group:
            if "title" in record.left_out:
                continue
            if record.authority == Authority.CURATOR:
                name = f"the record `{record.id}`" if record.id else "the record"
                message = f"{name} has no title, and no other source gives one"
                help = "add `title:`, or an arXiv id or DOI that a listing or an export has"
                yield Mistake("missing-title", message, record.span, help)
            elif record.authority == Authority.EXPORT:
                name = f"the entry `{record.id}`" if record.id else "this entry"
                message = f"{name} has no title, and no other source gives one"
                yield Mistake("broken-entry", message, record.span, "add the title, or delete the entry")


def _revived_ids(papers: Sequence[Paper]) -> Iterator[Mistake]:
    """A former id becomes a redirect, whose address must not be that of a paper or of another redirect."""
    owners = {paper.id.lower(): paper for paper in papers}
    for paper in papers:
        for earlier in paper.work.was:
            owner = owners.setdefault(earlier.lower(), paper)
            if owner is not paper:
                message = f"`{earlier}`, a former id of `{paper.id}`, is also an id of `{owner.id}`"
                yield Mistake("duplicate-id", message, paper.origins["was"], "delete one of the two")
