"""Tables of facts as CSV, a file for each category that has one."""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.catalog import Catalog
from conspectus.components import fact_table
from conspectus.components.fact_table import NAME, FactTable
from conspectus.exports.csv import END, row
from conspectus.model.site import Kind, Page, TextFile
from conspectus.model.subjects import CATEGORY, Subject
from conspectus.model.taxonomy import Place

KIND = Kind("table", (f"{CATEGORY}{NAME}",))


def pages_about(catalog: Catalog, subject: Subject | None) -> Iterator[Page]:
    """The file of a category."""
    if isinstance(subject, Place) and (table := fact_table.of(catalog, subject)):
        yield Page(table.url, KIND, "", lambda: TextFile(as_csv(table)), subject)


def as_csv(table: FactTable) -> str:
    """The table as RFC 4180 has it, with a heading; unknown figures are empty, and no cell is taken for a formula."""
    rows = [["title", "page", "year", *(column.title for column in table.columns), "code"]]
    for each in table.rows:
        cells = [each.title.as_text(), each.url, str(each.year or ""), *(cell.text for cell in each.cells)]
        rows.append([*cells, each.code.url if each.code else ""])
    return "".join(f"{row(cells)}{END}" for cells in rows)
