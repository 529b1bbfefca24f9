"""Comparison tables: the papers of a category by the figures their records give, on the page and as CSV."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import NamedTuple

from conspectus.exports.csv import cell as safe
from conspectus.model.paper import Link, Paper, Value
from conspectus.model.settings import Column
from conspectus.model.site import Kind, Page
from conspectus.model.subjects import CATEGORY, paper_url
from conspectus.model.taxonomy import Place
from conspectus.pages.each import Each
from conspectus.pages.links import links
from conspectus.pages.shelf import Shelf
from conspectus.pages.views import Crumb
from conspectus.text import Text

NAME = "table.csv"
KIND = Kind("table", (f"{CATEGORY}{NAME}",))
FEWEST = 2
"""How many papers a table needs to compare anything."""

Shape = tuple[tuple[str, str], ...]
"""The id and the type of each column."""

NUMBER = re.compile(r"[-+−]?\d[\d,]*(?:\.\d+)?")


class Cell(NamedTuple):
    """What a table shows; `order` is what a figure is sorted by, None for what is sorted as text or not known."""

    text: str
    order: float | None = None


class Row(NamedTuple):
    """A paper in a table. `code` is where its code is."""

    id: str
    title: Text
    url: str
    year: int | None
    cells: tuple[Cell, ...]
    code: Link | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """A table. `url` is its CSV's, below the root."""

    url: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def has_code(self) -> bool:
        """Whether there is an address of any paper's code, so that a column for it says something."""
        return any(row.code for row in self.rows)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of text as it is."""

    text: str


def pages(shelf: Shelf) -> Iterator[Page]:
    """The tables' CSV files."""
    for place in shelf.categories.values():
        yield from _sheet(shelf, place)


def at(shelf: Shelf, url: str) -> Iterator[Page]:
    """The file of the category whose folder this url is in."""
    place = shelf.subject_at(url)
    return _sheet(shelf, place) if isinstance(place, Place) else iter(())


def _sheet(shelf: Shelf, place: Place) -> Iterator[Page]:
    table = of(shelf, place)
    if table:
        yield Page(table.url, KIND, "pages/raw.txt", lambda: Sheet(as_csv(table)), place)


def of(shelf: Shelf, place: Place) -> Comparison | None:
    """The table of a category: by the columns declared for it, else for the nearest category above it.

    Papers and columns without any figure are left out; None where fewer than two papers remain.
    """
    facet, category, _ = place
    columns = _columns(shelf, place)
    if not columns:
        return None
    told = {paper.id for paper in shelf.survey.library.those(Paper.tells_facts)}
    papers = [paper for paper in shelf.in_order(told & shelf.members(facet, category)) if _compared(paper, columns)]
    if len(papers) < FEWEST:
        return None
    given = {fact for paper in papers for fact, _ in paper.work.facts}
    columns = [column for column in columns if column.id in given]
    row = shelf.kept(_tables).rows(columns)
    return Comparison(f"{facet.url(category)}{NAME}", tuple(columns), tuple(map(row, papers)))


def _columns(shelf: Shelf, place: Place) -> list[Column]:
    declared = {table.category.id: table.columns for table in shelf.survey.settings.tables}
    nearest = (place.category, *reversed(place.ancestors))
    names = next((declared[above.id] for above in nearest if above.id in declared), ())
    return [column for name in names if (column := shelf.survey.settings.column(name.id))]


def _compared(paper: Paper, columns: Sequence[Column]) -> bool:
    names = [fact for fact, _ in paper.work.facts]
    return any(column.id in names for column in columns)


def tables_with(shelf: Shelf, paper: Paper) -> tuple[Crumb, ...]:
    """The categories a paper is placed in by whose tables it is compared, without the tables being made."""
    found = []
    for placement in shelf.placements(paper.id):
        place = shelf.categories.get(placement.category_id)
        if not place:
            continue
        columns = _columns(shelf, place)
        rows = (other for other in shelf.inside(place.facet, place.category) if _compared(other, columns))
        if _compared(paper, columns) and len(list(islice(rows, FEWEST))) == FEWEST:
            found.append(Crumb(place.category.title, f"{place.url}#comparison"))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Tables:
    """The rows of all tables, by the ids and types of their columns: the very same in every table of these columns, and
    for as long as the paper stays as it is. Kept from one survey to the next."""

    _rows: dict[Shape, Each[Row]]

    def rows(self, columns: Sequence[Column]) -> Callable[[Paper], Row]:
        """What makes the rows of tables of these columns."""
        shape = tuple((column.id, column.type) for column in columns)
        return self._rows.setdefault(shape, Each(partial(_row, shape))).of

    def after(self, before: Mapping[str, Paper], now: Mapping[str, Paper], ids: Collection[str]) -> _Tables:
        """The same after these papers have changed."""
        return _Tables({shape: rows.after(before, now, ids) for shape, rows in self._rows.items()})


def _tables(papers: Mapping[str, Paper]) -> _Tables:
    return _Tables({})


def _row(shape: Shape, paper: Paper) -> Row:
    facts = dict(paper.work.facts)
    year = paper.work.date.year if paper.work.date else None
    code = next((link for link in links(paper.work) if link.kind == "code"), None)
    cells = tuple(_cell(facts.get(id), type) for id, type in shape)
    return Row(paper.id, paper.title, paper_url(paper.id), year, cells, code)


def _cell(value: Value | None, type: str) -> Cell:
    if value is None:
        return Cell("")
    number = NUMBER.search(str(value)) if type == "figure" else None
    return Cell(written(value), float(number[0].replace(",", "").replace("−", "-")) if number else None)


def written(value: Value) -> str:
    """A fact as a reader sees it."""
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def as_csv(table: Comparison) -> str:
    """The table as RFC 4180 has it, with a heading; unknown figures are empty, and no cell is taken for a formula."""
    sheet = io.StringIO()
    writer = csv.writer(sheet)
    writer.writerow(["title", "page", "year", *(column.title for column in table.columns), "code"])
    for row in table.rows:
        cells = [row.title.as_text(), row.url, str(row.year or ""), *(cell.text for cell in row.cells)]
        writer.writerow(map(safe, [*cells, row.code.url if row.code else ""]))
    return sheet.getvalue()
