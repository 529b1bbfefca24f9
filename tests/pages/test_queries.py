"""The pages of saved queries, their feeds and their files."""

from __future__ import annotations

from typing import cast

from conspectus.catalog import Catalog
from conspectus.components.crumbs import Crumb
from conspectus.model.survey import Survey
from conspectus.pages import feeds, plan, queries
from conspectus.pages.feeds import Feed
from conspectus.pages.overview import OverviewView
from conspectus.pages.queries import Ask, QueriesView, QueryView


def test_a_query_has_a_page_with_its_papers_its_feed_and_its_files(lamps: Survey) -> None:
    pages = {page.url: page for page in plan(Catalog.of(lamps)).pages}
    view = cast(QueryView, pages["queries/of-light/"].view)
    assert (view.title, view.list.count, [card.id for card in view.list.cards]) == (
        "Of light & <dark>",
        2,
        ["wick", "hostile"],
    )
    assert view.head.feed == view.list.feed == "queries/of-light/feed.xml"
    feed = cast(Feed, pages[view.list.feed].view)
    assert (feed.url, [entry.card.id for entry in feed.entries]) == ("queries/of-light/", ["wick", "hostile"])
    assert {file.url for file in view.list.files} <= pages.keys()
    assert "queries/of-light/papers.bib" in pages
    assert view.head.data and view.head.data["@type"] == "CollectionPage"


def test_what_is_asked_is_said_in_words(catalog: Catalog) -> None:
    (query,) = catalog.survey.queries.saved
    assert list(queries.asks(catalog, query)) == [
        Ask("Any of", "“lamp”, /wicks?/"),
        Ask("None of", "“bell”"),
        Ask("Topics", places=(Crumb("Making light", "topics/light/"), Crumb("Keeping watch", "topics/watch/"))),
        Ask("Years", "2021–2023"),
    ]


def test_all_queries_are_listed_and_the_overview_leads_to_them(lamps: Survey) -> None:
    pages = {page.url: page for page in plan(Catalog.of(lamps)).pages}
    (line,) = cast(QueriesView, pages["queries/"].view).queries
    assert (line.title, line.url, line.count) == ("Of light & <dark>", "queries/of-light/", 2)
    assert cast(OverviewView, pages["overview/"].view).queries == (Crumb("Of light & <dark>", "queries/of-light/"),)
    assert plan(Catalog.of(lamps)).shell.queries


def test_a_survey_without_queries_has_no_page_of_them(many: Survey) -> None:
    site = plan(Catalog.of(many))
    assert not site.shell.queries
    assert not [page.url for page in site.pages if page.url.startswith("queries/")]


def test_earlier_ids_lead_on_and_the_feed_keeps_its_name(lamps: Survey, catalog: Catalog) -> None:
    pages = {page.url: page for page in plan(Catalog.of(lamps)).pages}
    for earlier in ("dark", "of-lamps"):
        assert pages[f"queries/{earlier}/"].view == Crumb("Of light & <dark>", "queries/of-light/")
    assert cast(Feed, pages["queries/of-light/feed.xml"].view).id == feeds.urn(catalog, "queries/dark/")
