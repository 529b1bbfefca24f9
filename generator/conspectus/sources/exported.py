"""What an export's reader hands on: entries, from which the reading is made in one way for all formats."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from conspectus.diagnostics import Mistake, Span
from conspectus.model.paper import Authority, Dropped, Reading, Record
from conspectus.sources.entry_fields import EntryFields, work_of
from conspectus.sources.fields import clean
from conspectus.sources.limits import limited
from conspectus.sources.odd_values import local_files, odd_values
from conspectus.sources.placeholders import without_placeholders

MOST_REMARKS = 50
"""How many remarks of a file are listed one by one."""


@dataclass(frozen=True, slots=True)
class Exported:
    """One entry: its fields, where it begins, the citation key it is exported with, and the collections it is in, each
    with those above it."""

    fields: EntryFields
    span: Span
    key: str = ""
    groups: tuple[tuple[str, ...], ...] = ()


def reading_of(
    path: str,
    format: str,
    entries: Iterable[Exported],
    *,
    mistakes: Iterable[Mistake] = (),
    dropped: Iterable[Dropped] = (),
    remarks: Iterable[str] = (),
    unread: Iterable[str] = (),
) -> Reading:
    """The entries as records, with remarks on values that cannot be what they stand for, after those of the format's
    reader."""
    records: list[Record] = []
    odd = [*unread]
    files = 0
    for entry in limited(entries):
        work = work_of(without_placeholders(entry.fields))
        records.append(Record(work, entry.span, Authority.EXPORT, entry.key or None, entry.groups))
        odd += [f"line {entry.span.line}: {remark}" for remark in odd_values(entry.fields, work)]
        files += local_files(entry.fields)
    left = [f"links to files on the computer of the export are left out: {files:,}"] if files else []
    listed = [*remarks, *left, *odd]
    if len(listed) > MOST_REMARKS:
        listed[MOST_REMARKS:] = [f"and {len(listed) - MOST_REMARKS} more remarks"]
    return Reading(path, format, tuple(records), tuple(mistakes), tuple(dropped), tuple(listed), unread=tuple(odd))


def citation_key(text: str) -> str:
    """A key that people cite by; the numbers by which databases count their records are none."""
    key = clean(text)
    return key if re.search(r"[^\W\d_]", key) and not re.search(r"[\s,{}]", key) else ""
