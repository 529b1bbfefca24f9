"""A category's pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from conspectus.catalog import Catalog
from conspectus.diagnostics import Span
from conspectus.model.paper import Paper
from conspectus.model.survey import Survey
from conspectus.model.taxonomy import Category, Facet
from conspectus.pages import all_about, category
from conspectus.pages.category import CategoryView

SPAN = Span("content/taxonomy/topic.yaml", 1)
MakePaper = Callable[..., Paper]
MakeSurvey = Callable[..., Survey]


def views(catalog: Catalog) -> dict[str, CategoryView]:
    found = {}
    for page in all_about(category, catalog):
        assert isinstance(page.view, CategoryView)
        found[page.url] = page.view
    return found


def test_each_category_of_each_facet_has_a_page(catalog: Catalog) -> None:
    topics = ["light", "burners", "lenses", "watch", "fog", "idle"]
    assert list(views(catalog)) == [*(f"topics/{id}/" for id in topics), "fuel/oil/", "fuel/gas/"]


def test_a_parent_shows_its_own_papers_and_those_below_it(catalog: Catalog) -> None:
    view = views(catalog)["topics/light/"]
    assert [card.id for card in view.list.cards] == ["wick", "valve", "hostile"]
    assert view.list.count == 3
    assert [(child.title, child.count) for child in view.children] == [("Burners", 2), ("Lenses & <prisms>", 2)]
    assert [citation.name for citation in view.about.citations] == ["wick"]


def test_fifty_papers_a_page_and_prose_and_children_on_the_first_alone(many: Survey) -> None:
    found = views(Catalog.of(many))
    first, second, third = (found[f"topics/light/{end}"] for end in ("", "2/", "3/"))
    assert [len(view.list.cards) for view in (first, second, third)] == [50, 50, 20]
    assert {view.list.count for view in (first, second, third)} == {120}
    assert len({card.id for view in (first, second, third) for card in view.list.cards}) == 120
    assert first.about and first.children
    assert not second.about and not second.children
    assert [view.head.title for view in (first, second)] == ["Making light", "Making light, page 2"]


def test_topics_have_a_feed_and_other_categories_have_none(catalog: Catalog) -> None:
    found = views(catalog)
    assert found["topics/fog/"].head.feed == "topics/fog/feed.xml"
    assert found["fuel/oil/"].head.feed == ""


def test_the_crumbs_lead_back_to_the_facet(catalog: Catalog) -> None:
    found = views(catalog)
    assert [crumb.url for crumb in found["topics/fog/"].crumbs] == ["topics/", "topics/watch/"]
    assert [crumb.url for crumb in found["fuel/oil/"].crumbs] == ["fuel/"]


def test_the_first_page_of_a_list_can_be_narrowed_down(catalog: Catalog, many: Survey) -> None:
    found = views(Catalog.of(many))
    first, second = found["topics/light/"], found["topics/light/2/"]
    assert [(group.name, len(group.choices)) for group in first.list.groups if not group.idle] == [("year", 20)]
    assert (second.list.groups, second.list.sorts) == ((), ())
    single = views(catalog)["topics/fog/"]
    assert (single.list.groups, single.list.sorts) == ((), ())


@pytest.mark.parametrize(
    ("fields", "rankings", "sorts"),
    [
        ({}, True, ("title",)),
        ({"score": 0.0, "comments": 2}, False, ("title",)),
        ({"score": 0.0, "comments": 2}, True, ("title", "score", "comments")),
    ],
)
def test_a_list_is_sorted_by_rankings_where_the_survey_wants_that(
    fields: dict[str, Any], rankings: bool, sorts: tuple[str, ...], make_paper: MakePaper, make_survey: MakeSurvey
) -> None:
    topics = Facet("topic", "Topics", SPAN, "", (Category("fog", "Fog", SPAN),))
    papers = [make_paper(f"p{number}", **fields) for number in range(4)]
    survey = make_survey(papers, [topics], places=[(paper.id, "topic", "fog") for paper in papers])
    survey = replace(survey, settings=replace(survey.settings, rankings=rankings))
    page = views(Catalog.of(survey))["topics/fog/"]
    assert tuple(sort.value for sort in page.list.sorts) == sorts
    assert all((card.score is None) != ("score" in sorts) for card in page.list.cards)
