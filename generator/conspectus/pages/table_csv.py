"""Tables of facts as CSV, a file for each category that has one."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from conspectus.catalog import Catalog
from conspectus.components import fact_table
from conspectus.components.fact_table import NAME, FactTable
from conspectus.exports.csv import cell as safe
from conspectus.model.site import Kind, Page
from conspectus.model.subjects import CATEGORY
from conspectus.model.taxonomy import Place

KIND = Kind("table", (f"{CATEGORY}{NAME}",))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of text as it is."""

    text: str


def pages(catalog: Catalog) -> Iterator[Page]:
    for place in catalog.categories.values():
        yield from _sheet(catalog, place)


def at(catalog: Catalog, url: str) -> Iterator[Page]:
    """The file of the category whose folder this url is in."""
    place = catalog.subject_at(url)
    return _sheet(catalog, place) if isinstance(place, Place) else iter(())


def _sheet(catalog: Catalog, place: Place) -> Iterator[Page]:
    table = fact_table.of(catalog, place)
    if table:
        yield Page(table.url, KIND, "pages/raw.txt", lambda: Sheet(as_csv(table)), place)


def as_csv(table: FactTable) -> str:
    """The table as RFC 4180 has it, with a heading; unknown figures are empty, and no cell is taken for a formula."""
    sheet = io.StringIO()
    writer = csv.writer(sheet)
    writer.writerow(["title", "page", "year", *(column.title for column in table.columns), "code"])
    for row in table.rows:
        cells = [row.title.as_text(), row.url, str(row.year or ""), *(cell.text for cell in row.cells)]
        writer.writerow(map(safe, [*cells, row.code.url if row.code else ""]))
    return sheet.getvalue()
