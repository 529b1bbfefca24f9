"""The frame in which a reader's browser puts papers side by side."""

from __future__ import annotations

from conspectus.catalog import Catalog
from conspectus.model.survey import Survey
from conspectus.pages import compare
from conspectus.pages.compare import CompareView, Proposal


def view(survey: Survey) -> CompareView:
    (page,) = compare.pages(Catalog.of(survey))
    assert isinstance(page.view, CompareView)
    return page.view


def test_rows_are_the_facets_and_the_columns_in_the_curators_order(lamps: Survey) -> None:
    found = view(lamps)
    assert found.facets == ("Topics", "Fuel")
    assert [(column.title, column.type) for column in found.columns] == [("Saved", "figure"), ("Manned", "flag")]


def test_without_a_script_the_tables_of_categories_are_named(lamps: Survey, many: Survey) -> None:
    assert [(table.title, table.url) for table in view(lamps).tables] == [("Making light", "topics/light/")]
    assert view(many).tables == ()


def test_the_newest_papers_are_proposed_with_plain_titles(lamps: Survey, many: Survey) -> None:
    assert view(lamps).proposals[1] == Proposal("wick", "Trimming the Wick in O(log n) Nights")
    assert len(view(many).proposals) == compare.PROPOSED
