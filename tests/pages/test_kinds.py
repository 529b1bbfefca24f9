"""Kinds of pages: what each declares is so of all its pages, and every kind and template has one somewhere."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from conspectus.cache import Cache
from conspectus.catalog import Catalog
from conspectus.model.site import Kind, Page
from conspectus.model.subjects import address
from conspectus.model.survey import Survey
from conspectus.model.taxonomy import Place
from conspectus.pages import RESERVED, plan
from conspectus.pipeline import compile
from conspectus.project import Project

SURVEY = Path(__file__).resolve().parents[1] / "survey"


@pytest.fixture(scope="module")
def pages() -> tuple[Page, ...]:
    """All pages of the made-up survey."""
    return compile(Project(SURVEY), Cache(None)).site.pages


def test_every_page_is_of_the_kind_that_plans_it_and_has_an_address_like_its_kind(lamps: Survey, many: Survey) -> None:
    for survey in (lamps, many):
        for planned in plan(Catalog.of(survey)).kinds:
            for page in planned.all():
                assert page.kind is planned.kind
                assert planned.kind.may_have(page.url), page


def test_kinds_have_names_of_their_own(lamps: Survey) -> None:
    names = Counter(planned.kind.name for planned in plan(Catalog.of(lamps)).kinds)
    assert set(names.values()) == {1}


def test_no_kind_of_page_is_forgotten(pages: tuple[Page, ...], lamps: Survey) -> None:
    site = plan(Catalog.of(lamps))
    assert {page.kind for page in (*pages, *site.pages)} == {planned.kind for planned in site.kinds}
    templates = {f"pages/{path.name}" for folder in Project(SURVEY).templates for path in folder.glob("pages/*")}
    assert templates - {page.template for page in pages} == {"pages/sitemap-index.xml"}  # which takes 50,000 pages


def test_what_a_subject_has_to_itself_is_one_page(pages: tuple[Page, ...], many: Survey) -> None:
    own = [page for page in pages if page.is_subjects_own]
    assert {page.kind.name for page in own} == {"home", "facet", "category", "paper", "query", "prose"}
    assert all(page.subject and address(page.subject) == page.url for page in own)
    first, second = (page for page in plan(Catalog.of(many)).pages if page.url in ("topics/light/", "topics/light/2/"))
    assert isinstance(first.subject, Place) and first.subject == second.subject
    assert first.is_subjects_own and not second.is_subjects_own


def test_a_redirect_is_about_what_it_leads_to(pages: tuple[Page, ...]) -> None:
    found = {page.url: page.subject and address(page.subject) for page in pages if page.kind.name == "redirect"}
    assert found["papers/wick-trimming/"] == "papers/wick/"
    assert found["queries/lenses/"] == "queries/new-lenses/"


@pytest.mark.parametrize(
    ("url", "fits"),
    [
        ("lamps/oil/", True),
        ("lamps/oil/2/", True),
        ("all.json", True),
        ("lamps/", False),
        ("lamps//", False),
        ("lamps/oil", False),
        ("other/oil/", False),
        ("allxjson", False),
        ("", False),
    ],
)
def test_an_address_fits_a_route_whose_parts_it_has(url: str, fits: bool) -> None:
    kind = Kind("lamp", ("lamps/{lamp}/", "lamps/{lamp}/{number}/", "all.json"))
    assert kind.may_have(url) is fits


def test_what_routes_begin_with_is_reserved() -> None:
    kind = Kind("lamp", ("", "lamps/{lamp}/", "{facet}/lamps/", "all.json"))
    assert kind.reserved == {"index.html", "lamps", "all.json"}
    assert {"index.html", "overview", "404.html", "queries"} <= RESERVED
