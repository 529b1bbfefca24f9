"""Topics crossed with the other facets and with years."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest

from conspectus.catalog import Catalog
from conspectus.catalog.filter_values import group_name
from conspectus.model.survey import Survey
from conspectus.model.taxonomy import Facet
from conspectus.pages import coverage
from conspectus.pages.coverage import CoverageView, Row


def views(catalog: Catalog) -> dict[str, CoverageView]:
    found = {}
    for page in coverage.pages(catalog):
        assert isinstance(page.view, CoverageView)
        found[page.url] = page.view
    return found


def counts(row: Row) -> dict[str, int]:
    return {cell.column: cell.count for cell in row.cells}


def test_each_other_facet_and_the_years_have_a_page_and_the_first_stands_at_the_top(catalog: Catalog) -> None:
    found = views(catalog)
    assert list(found) == ["overview/gaps/", "overview/gaps/fuel/", "overview/gaps/year/"]
    assert found["overview/gaps/"] == found["overview/gaps/fuel/"]


def test_a_parent_counts_a_paper_once_that_two_of_its_children_have(catalog: Catalog) -> None:
    light = views(catalog)["overview/gaps/fuel/"].bands[0]
    assert light[0].title == "Making light"
    assert counts(light[0]) == {"Oil": 1, "Gas": 0}
    assert [counts(row)["Oil"] for row in light[1:]] == [1, 1]  # the wick is in both
    assert (light[0].count, light[0].rest.count) == (3, 2)


def test_a_year_in_which_nothing_came_out_has_its_column(catalog: Catalog) -> None:
    view = views(catalog)["overview/gaps/year/"]
    assert [column.title for column in view.axis.columns] == ["2021", "2022", "2023", "2024"]
    assert counts(view.bands[1][0]) == {"2021": 0, "2022": 1, "2023": 0, "2024": 1}
    assert view.rest == ""  # the one paper without a date is in no topic


def test_empty_cells_are_counted(catalog: Catalog) -> None:
    view = views(catalog)["overview/gaps/fuel/"]
    cells = [cell for band in view.bands for row in band for cell in row.cells]
    assert (view.cells, view.empty) == (12, 9) == (len(cells), sum(not cell.count for cell in cells))
    assert view.bands[-1][0].count == 0


@pytest.mark.parametrize("url", ["overview/gaps/fuel/", "overview/gaps/year/"])
def test_a_cell_leads_to_its_topics_list_narrowed_down_to_as_many_papers_as_it_says(catalog: Catalog, url: str) -> None:
    for row in (row for band in views(catalog)[url].bands for row in band):
        for cell in (*row.cells, row.rest):
            address = urlsplit(cell.url)
            assert address.path == row.url
            asked = [(name, value) for name, values in parse_qs(address.query).items() for value in values]
            chosen = {(name, value) for name, value in asked if not value.startswith("-")}
            left_out = {(name, value[1:]) for name, value in asked if value.startswith("-")}
            facet, category, _ = next(
                place for place in catalog.categories.values() if place[0].url(place[1]) == row.url
            )
            held = [set(catalog.filter_values(paper)) for paper in catalog.inside(facet, category)]
            assert sum((not chosen or bool(chosen & one)) and not left_out & one for one in held) == cell.count
            assert bool(cell.share) == bool(cell.count) and cell.share <= 100


def test_what_is_older_than_twenty_years_stands_together(make_paper, make_survey, lamps: Survey) -> None:  # type: ignore[no-untyped-def]
    papers = [make_paper(f"p{year}", date=str(year)) for year in (1851, 1904, 2003, 2024)]
    survey = make_survey(papers, lamps.taxonomy.facets, places=[(paper.id, "topic", "fog") for paper in papers])
    view = views(Catalog.of(survey))["overview/gaps/year/"]
    first, *rest = view.axis.columns
    assert (first.title, first.values, len(rest), rest[0].title) == ("until 2004", ("1851", "1904", "2003"), 20, "2005")
    cell = view.bands[1][0].cells[0]
    assert (cell.count, cell.url) == (3, "topics/watch/?year=1851&year=1904&year=2003#papers")


def test_a_facet_called_year_does_not_hide_the_years(make_survey: Callable[..., Survey], lamps: Survey) -> None:
    topics, fuel = lamps.taxonomy.facets
    odd = Facet("year", "Year of the keeper", fuel.span, "", fuel.categories)
    survey = make_survey(
        lamps.library.papers, (topics, odd), places=[("wick", "year", "oil"), ("wick", "topic", "fog")]
    )
    assert set(views(Catalog.of(survey))) == {"overview/gaps/", "overview/gaps/facet-year/", "overview/gaps/year/"}
    assert group_name("year") == "facet-year"


def test_without_topics_there_are_no_gaps(make_survey: Callable[..., Survey], lamps: Survey) -> None:
    assert views(Catalog.of(make_survey(lamps.library.papers, lamps.taxonomy.facets[1:]))) == {}
    assert views(Catalog.of(make_survey([]))) == {}
