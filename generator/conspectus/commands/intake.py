"""What an import adds: which records are new, which belong to papers that are present already, and why."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from conspectus.diagnostics import Span
from conspectus.model.paper import Alike, Dropped, Exclusion, Library, Merge, Paper, Reading, Record
from conspectus.text.counting import counted

BY = {"arxiv": "arXiv id", "doi": "DOI", "title": "title"}
"""The names of the fields by which records are merged."""

MOST_COLUMNS = 8
"""How many columns of a table that are not read are named."""


@dataclass(frozen=True, slots=True)
class Met:
    """A record of a work that another record is about too, and by what they were merged."""

    record: Record
    paper: Paper
    by: str
    known: bool  # a record outside this file is of the same work; else the file itself has it twice


@dataclass(frozen=True, slots=True)
class Intake:
    """What one file adds."""

    reading: Reading
    new: tuple[Paper, ...]
    met: tuple[Met, ...]
    apart: tuple[Alike, ...]
    dropped: tuple[Dropped, ...]


def account(before: Library, after: Library, readings: Sequence[Reading]) -> Iterator[Intake]:
    """What each of the new `readings` adds, in order; `after` is `before` merged with all of them.

    A reading may be a part of its file: the other records of the file are then known already.
    """
    files = [reading.path for reading in readings]
    kept_apart = set(before.apart)
    already_dropped = set(before.dropped)
    for nth, reading in enumerate(readings):
        later = set(files[nth + 1 :])
        spans = {record.span for record in reading.records}
        new, met = [], []
        touched = set()
        for paper in after.papers:
            own = [record for record in paper.records if record.span in spans]
            if not own:
                continue
            touched.add(paper.id)
            known = any(record.span not in spans and record.span.file not in later for record in paper.records)
            own.sort(key=lambda record: record.span)
            if not known:
                new.append(paper)
            met += [Met(record, paper, reason(record, after.merges), known) for record in own[0 if known else 1 :]]
        yield Intake(
            reading,
            tuple(new),
            tuple(met),
            tuple(a for a in after.apart if a not in kept_apart and touched & {a.first, a.second}),
            reading.dropped
            + tuple(d for d in after.dropped if d.span.file == reading.path and d not in already_dropped),
        )


def reason(record: Record, merges: Sequence[Merge]) -> str:
    """By what a record was merged: `arXiv id 2404.14469`."""
    found = (f"{BY.get(merge.by, merge.by)} {_said(merge)}" for merge in merges if record.span in merge.spans)
    return "; ".join(dict.fromkeys(found))


def _said(merge: Merge) -> str:
    """What records were merged by, as a reader sees it."""
    from conspectus.text import Text

    return Text(merge.value).as_text() if merge.by == "title" else merge.value


def renamed(before: Library, after: Library, updated: Collection[str] = ()) -> Iterator[tuple[str, str]]:
    """Papers whose id, and so whose address, the import changes, as old and new id; `updated`: files whose entries
    stand at other places than before."""
    ids: dict[Span, str] = {record.span: paper.id for paper in after.papers for record in paper.records}
    for paper in before.papers:
        now = None if paper.span.file in updated else ids.get(paper.span)
        if now is not None and now != paper.id:
            yield paper.id, now


def lines(intake: Intake) -> Iterator[str]:
    """The report on one file."""
    reading = intake.reading
    known = sum(met.known for met in intake.met)
    repeated = sum(dropped.kind is Exclusion.REPEATED for dropped in intake.dropped)
    twice = len(intake.met) - known + repeated
    left_out = len(intake.dropped) - repeated
    counts = [f"{len(intake.new):,} new", f"{known:,} merged with present papers"]
    counts += [f"{twice:,} repeated in the file"] if twice else []
    counts += [counted(len(intake.apart), "near-duplicate")] if intake.apart else []
    counts += [f"{left_out:,} dropped"] if left_out else []
    records = counted(len(reading.records), "record")
    yield f"{reading.path}: read {records} ({reading.format}): {', '.join(counts)}"
    yield from details(intake)


def _unread(columns: Sequence[str]) -> str:
    """What to say of a table's columns that are not read."""
    names = ", ".join(f"`{name[:60]}`" for name in columns[:MOST_COLUMNS])
    more = f" and {len(columns) - MOST_COLUMNS:,} more" if len(columns) > MOST_COLUMNS else ""
    which = f"{counted(len(columns), 'column')} not read: {names}{more}"
    example = f"import_columns: {{{json.dumps(columns[0][:60], ensure_ascii=False)}: keywords}}"
    return f"{which}; to have one read, say in survey.yaml what it is, such as `{example}`"


def details(intake: Intake) -> Iterator[str]:
    """A line for each record of the file that tells something."""
    reading = intake.reading
    for remark in reading.remarks:
        yield f"  remark   {remark}"
    if reading.unread_columns:
        yield f"  remark   {_unread(reading.unread_columns)}"
    for paper in intake.new:
        yield f"  new      {paper.id}: {paper.title.as_text()}"
    for met in intake.met:
        others = ", ".join(str(r.span) for r in met.paper.records if r is not met.record)
        by = f" by {met.by}" if met.by else ""
        title = met.record.work.title
        yield f"  merged   {title.as_text() if title else met.record.id} with {met.paper.id} ({others}){by}"
    for alike in intake.apart:
        yield f"  similar  {alike.first} and {alike.second}: {alike.why}; not merged"
    for dropped in intake.dropped:
        verb = "repeated" if dropped.kind is Exclusion.REPEATED else "dropped "
        yield f"  {verb} {dropped.title or 'a record without a title'} ({dropped.span}): {dropped.why}"
