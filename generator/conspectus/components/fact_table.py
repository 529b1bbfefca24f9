"""Tables of facts: the papers of a category side by side, by the figures their records give."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import NamedTuple

from conspectus.catalog import Catalog
from conspectus.components.crumbs import Crumb
from conspectus.language import Language
from conspectus.model.paper import Paper
from conspectus.model.settings import Column
from conspectus.model.subjects import paper_url
from conspectus.model.taxonomy import Place
from conspectus.model.work import Link, Value
from conspectus.text import Text

NAME = "table.csv"
FEWEST = 2
"""How many papers a table needs to compare anything."""

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
    language: str | None


@dataclass(frozen=True, slots=True)
class FactTable:
    """A table. `url` is its CSV's, below the root."""

    url: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def has_code(self) -> bool:
        """Whether there is an address of any paper's code, so that a column for it says something."""
        return any(row.code for row in self.rows)


def of(catalog: Catalog, place: Place) -> FactTable | None:
    """The table of a category: by the columns declared for it, else for the nearest category above it.

    Papers and columns without any figure are left out; None where fewer than two papers remain.
    """
    facet, category, _ = place
    columns = _columns(catalog, place)
    if not columns:
        return None
    papers = [paper for paper in catalog.inside(facet, category) if _is_compared(paper, columns)]
    if len(papers) < FEWEST:
        return None
    given = {fact for paper in papers for fact, _ in paper.work.facts}
    columns = [column for column in columns if column.id in given]
    return FactTable(f"{place.url}{NAME}", tuple(columns), tuple(_row(catalog, paper, columns) for paper in papers))


def _columns(catalog: Catalog, place: Place) -> list[Column]:
    declared = {table.category.id: table.columns for table in catalog.survey.settings.tables}
    nearest = (place.category, *reversed(place.ancestors))
    names = next((declared[above.id] for above in nearest if above.id in declared), ())
    return [column for name in names if (column := catalog.survey.settings.column(name.id))]


def _is_compared(paper: Paper, columns: Sequence[Column]) -> bool:
    names = {fact for fact, _ in paper.work.facts}
    return bool(names) and any(column.id in names for column in columns)


def tables_with(catalog: Catalog, paper: Paper) -> tuple[Crumb, ...]:
    """The categories a paper is placed in by whose tables it is compared, without the tables being made."""
    found = []
    for place in map(catalog.categories.__getitem__, catalog.categories_of(paper) if paper.work.facts else ()):
        columns = _columns(catalog, place)
        rows = (other for other in catalog.inside(place.facet, place.category) if _is_compared(other, columns))
        if _is_compared(paper, columns) and len(list(islice(rows, FEWEST))) == FEWEST:
            found.append(Crumb(catalog.called[place.id].anywhere, f"{place.url}#comparison"))
    return tuple(found)


def _row(catalog: Catalog, paper: Paper, columns: Sequence[Column]) -> Row:
    """The very same in every table of these columns."""
    name = " ".join([paper.id, *(column.id for column in columns)])
    return catalog.shown.get("rows of tables", name, partial(_new_row, catalog, paper, columns))


def _new_row(catalog: Catalog, paper: Paper, columns: Sequence[Column]) -> Row:
    facts = dict(paper.work.facts)
    code = next((link for link in catalog.entry(paper).links if link.kind == "code"), None)
    cells = tuple(_cell(facts.get(column.id), column.type, catalog.language) for column in columns)
    return Row(paper.id, paper.title, paper_url(paper.id), paper.work.year, cells, code, paper.work.language)


def _cell(value: Value | None, type: str, language: Language) -> Cell:
    if value is None:
        return Cell("")
    number = NUMBER.search(str(value)) if type == "figure" else None
    return Cell(written(value, language), float(number[0].replace(",", "").replace("−", "-")) if number else None)


def written(value: Value, language: Language) -> str:
    """A fact as a reader sees it."""
    if isinstance(value, bool):
        return language.gettext("yes") if value else language.gettext("no")
    return str(value)
