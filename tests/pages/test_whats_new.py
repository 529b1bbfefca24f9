"""What’s new, by the day papers came in."""

from __future__ import annotations

from typing import Any

from conspectus.catalog import Catalog
from conspectus.model.when import Date
from conspectus.pages import home, plan, whats_new
from conspectus.pages.whats_new import Latest, WhatsNewView


def views(survey: Any) -> dict[str, WhatsNewView]:
    return {page.url: page.view for page in whats_new.pages(Catalog.of(survey))}  # type: ignore[misc]


def test_papers_stand_by_the_day_they_were_added_whatever_their_own_date(make_paper: Any, make_survey: Any) -> None:
    survey = make_survey(
        [
            make_paper("old", date="1907", added=Date(2026, 6, 12)),
            make_paper("a", date="2026-06-30", added=Date(2026, 1, 7)),
            make_paper("b", added=Date(2026, 1, 7)),
            make_paper("undated", date="2026-07-01"),
        ]
    )
    (view,) = views(survey).values()
    assert [(str(day.date), day.count, [card.id for card in day.cards]) for day in view.days] == [
        ("2026-06-12", 1, ["old"]),
        ("2026-01-07", 2, ["a", "b"]),
    ]
    assert view.undated == 1
    latest = Latest(Date(2026, 6, 12), 1, ("old", "a", "b"))
    (front,) = home.pages(Catalog.of(survey))
    assert view.latest == latest == front.view.latest  # type: ignore[attr-defined]
    assert "new/" in [item.url for group in plan(Catalog.of(survey)).shell.nav for item in group]


def test_a_day_with_many_papers_goes_on_on_the_next_page(make_paper: Any, make_survey: Any) -> None:
    found = views(make_survey([make_paper(f"p{n:02}", added=Date(2026, 6, 12)) for n in range(60)]))
    assert list(found) == ["new/", "new/2/"]
    assert [(day.count, len(day.cards)) for view in found.values() for day in view.days] == [(60, 50), (60, 10)]
    assert len(found["new/"].latest.ids) == 50


def test_where_nobody_noted_a_day_there_is_no_page_and_no_way_to_it(make_paper: Any, make_survey: Any) -> None:
    survey = make_survey([make_paper("undated", date="2026-07-01")])
    assert views(survey) == {}
    assert "new/" not in [item.url for group in plan(Catalog.of(survey)).shell.nav for item in group]
