"""The plan as a whole: which urls there are, and what all pages share."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from conspectus.catalog import Catalog
from conspectus.components.crumbs import Crumb
from conspectus.model.survey import Survey
from conspectus.pages import plan

ADDRESS = re.compile(r"(?:[A-Za-z0-9][A-Za-z0-9._-]*/)*(?:[A-Za-z0-9][A-Za-z0-9._-]*\.[a-z]+)?")


def test_the_pages_a_reader_may_have_kept_are_there(lamps: Survey) -> None:
    promised = """
        404.html compare/ data/papers.json data/papers.schema.json feed.xml reading/ sitemap.xml
        fuel/ fuel/gas/ fuel/oil/ pages/about/ search/ worklist/
        papers/ papers/bell/ papers/hostile/ papers/tide/ papers/valve/ papers/wick/ papers/wick-trimming/
        topics/ topics/burners/ topics/burning/ topics/fog/ topics/idle/ topics/lenses/ topics/light/ topics/watch/
        topics/burners/feed.xml topics/fog/feed.xml topics/idle/feed.xml topics/lenses/feed.xml
        topics/light/feed.xml topics/watch/feed.xml topics/light/table.csv topics/lenses/table.csv
    """.split()
    assert {"", *promised} <= {page.url for page in plan(Catalog.of(lamps)).pages}


def test_addresses_are_plain_and_stand_once(lamps: Survey, many: Survey) -> None:
    for survey in (lamps, many):
        urls = [page.url for page in plan(Catalog.of(survey)).pages]
        assert len(urls) == len(set(urls))
        assert all(ADDRESS.fullmatch(url) for url in urls)
    assert "topics/light/2/" in urls and "topics/light/3/" in urls


def test_the_same_survey_makes_the_same_plan(lamps: Survey) -> None:
    one, two = ([(page.url, page.template, page.view) for page in plan(Catalog.of(lamps)).pages] for _ in range(2))
    assert one == two


@pytest.mark.parametrize("base_url", ["", "https://keepers.example/lamps/"])
def test_a_page_can_be_asked_for_without_planning_the_others(
    base_url: str, lamps_at: Callable[[str], Survey], many: Survey
) -> None:
    for survey in (lamps_at(base_url), replace(many, settings=replace(many.settings, base_url=base_url))):
        site = plan(Catalog.of(survey))
        for page in plan(Catalog.of(survey)).pages:
            found = site.page(page.url)
            assert found is not None
            assert (found.url, found.template, found.view) == (page.url, page.template, page.view)
        for url in ("nowhere/", "papers/nobody/", "topics/light/9/", "sitemap-1.xml", "authors/z/", "papers"):
            assert site.page(url) is None


def test_a_papers_address_does_not_change_with_its_title_or_places(lamps: Survey, make_paper, make_survey) -> None:  # type: ignore[no-untyped-def]
    one = make_survey([make_paper("x", "A Lamp")], lamps.taxonomy.facets, places=[("x", "topic", "fog")])
    two = make_survey([make_paper("x", "A lamp, corrected")], lamps.taxonomy.facets, places=[("x", "topic", "light")])
    first, second = (
        {page.url for page in plan(Catalog.of(survey)).pages if page.url.startswith("papers/")} for survey in (one, two)
    )
    assert first == second and "papers/x/" in first


def test_earlier_addresses_lead_on(lamps: Survey) -> None:
    views = {page.url: page.view for page in plan(Catalog.of(lamps)).pages}
    assert views["papers/wick-trimming/"] == Crumb("Trimming the Wick in O(log n) Nights", "papers/wick/")
    assert views["topics/burning/"] == Crumb("Making light", "topics/light/")


def test_an_earlier_address_that_is_in_use_again_is_left_to_its_paper(make_paper, make_survey) -> None:  # type: ignore[no-untyped-def]
    survey = make_survey([make_paper("a"), make_paper("b", was=("a",))])
    (page,) = [page for page in plan(Catalog.of(survey)).pages if page.url == "papers/a/"]
    assert page.template == "pages/paper.html"


def test_the_base_url_is_taken_apart(lamps_at: Callable[[str], Survey]) -> None:
    for base_url, origin, root in [
        ("https://user.example/repo/", "https://user.example", "/repo/"),
        ("https://survey.example", "https://survey.example", "/"),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8000", "/"),
        ("", "", "/"),
    ]:
        shell = plan(Catalog.of(lamps_at(base_url))).shell
        assert (shell.origin, shell.root) == (origin, root)


def test_the_navigation_has_facets_papers_and_prose(lamps: Survey) -> None:
    urls = [item.url for group in plan(Catalog.of(lamps)).shell.nav for item in group]
    own = ["topics/", "fuel/", "overview/", "papers/", "pages/about/"]
    assert [url for url in urls if url in own] == own
    assert set(urls) <= {page.url for page in plan(Catalog.of(lamps)).pages}


def test_without_an_origin_there_is_no_sitemap(lamps_at: Callable[[str], Survey]) -> None:
    assert "sitemap.xml" not in {page.url for page in plan(Catalog.of(lamps_at(""))).pages}


def test_a_survey_of_nothing_has_a_site(make_survey) -> None:  # type: ignore[no-untyped-def]
    empty = make_survey([])
    urls = [page.url for page in plan(Catalog.of(empty)).pages]
    assert {"", "papers/", "search/", "worklist/", "404.html", "feed.xml"} <= set(urls)


def test_a_renamed_survey_keeps_its_addresses(lamps: Survey) -> None:
    renamed = replace(lamps, settings=replace(lamps.settings, title="Lamps, renamed"))
    assert [page.url for page in plan(Catalog.of(renamed)).pages] == [
        page.url for page in plan(Catalog.of(lamps)).pages
    ]
