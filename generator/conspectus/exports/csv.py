"""CSV as RFC 4180 has it, for spreadsheets and scripts: a heading, then a line for each paper."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from conspectus.exports.entry import Entry, one_line
from conspectus.exports.format import Layout, Note, Use
from conspectus.exports.kinds import issued, kind_of

NAME = "CSV"
SUFFIX = "csv"
MEDIA_TYPE = "text/csv"
USES: frozenset[Use] = frozenset()  # a table of one line is of no use

COLUMNS = (
    "key title authors date kind venue volume issue pages publisher organization arxiv doi"
    " url pdf code project keywords language"
).split()
HEAD = ",".join(COLUMNS)
END = "\r\n"
LAYOUT = Layout(
    head=HEAD + END,
    end=END,
    key=("", ","),
    note=Note(head=f"{HEAD},found_by{END}", entry=',"{note}"', escapes={'"': '""'}),
)

FORMULA = re.compile(r"[=@＝＠]|[+＋－-](?!\d[\w .,;:%/×–-]*$)")
"""What makes a spreadsheet calculate with a cell, or run what it says. A figure such as `-2.4 points` is none.

Spreadsheets in East Asia read full-width signs as the narrow ones."""

DIVIDING = re.compile(r'[",;\t\r\n]')
"""A cell with one of these is quoted: some spreadsheets divide cells by semicolons, and `x;=1+1` would be two."""


@lru_cache(maxsize=16384)
def written(entry: Entry) -> str:
    """One line. Lists are divided by semicolons; unknown is empty."""
    return row(_cells(entry))


def _cells(entry: Entry) -> list[str]:
    work = entry.work
    return [
        entry.key,
        entry.title,
        "; ".join(person.inverted for person in work.people),
        str(issued(work) or ""),
        kind_of(work),
        *(work.venue or "", work.volume or "", work.issue or "", work.pages or "", work.publisher or ""),
        *(work.organization or "", work.arxiv or "", work.doi or ""),
        *(entry.link("paper"), entry.link("pdf"), entry.link("code"), entry.link("project")),
        "; ".join(work.keywords),
        work.language or "",
    ]


def row(cells: Iterable[str]) -> str:
    """A line without its end: the cells, each safe, and in quotes where it has to be."""
    return ",".join(
        f'"{text.replace(chr(34), chr(34) * 2)}"' if DIVIDING.search(text) else text for text in map(cell, cells)
    )


def cell(text: str) -> str:
    """An apostrophe goes before what a spreadsheet would take for a formula: the words are other people's."""
    text = one_line(text)
    return f"'{text}" if FORMULA.match(text) else text
