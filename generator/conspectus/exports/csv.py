"""CSV as RFC 4180 has it, for spreadsheets and scripts: a heading, then a line for each paper."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from functools import lru_cache

from conspectus.exports.entry import Entry, one_line
from conspectus.exports.kinds import kind_of

NAME = "CSV"
SUFFIX = "csv"
MEDIA_TYPE = "text/csv"

COLUMNS = (
    "key title authors date kind venue volume issue pages publisher organization arxiv doi"
    " url pdf code project keywords"
).split()

FORMULA = re.compile(r"[=@]|[+-](?!\d[\w .,;:%/×–-]*$)")
"""What makes a spreadsheet calculate with a cell, or run what it says. A figure such as `-2.4 points` is none."""


def write(entries: Iterable[Entry]) -> str:
    """The entries in their order. Lists are divided by semicolons; unknown is empty."""
    return "".join([_line(COLUMNS), *map(written, entries)])


@lru_cache(maxsize=16384)
def written(entry: Entry) -> str:
    """One line; kept, because a paper stands in the files of all its categories."""
    return _line(map(cell, _cells(entry)))


def _line(cells: Iterable[str]) -> str:
    sheet = io.StringIO()
    csv.writer(sheet).writerow(cells)
    return sheet.getvalue()


def _cells(entry: Entry) -> list[str]:
    work = entry.work
    people = work.authors.people if work.authors else ()
    return [
        entry.key,
        entry.title,
        "; ".join(person.inverted for person in people),
        str(work.date or ""),
        kind_of(work),
        *(work.venue or "", work.volume or "", work.issue or "", work.pages or "", work.publisher or ""),
        *(work.organization or "", work.arxiv or "", work.doi or ""),
        *(entry.link("paper"), entry.link("pdf"), entry.link("code"), entry.link("project")),
        "; ".join(work.keywords),
    ]


def cell(text: str) -> str:
    """An apostrophe goes before what a spreadsheet would take for a formula: the words are other people's."""
    text = one_line(text)
    return f"'{text}" if FORMULA.match(text) else text
