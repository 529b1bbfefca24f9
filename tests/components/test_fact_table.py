"""Comparison tables, and their CSV."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from conspectus.catalog import Catalog
from conspectus.components import fact_table
from conspectus.components.crumbs import Crumb
from conspectus.components.fact_table import Cell, FactTable
from conspectus.language import ENGLISH
from conspectus.model.site import TextFile
from conspectus.pages import all_about, table_csv


def table(catalog: Catalog, id: str) -> FactTable | None:
    return fact_table.of(catalog, catalog.categories["topic", id])


def test_a_table_has_the_papers_and_columns_that_say_something(catalog: Catalog) -> None:
    found = table(catalog, "light")
    assert found is not None
    assert [row.url for row in found.rows] == ["papers/wick/", "papers/valve/"]
    assert [column.id for column in found.columns] == ["saved", "manned"]
    assert [cell.text for cell in found.rows[0].cells] == ["40%", "yes"]
    assert [cell.text for cell in found.rows[1].cells] == ["1,200 litres", ""]


def test_a_category_takes_the_columns_of_the_nearest_above_it(catalog: Catalog) -> None:
    assert table(catalog, "lenses") is not None
    assert table(catalog, "watch") is None


def test_code_has_a_column_where_any_paper_has_code(catalog: Catalog) -> None:
    found = table(catalog, "light")
    assert found is not None and found.has_code
    assert not replace(found, rows=found.rows[1:]).has_code


def test_one_paper_is_nothing_to_compare(catalog: Catalog) -> None:
    assert table(catalog, "burners") is None


def test_a_paper_knows_the_tables_it_stands_in(catalog: Catalog) -> None:
    assert fact_table.tables_with(catalog, catalog.papers["wick"]) == (
        Crumb("Lenses & <prisms>", "topics/lenses/#comparison"),
    )  # that of the burners would have it alone
    assert fact_table.tables_with(catalog, catalog.papers["hostile"]) == ()
    for id in catalog.papers:
        for crumb in fact_table.tables_with(catalog, catalog.papers[id]):
            found = table(catalog, crumb.url.split("/")[1])
            assert found and f"papers/{id}/" in [row.url for row in found.rows]


@pytest.mark.parametrize(
    ("value", "text", "order"),
    [
        ("3.6x on a lamp", "3.6x on a lamp", 3.6),
        ("1,200 litres", "1,200 litres", 1200),
        ("−40%", "−40%", -40),
        (12, "12", 12),
        (0.5, "0.5", 0.5),
        ("from 3-5", "from 3-5", 3),
        ("much", "much", None),
        (None, "", None),
    ],
)
def test_a_figure_is_sorted_by_its_first_number(value: str | float | None, text: str, order: float | None) -> None:
    assert fact_table._cell(value, "figure", ENGLISH) == Cell(text, order)


def test_the_csv_can_be_read_back(catalog: Catalog) -> None:
    pages = {page.url: page.view for page in all_about(table_csv, catalog)}
    view = pages["topics/light/table.csv"]
    assert isinstance(view, TextFile)
    rows = list(csv.DictReader(io.StringIO(view.text)))
    assert [row["Saved"] for row in rows] == ["40%", "1,200 litres"]
    assert rows[0]["title"] == "Trimming the Wick in O(log n) Nights"
    assert rows[0]["code"] == "https://code.example/wick"
