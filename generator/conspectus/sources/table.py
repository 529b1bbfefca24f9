"""Tables with a heading: CSV and TSV of spreadsheets, of Zotero, Scopus, Web of Science and IEEE, and our own."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Span
from conspectus.language import marked
from conspectus.model.paper import Reading, Source
from conspectus.sources.columns import fields_of, key_of, normal_name, role_of
from conspectus.sources.decoding import decode, head
from conspectus.sources.exported import Exported, citation_key, reading_of

NAME = marked("table")

DELIMITERS = ",;\t"
GUARDED = re.compile(r"'(?=[=@+-])")
"""The apostrophe that keeps a spreadsheet from calculating with a cell."""

BY_SEMICOLON = frozenset(["item type", "author full names", "found by", "document title"])
"""Columns of tables that divide names by semicolons even where a row has one name alone."""

OWN = ("key", "title", "authors", "date", "kind")
"""How the columns of our own tables begin."""


def sniff(source: Source) -> bool:
    """By a heading with a column for titles and another one that is known."""
    return _heading(head(source)) is not None


def _heading(text: str) -> tuple[int, str, list[str]] | None:
    """How many lines stand before the heading, what divides it, and its cells; None if there is none."""
    lines = text.split("\n", 3)
    skipped = next((number for number, line in enumerate(lines[:2]) if line.strip() and not line.startswith("sep=")), 0)
    line = lines[skipped] if skipped < len(lines) else ""
    if len(line) > 5000:
        return None
    for delimiter in sorted(DELIMITERS, key=line.count, reverse=True):
        cells = next(csv.reader([line], delimiter=delimiter), [])
        roles = [role_of(cell) for cell in cells]
        if "title" in roles and len({*roles} - {None}) > 1:
            return skipped, delimiter, cells
    return None


def parse(source: Source) -> Reading:
    """A record for each row that is not empty."""
    text, remarks = decode(source.data)
    found = _heading(text)
    if found is None:
        message = "the table has no heading with a column `title` and another that is known"
        mistake = Mistake("unknown-format", message, Span(source.path, 1), "name the columns in the first line")
        return Reading(source.path, NAME, mistakes=(mistake,))
    skipped, delimiter, cells = found
    mistakes: list[Mistake] = []
    odd: list[str] = []
    rows = list(_rows(text, skipped, delimiter, source.path, mistakes))
    separator = ";" if _by_semicolon(cells, rows) else ""
    entries = []
    for span, row in rows:
        if len(row) > len(cells) and any(cell.strip() for cell in row[len(cells) :]):
            odd.append(f"line {span.line}: the row has more cells than the heading; is a cell without quotes?")
        values = {name: GUARDED.sub("", cell) for name, cell in zip(cells, row, strict=False)}
        entries.append(Exported(fields_of(values, separator), span, citation_key(key_of(values))))
    return reading_of(source.path, NAME, entries, mistakes=mistakes, remarks=[*remarks, *odd])


def _rows(
    text: str, skipped: int, delimiter: str, path: str, mistakes: list[Mistake]
) -> Iterator[tuple[Span, list[str]]]:
    """The rows below the heading that are not empty, with their places."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 0
    try:
        for row in reader:
            if line > skipped and any(cell.strip() for cell in row):
                yield Span(path, line + 1), row
            line = reader.line_num
    except csv.Error as error:
        message = f"the table cannot be read from here on: {error}"
        mistakes.append(
            Mistake("unreadable-file", message, Span(path, line + 1), "look for a quote that is not closed")
        )


def _by_semicolon(cells: list[str], rows: list[tuple[Span, list[str]]]) -> bool:
    """Whether semicolons divide the names: a table does it one way in all of its rows."""
    names = [normal_name(cell) for cell in cells]
    if not BY_SEMICOLON.isdisjoint(names) or tuple(names[: len(OWN)]) == OWN:
        return True
    columns = [number for number, cell in enumerate(cells) if role_of(cell) == "authors"]
    return any(";" in row[number] for _, row in rows for number in columns if number < len(row))
