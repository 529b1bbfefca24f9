"""Tables of facts as CSV, a file for each category that has one."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from conspectus.catalog import Catalog
from conspectus.components import fact_table
from conspectus.components.export_files import TextFile
from conspectus.components.fact_table import NAME, FactTable
from conspectus.exports.csv import cell as safe
from conspectus.model.site import Kind, Page
from conspectus.model.subjects import CATEGORY, Subject
from conspectus.model.taxonomy import Place

KIND = Kind("table", (f"{CATEGORY}{NAME}",))


def pages_about(catalog: Catalog, subject: Subject | None) -> Iterator[Page]:
    """The file of a category."""
    if isinstance(subject, Place) and (table := fact_table.of(catalog, subject)):
        yield Page(table.url, KIND, "pages/raw.txt", lambda: TextFile(as_csv(table)), subject)


def as_csv(table: FactTable) -> str:
    """The table as RFC 4180 has it, with a heading; unknown figures are empty, and no cell is taken for a formula."""
    sheet = io.StringIO()
    writer = csv.writer(sheet)
    writer.writerow(["title", "page", "year", *(column.title for column in table.columns), "code"])
    for row in table.rows:
        cells = [row.title.as_text(), row.url, str(row.year or ""), *(cell.text for cell in row.cells)]
        writer.writerow(map(safe, [*cells, row.code.url if row.code else ""]))
    return sheet.getvalue()
