"""The timeline of the whole survey."""

from __future__ import annotations

from conspectus.catalog import Catalog
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


def test_one_month_is_no_line(make_paper, make_survey) -> None:  # type: ignore[no-untyped-def]
    catalog = Catalog.of(
        make_survey([make_paper("a", date="2025-05-20"), make_paper("b", date="2025-05"), make_paper("c")])
    )
    assert list(timeline.pages(catalog)) == [] and to_timeline(catalog) is None
