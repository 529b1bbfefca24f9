"""When papers came into the survey, where neither the record nor its listing says it.

No clock and no git is asked: the same files make the same site. A listing that a record names counts by the day in its
name, and a file of any format by the day in its own, so `export-2026-06-12.bib` dates every paper it brings.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

from conspectus.model.paper import Reading, Record
from conspectus.model.when import Date


def dated(reading: Reading) -> Reading:
    """The reading, its records with the day they were added wherever it can be known."""
    own = Date.in_name(PurePosixPath(reading.path).stem)
    return replace(reading, records=tuple(_dated(record, own) for record in reading.records))


def _dated(record: Record, own: Date | None) -> Record:
    """`own` is the day in the file's name."""
    work = record.work
    listed = [day for name in work.listed if (day := Date.in_name(name))]
    added = work.added or min(listed, key=lambda day: day.order, default=own)
    return record if added == work.added else replace(record, work=replace(work, added=added))
