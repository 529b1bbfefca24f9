"""The timeline of the whole survey."""

from __future__ import annotations

import pytest

from conspectus.catalog import Catalog
from conspectus.components import by_month
from conspectus.components.crumbs import to_timeline
from conspectus.pages import all_papers, timeline
from conspectus.pages.all_papers import PapersView
from conspectus.pages.timeline import TimelineView


def test_the_table_has_every_month_and_what_is_known_of_less(make_paper, make_survey) -> None:  # type: ignore[no-untyped-def]
    dates = ["2025-05-20", "2025-05-01", "2025-01", "2025", "2023-12", None]
    catalog = Catalog.of(make_survey([make_paper(f"p{n}", date=date) for n, date in enumerate(dates)]))
    (page,) = timeline.pages(catalog)
    view = page.view
    assert page.url == "overview/timeline/" and isinstance(view, TimelineView)
    assert view.said == "5 papers from 2023 to 2025; peak: May 2025 (2)."
    assert [(row.year.said, row.year.count, row.year.url) for row in view.rows] == [
        ("2025", 4, "papers/#y2025"),
        ("2023", 1, "papers/#y2023"),
    ]
    assert [cell.count for cell in view.rows[0].months] == [1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0]
    assert (view.rows[0].months[4].said, view.rows[0].months[4].url) == ("May 2025", "papers/#y2025-05")
    assert (view.rows[0].unknown.count, view.rows[0].unknown.url) == (1, "papers/#y2025-00")
    assert (view.unknown, view.undated.count) == (1, 1)


def test_every_month_of_the_timeline_has_its_place_in_the_list_of_all(catalog: Catalog) -> None:
    (page,), (listed,) = timeline.pages(catalog), all_papers.pages(catalog)
    assert isinstance(page.view, TimelineView) and isinstance(listed.view, PapersView)
    places = {f"papers/#{month.anchor}": len(month.papers) for year in listed.view.years for month in year.months}
    cells = [cell for row in page.view.rows for cell in (*row.months, row.unknown) if cell.count]
    assert {cell.url: cell.count for cell in cells}.items() <= places.items()


def test_in_a_large_survey_every_month_is_listed_on_a_page_of_its_year(
    make_paper,
    make_survey,
    monkeypatch: pytest.MonkeyPatch,  # type: ignore[no-untyped-def]
) -> None:
    monkeypatch.setattr(by_month, "MOST_ON_ONE_PAGE", 2)
    monkeypatch.setattr(all_papers, "MOST_ON_ONE_PAGE", 2)
    dates = ["2025-05-20", "2025-05-01", "2025-05", "2025-01", "2025", "2023-12", None, None]
    catalog = Catalog.of(make_survey([make_paper(f"p{n}", date=date) for n, date in enumerate(dates)]))
    views = {page.url: page.view for page in all_papers.pages(catalog)}
    years = [f"overview/years/{name}/" for name in ("2025", "2025/2", "2025/3", "2023", "undated")]
    assert list(views) == ["papers/", *years]
    listed = [paper.id for url in years for month in views[url].years[0].months for paper in month.papers]
    assert listed == [f"p{n}" for n in range(8)]
    first = views["papers/"]
    assert not any(month.papers for year in first.years for month in year.months)
    assert [(year.year, year.count, year.url) for year in first.years] == [
        (2025, 5, "overview/years/2025/"),
        (2023, 1, "overview/years/2023/"),
        (None, 2, "overview/years/undated/"),
    ]
    assert [(month.anchor, month.said, month.count, month.url) for month in first.years[0].months] == [
        ("y2025-05", "May 2025", 3, "overview/years/2025/#y2025-05"),
        ("y2025-01", "January 2025", 1, "overview/years/2025/2/#y2025-01"),
        ("y2025-00", "2025", 1, "overview/years/2025/3/#y2025-00"),
    ]
    (page,) = timeline.pages(catalog)
    row, *_ = page.view.rows
    assert (row.year.url, row.months[0].url) == ("overview/years/2025/", "overview/years/2025/2/#y2025-01")
    assert page.view.undated.url == "overview/years/undated/"


def test_one_month_is_no_line(make_paper, make_survey) -> None:  # type: ignore[no-untyped-def]
    catalog = Catalog.of(
        make_survey([make_paper("a", date="2025-05-20"), make_paper("b", date="2025-05"), make_paper("c")])
    )
    assert list(timeline.pages(catalog)) == [] and to_timeline(catalog) is None
