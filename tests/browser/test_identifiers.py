"""Papers found by identifiers that a reader pastes into the search page."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from browser.test_search import results, status
from conspectus.model.identifiers import arxiv_id, doi

pytestmark = pytest.mark.browser

IDENTIFIERS = {
    "2402.99903": ("What the Bell Wrote Down", "arXiv ID"),
    "arXiv:2402.99903v2": ("What the Bell Wrote Down", "arXiv ID"),
    "https://arxiv.org/pdf/2402.99903v1": ("What the Bell Wrote Down", "arXiv ID"),
    "https://doi.org/10.48550/arXiv.2402.99903": ("What the Bell Wrote Down", "arXiv ID"),
    "10.99999/LENS.2022": ("A Stepped Fresnel Lens of Rügen Glass", "DOI"),
    "doi:10.99999/lens.2022.": ("A Stepped Fresnel Lens of Rügen Glass", "DOI"),
    "https://doi.org/10.99999/lens.2022?from=here": ("A Stepped Fresnel Lens of Rügen Glass", "DOI"),
    "lampe2022lens": ("A Stepped Fresnel Lens of Rügen Glass", "citation key"),
    "\\cite{lampe2022lens}": ("A Stepped Fresnel Lens of Rügen Glass", "citation key"),
    "[@bell-log]": ("What the Bell Wrote Down", "citation key"),
    "Lampe, A. (2022). A lens. Glass 7, 1–9. <https://doi.org/10.99999/lens.2022>.": (
        "A Stepped Fresnel Lens of Rügen Glass",
        "DOI",
    ),
    "wick-trimming": ("Trimming the Wick in O(log n) Nights", "citation key"),  # an earlier id
}


@pytest.mark.parametrize("query", IDENTIFIERS)
def test_an_identifier_finds_its_paper(query: str, site: str, page: Page) -> None:
    title, kind = IDENTIFIERS[query]
    page.goto(f"{site}search/?q={quote(query)}")
    expect(page.locator(".found-exact")).to_contain_text(f"Exact match: {kind}")
    expect(page.locator(".found-exact")).to_have_count(1)
    assert results(page)[0] == title
    if kind != "citation key":
        assert results(page) == [title]


def test_all_identifiers_of_a_query_are_said_to_be_exact(site: str, page: Page) -> None:
    page.goto(f"{site}search/?q={quote('@bell-log, 10.99999/lens.2022')}")
    assert results(page) == ["A Stepped Fresnel Lens of Rügen Glass", "What the Bell Wrote Down"]
    expect(status(page)).to_contain_text("2 papers for")
    expect(page.locator(".found-exact")).to_have_text(
        ["Exact match: DOI 10.99999/lens.2022", "Exact match: citation key bell-log"]
    )


def test_an_identifier_outside_the_filters_is_not_shown_and_that_is_said(site: str, page: Page) -> None:
    page.goto(f"{site}search/?q=2402.99903&year=2022")
    expect(status(page)).to_contain_text("No papers match")
    page.get_by_role("button", name="Clear filters (1 paper)").click()
    expect(status(page)).to_contain_text("1 paper for")
    expect(page).to_have_url(f"{site}search/?q=2402.99903")


def test_identifiers_are_spelled_as_the_survey_spells_them(site: str, page: Page) -> None:
    """In the browser an identifier comes to the same form as when the survey is built."""
    page.goto(f"{site}search/?q=wick")
    expect(page.locator(".found-exact")).to_be_visible()
    module = page.evaluate(
        "performance.getEntriesByType('resource').map((one) => one.name).find((one) => one.includes('/identifiers.'))"
    )
    spellings = [
        *("hep-th/9901001v2", "hepth/9901001", "math.GT/0309136", "arXiv:cond-mat/0703123 [cond-mat.str-el]"),
        *("0704.0001", "1412.9999", "1501.00001v12", "https://arxiv.org/abs/hep-th/9901001"),
        *("https://www.alphaxiv.org/abs/2404.14469", "10.1016/S0140-6736(97)11096-0", "(see) 10.1"),
        *("https://dx.doi.org/10.1002/%28SICI%291097", "doi: 10.1000/X.Y,"),
    ]
    found = page.evaluate(
        "async ([at, all]) => (({ identifiers }) => all.map((one) => identifiers(one)[0]))(await import(at))",
        [module, spellings],
    )
    for spelling, told in zip(spellings, found, strict=True):
        name = arxiv_id(spelling) or doi(spelling)
        assert (told and told["kind"] != "citation key" and told["name"]) == name, spelling


def test_a_title_in_a_reference_without_identifiers_is_said_to_be_exact(site: str, page: Page) -> None:
    page.goto(f"{site}search/?q=" + quote("Klang C, Wren D. What the bell wrote down. J. Harbors 1923;4:1-9."))
    expect(page.locator(".search-status")).to_contain_text("1 paper for")
    expect(page.locator(".search-status")).to_contain_text("exact match: title")
    expect(page.locator(".search-results .found-exact")).to_have_text("Exact match: title")
