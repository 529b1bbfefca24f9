"""Tables in CSV and TSV with a heading: of spreadsheets, reference managers, indexes, publishers, and our own export.

Known are the columns of Zotero, Paperpile, Scopus, Web of Science, IEEE Xplore, Springer, PubMed, Embase, EBSCO,
OpenAlex, Lens, Dimensions, Google Scholar, Publish or Perish, RefWorks, Rayyan, Covidence and Abstrackr, and lists that
Python wrote into cells.

If a column has a name of your own, say under `import_columns` in survey.yaml what it is.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from conspectus.diagnostics import Mistake, Span
from conspectus.language import marked
from conspectus.model.paper import Dropped, Reading, Source
from conspectus.sources import ris
from conspectus.sources.columns import fields_of, key_of, normal_name, role_of
from conspectus.sources.decoding import decode, head
from conspectus.sources.exported import Exported, citation_key, reading_of
from conspectus.sources.fields import clean
from conspectus.sources.limits import check, limited
from conspectus.sources.name_lists import Habits, habits_of
from conspectus.sources.written_lists import UnreadableError, Value, is_begun, items_in

NAME = marked("table")

DELIMITERS = ",;\t|"
MOST_ABOVE = 5
"""How many lines may stand above the heading: what the table is called, or empty ones."""

GUARDED = re.compile(r"'(?=[=@+-])")
"""The apostrophe that keeps a spreadsheet from calculating with a cell."""

OF_PEOPLE_OR_WORDS = frozenset(["authors", "editors", "keywords"])
"""Columns in which programs write lists of any kind; in others, only lists of texts in `[…]` are taken for such."""

EMPTY = frozenset(["nan", "NaN", "NULL", "null", "None", "N/A", "#N/A"])
"""What programs write into a cell where they know nothing."""

DECIMAL = re.compile(r"\d{1,15}\.0")
"""A whole number in a column that a program took for one of decimals, since a cell of it is empty."""

BY_SEMICOLON = frozenset(["manual tags", "author full names", "found by", "document title"])
"""Columns of tables that divide names by semicolons even where a row has one name alone."""

CODE = re.compile(r'\s*\{"code":\s*"([\w-]{2,20})"')
"""A language as CORE writes it: `{"code":"en","name":"English"}`."""

MOST_OBJECTS = 50
"""In how many places of a line an object in JSON is looked for."""

END = "\0"
"""A line behind a row, which a quote that is not closed would swallow."""

SUMS = frozenset(
    ["total", "totals", "sum", "summe", "gesamt", "insgesamt", "somme", "totale", "suma", "合计", "总计", "合計"]
)
"""What stands in the column of titles where the last row is the sum of the others."""

AMOUNT = re.compile(r"[\d.,\s%€$£+-]*")

OWN = ("key", "title", "authors", "date", "kind")
"""How the columns of our own tables begin."""


def sniff(source: Source) -> bool:
    """By a heading with a column for titles and another one that is known."""
    return _heading(head(source), source.columns) is not None


def _heading(text: str, columns: tuple[tuple[str, str], ...]) -> tuple[int, str, list[str]] | None:
    """How many lines stand before the heading, what divides it, and its cells, those of `columns` by what they are;
    None if there is none."""
    known = {normal_name(name): field for name, field in columns}
    for skipped, line in enumerate(text.split("\n", MOST_ABOVE + 1)[: MOST_ABOVE + 1]):
        if len(line) > 5000:
            return None
        for delimiter in sorted(DELIMITERS, key=line.count, reverse=True):
            written = next(csv.reader([line], delimiter=delimiter), [])
            cells = [known.get(normal_name(cell), cell) for cell in written]
            roles = [role_of(cell) for cell in cells]
            if "title" in roles and len({*roles} - {None}) > 1:
                return skipped, delimiter, cells
    return None


def parse(source: Source) -> Reading:
    """A record for each row that is not empty."""
    text, remarks = decode(source.data)
    found = _heading(text, source.columns)
    if found is None:
        message = "the table has no heading with a column `title` and another that is known"
        help = "name the columns in the first line, or say under `import_columns` in survey.yaml what they are"
        mistake = Mistake("unknown-format", message, Span(source.path, 1), help)
        return Reading(source.path, NAME, mistakes=(mistake,))
    skipped, delimiter, cells = found
    mistakes: list[Mistake] = []
    first: dict[str, str] = {}
    names = [first.setdefault(normal_name(cell), cell) for cell in cells]
    odd = [
        f"the columns `{name}` and `{cell}` are the same; the first that is filled is read"
        for name, cell, place in zip(names, cells, range(len(cells)), strict=True)
        if role_of(cell) and names.index(name) < place
    ]
    rows = list(limited(_rows(text, skipped, delimiter, source.path, mistakes)))
    by_semicolon, habits = _by_semicolon(cells), _habits(cells, rows)
    entries, dropped = [], []
    if rows and (label := _sum_in(cells, rows[-1][1])):
        span, _ = rows.pop()
        dropped.append(Dropped(label, span, "the last row is a sum, not a paper"))
    for span, row in rows:
        if len(row) > len(cells) and any(cell.strip() for cell in row[len(cells) :]):
            odd.append(f"line {span.line}: the row has more cells than the heading; is a cell without quotes?")
        values: dict[str, object] = {}
        for name, cell in zip(names, row, strict=False):
            try:
                value = _cell(cell, role_of(name))
            except UnreadableError:
                shown, value = clean(cell)[:60], ""
                odd.append(
                    f"line {span.line}: `{shown}` in the column `{name}` is not a list that can be read, and is left "
                    "out; write it with semicolons between"
                )
            values[name] = values.get(name) or value
        entries.append(
            Exported(fields_of(values, by_semicolon=by_semicolon, habits=habits), span, citation_key(key_of(values)))
        )
    reading = reading_of(source.path, NAME, entries, mistakes=mistakes, dropped=dropped, remarks=[*remarks, *odd])
    return replace(reading, unread_columns=tuple(_unread(cells, rows)))


def _sum_in(cells: list[str], row: list[str]) -> str:
    """What a row is called that has sums alone; empty if it may be a paper's: one word for a sum as its title, and
    numbers at most in the other columns that are read, but for identifiers."""
    read = [(role, text.strip()) for name, text in zip(cells, row, strict=False) if (role := role_of(name))]
    titles = [text for role, text in read if role == "title" and text]
    others = [(role, text) for role, text in read if role != "title" and text]
    is_bare = all(role not in ("arxiv", "doi") and AMOUNT.fullmatch(text) for role, text in others)
    return titles[0] if is_bare and len(titles) == 1 and titles[0].rstrip(" :").casefold() in SUMS else ""


def _unread(cells: list[str], rows: list[tuple[Span, list[str]]]) -> Iterator[str]:
    """The names of the columns in which something stands that is not read."""
    left = {number: clean(name) for number, name in enumerate(cells) if name.strip() and not role_of(name)}
    for number, name in left.items():
        if any(row[number].strip() for _, row in rows if number < len(row)):
            yield name


def _cell(text: str, role: str | None) -> str | list[Value]:
    """What a cell says: a text, or what is in a list. UnreadableError where it begins as one and is none."""
    text = GUARDED.sub("", text)
    if role in ("doi", "url"):  # Rayyan leaves further tags of RIS there
        text = ris.BEHIND.split(text, maxsplit=1)[0]
    if text in EMPTY:
        return ""
    if DECIMAL.fullmatch(text):
        return text[:-2]
    if not is_begun(text) and text.strip() != "[]":
        return text
    if role == "language" and (code := CODE.match(text)):
        return code[1]
    if role in OF_PEOPLE_OR_WORDS:
        items = items_in(text)
        if not all(isinstance(item, str) or (role != "keywords" and isinstance(item, dict)) for item in items):
            raise UnreadableError
        return items
    try:
        items = items_in(text) if text.lstrip().startswith("[") else [None]
    except UnreadableError:
        return text
    return items if all(isinstance(item, str) for item in items) else text


def _rows(
    text: str, skipped: int, delimiter: str, path: str, mistakes: list[Mistake]
) -> Iterator[tuple[Span, list[str]]]:
    """The rows below the heading that are not empty, with their places. A quote that is not closed costs its line."""
    lines = text.split("\n")
    at, width = skipped + 1, len(_loose(lines[skipped], delimiter))
    while at < len(lines):
        rest = (f"{lines[number]}\n" for number in range(at, len(lines)))  # a slice would be copied for each mistake
        reader = csv.reader(rest, delimiter=delimiter, strict=True)
        begun = first = at
        try:
            for row in reader:
                if len(row) > width and begun + 1 == first + reader.line_num:
                    row = _with_objects(lines[begun], delimiter, width) or row
                if any(cell.strip() for cell in row):
                    yield Span(path, begun + 1), row
                begun = first + reader.line_num
            return
        except csv.Error as error:
            loose = _loose(lines[begun], delimiter)
            if len(loose) != width:
                loose = _with_objects(lines[begun], delimiter, width)
            if loose:
                yield Span(path, begun + 1), loose
            else:
                why = str(error) if "limit" in str(error) else "a quote in it is not closed"
                help = "close the quote; a quote inside a cell is written twice"
                span = Span(path, begun + 1)
                mistakes.append(Mistake("broken-entry", f"this row cannot be read: {why}", span, help))
                check(len(mistakes))
            at = begun + 1


def _loose(line: str, delimiter: str) -> list[str]:
    """The cells of one line, with quotes as they come; empty where one is not closed in it."""
    try:
        *cells, end = [cell for row in csv.reader([line + delimiter, END], delimiter=delimiter) for cell in row]
    except (csv.Error, ValueError):
        return []
    return cells[:-1] if end == END else []


def _with_objects(line: str, delimiter: str, width: int) -> list[str]:
    """The cells of a line in which JSON stands as it is, its quotes and commas too, as in exports of CORE; empty where
    they are not as many as there are columns."""
    parts, at = [], 0
    for found in islice(re.finditer(rf"(?<={re.escape(delimiter)})[\[{{]", line), MOST_OBJECTS):
        if found.start() < at:
            continue
        try:
            _, end = json.JSONDecoder().raw_decode(line, found.start())
        except (ValueError, RecursionError):
            continue
        if line[end : end + 1] in ("", delimiter, "\r"):
            quoted = line[found.start() : end].replace('"', '""')
            parts += [line[at : found.start()], f'"{quoted}"']
            at = end
    cells = _loose("".join([*parts, line[at:]]), delimiter)
    return cells if parts and len(cells) == width else []


def _by_semicolon(cells: list[str]) -> bool:
    """Whether a table is known to divide names and keywords by semicolons, and by nothing else."""
    names = [normal_name(cell) for cell in cells]
    return not BY_SEMICOLON.isdisjoint(names) or tuple(names[: len(OWN)]) == OWN


def _habits(cells: list[str], rows: list[tuple[Span, list[str]]]) -> Habits:
    """How the rows write names, for those that do not tell by themselves."""
    columns = [number for number, cell in enumerate(cells) if role_of(cell) == "authors"]
    texts = (row[number] for _, row in rows for number in columns if number < len(row))
    return habits_of(text for text in texts if not is_begun(text))
