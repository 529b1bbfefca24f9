"""Front page, facets, all papers, prose, work list, the page that is missing."""

from __future__ import annotations

from conspectus.catalog import Catalog
from conspectus.model.survey import Survey
from conspectus.pages import all_papers, facet, home, not_found, prose, worklist
from conspectus.pages.all_papers import PapersView
from conspectus.pages.facet import FacetView
from conspectus.pages.home import Home
from conspectus.pages.not_found import NotFoundView
from conspectus.pages.prose import ProseView
from conspectus.pages.worklist import WorklistView


def front(catalog: Catalog) -> Home:
    (page,) = home.pages(catalog)
    assert page.url == ""
    assert isinstance(page.view, Home)
    return page.view


def test_the_front_page_has_the_surveys_figures(catalog: Catalog) -> None:
    view = front(catalog)
    assert (view.papers, view.categories, view.with_code, view.unplaced, view.years) == (5, 8, 2, 1, (2021, 2024))


def test_the_front_page_opens_with_the_prose_of_its_name_and_the_other_prose_is_linked_to(catalog: Catalog) -> None:
    view = front(catalog)
    assert view.prose.source == "Lights that need *no* keeper."
    assert [crumb.url for crumb in view.reading] == ["pages/about/"]


def test_the_front_page_shows_as_many_of_the_newest_as_the_curator_wants(catalog: Catalog) -> None:
    assert [card.id for card in front(catalog).newest] == ["bell", "wick", "valve"]


def test_the_front_page_has_the_main_facet_apart_from_the_others(catalog: Catalog) -> None:
    view = front(catalog)
    assert view.topics is not None
    assert (view.topics.url, [tree.url for tree in view.facets]) == ("topics/", ["fuel/"])


def test_a_survey_without_topics_or_papers_has_a_front_page(make_survey, lamps: Survey) -> None:  # type: ignore[no-untyped-def]
    view = front(Catalog.of(make_survey([], lamps.taxonomy.facets[1:])))
    assert (view.topics, view.papers, view.years, view.newest) == (None, 0, None, ())
    assert [tree.url for tree in view.facets] == ["fuel/"]


def test_each_facet_has_a_page_with_all_its_categories(catalog: Catalog) -> None:
    pages = {page.url: page.view for page in facet.pages(catalog)}
    assert list(pages) == ["topics/", "fuel/"]
    view = pages["topics/"]
    assert isinstance(view, FacetView)
    assert [branch.title for branch in view.branches] == ["Making light", "Keeping watch", "Nothing yet"]


def test_all_papers_stand_under_their_year_and_the_undated_last(catalog: Catalog) -> None:
    (page,) = all_papers.pages(catalog)
    assert isinstance(page.view, PapersView)
    assert [(year.year, [paper.id for month in year.months for paper in month.papers]) for year in page.view.years] == [
        (2024, ["bell"]),
        (2023, ["wick"]),
        (2022, ["valve"]),
        (2021, ["hostile"]),
        (None, ["tide"]),
    ]


def test_prose_has_a_page_but_that_of_the_front_page(catalog: Catalog) -> None:
    pages = list(prose.pages(catalog))
    assert [page.url for page in pages] == ["pages/about/"]
    view = pages[0].view
    assert isinstance(view, ProseView)
    assert view.title == "About <these> lamps"
    assert view.parts[0].body.citations[0].name == "wick"


def test_the_work_list_has_what_nothing_places_and_what_looks_alike(catalog: Catalog) -> None:
    (page,) = worklist.pages(catalog)
    view = page.view
    assert isinstance(view, WorklistView)
    assert [card.id for card in view.unplaced] == ["tide"]
    assert [(pair.first.id, pair.second.id) for pair in view.alike] == [("bell", "tide")]


def test_the_page_for_what_is_not_there_offers_the_topics(catalog: Catalog) -> None:
    (page,) = not_found.pages(catalog)
    assert page.url == "404.html"
    assert isinstance(page.view, NotFoundView)
    assert len(page.view.topics) == 3
