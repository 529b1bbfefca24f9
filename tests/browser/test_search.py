"""Searching as a reader does it: by keyboard, by filter, by a link somebody sent."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


def results(page: Page) -> list[str]:
    """The titles found, once the search has come back."""
    expect(page.get_by_role("status")).to_have_text(re.compile("paper"))
    return page.locator(".search-results .card-title").all_inner_texts()


def test_a_search_goes_by_keyboard_alone(site: str, page: Page) -> None:
    page.goto(site)
    page.keyboard.press("/")
    page.keyboard.type("lens")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}search/?q=lens")
    expect(page.get_by_role("searchbox")).to_be_focused()
    expect(page.get_by_role("status")).to_contain_text("for “lens”")
    page.keyboard.press("ArrowDown")
    first = page.locator(".search-results a").first
    expect(first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("ArrowDown")
    title = first.inner_text()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_an_exact_title_comes_first(site: str, page: Page) -> None:
    page.goto(f"{site}search/")
    page.get_by_role("searchbox").fill("What the Bell Wrote Down")
    expect(page.get_by_role("status")).to_contain_text("What the Bell")
    assert results(page)[0] == "What the Bell Wrote Down"


@pytest.mark.parametrize("query", ["2402.99903", "arXiv:2402.99903v2", "https://arxiv.org/abs/2402.99903", "Cy Klang"])
def test_a_paper_is_found_by_its_identifier_or_author(query: str, site: str, page: Page) -> None:
    page.goto(f"{site}search/")
    page.get_by_role("searchbox").fill(query)
    expect(page.get_by_role("status")).to_contain_text(query)
    assert results(page) == ["What the Bell Wrote Down"]


def test_a_topic_includes_its_children_and_filters_combine(site: str, page: Page) -> None:
    page.goto(f"{site}search/")
    page.get_by_role("checkbox", name="Making light").check()
    expect(page).to_have_url(f"{site}search/?topic=light")
    expect(page.get_by_role("status")).to_contain_text("4 papers")
    page.locator("summary", has_text="Year").click()
    page.get_by_role("checkbox", name="2022").check()
    expect(page.get_by_role("status")).to_contain_text("1 paper")
    assert results(page) == ["A Stepped Fresnel Lens of Rügen Glass"]


def test_within_a_group_one_value_is_enough(site: str, page: Page) -> None:
    page.goto(f"{site}search/?topic=lenses&topic=fog")
    expect(page.get_by_role("status")).to_contain_text("4 papers")


def test_counts_follow_the_query(site: str, page: Page) -> None:
    page.goto(f"{site}search/?q=Fresnel")
    expect(page.get_by_role("status")).to_contain_text("1 paper")
    lenses = page.locator("label", has=page.locator("input[value=lenses]")).locator(".count")
    burners = page.locator("label", has=page.locator("input[value=burners]")).locator(".count")
    expect(lenses).to_have_text("1")
    expect(burners).to_have_text("0")


def test_a_search_survives_reload_and_back(site: str, page: Page) -> None:
    page.goto(f"{site}search/?q=lens&topic=lenses&sort=newest")
    expect(page.get_by_role("status")).to_contain_text("2 papers")
    found = results(page)
    page.reload()
    expect(page.get_by_role("searchbox")).to_have_value("lens")
    expect(page.locator("input[value=lenses]")).to_be_checked()
    expect(page.get_by_role("status")).to_contain_text("2 papers")
    assert results(page) == found
    page.locator(".search-results a").first.click()
    expect(page).to_have_url(re.compile(r"/papers/"))
    page.go_back()
    expect(page.locator("input[value=lenses]")).to_be_checked()
    expect(page.get_by_role("status")).to_contain_text("2 papers")


def test_a_filter_in_use_is_named_and_can_be_taken_back(site: str, page: Page) -> None:
    page.goto(f"{site}search/?q=lens&topic=lenses&topic=fog")
    expect(page.get_by_role("status")).to_contain_text("2 papers")
    chosen = page.get_by_role("list", name="Filters in use").get_by_role("button")
    assert chosen.all_inner_texts() == ["Lenses ×", "Fog signals ×"]
    page.get_by_role("button", name="Without the filter Fog signals").click()
    expect(page).to_have_url(f"{site}search/?q=lens&topic=lenses")
    expect(page.get_by_role("searchbox")).to_be_focused()
    assert chosen.all_inner_texts() == ["Lenses ×"]


def test_everything_can_be_cleared(site: str, page: Page) -> None:
    page.goto(f"{site}search/?q=lens&topic=lenses")
    expect(page.get_by_role("status")).to_contain_text("2 papers")
    page.get_by_role("button", name="Clear all").click()
    expect(page).to_have_url(f"{site}search/")
    expect(page.locator("input[value=lenses]")).not_to_be_checked()


def test_nothing_found_is_said(site: str, page: Page) -> None:
    page.goto(f"{site}search/?q=zeppelin")
    expect(page.get_by_role("status")).to_have_text("0 papers for “zeppelin”")


def test_without_javascript_everything_can_be_read(site: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    page.get_by_role("link", name="Lenses").first.click()
    page.get_by_role("link", name="A Stepped Fresnel Lens of Rügen Glass").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("A Stepped Fresnel Lens of Rügen Glass")
    page.goto(f"{site}search/?q=lens")
    page.get_by_role("link", name=re.compile("papers by year")).click()
    expect(page.get_by_role("link", name="What the Bell Wrote Down")).to_be_visible()
    context.close()


def test_an_earlier_address_leads_to_the_paper(site: str, page: Page) -> None:
    page.goto(f"{site}papers/wick-trimming/")
    expect(page).to_have_url(f"{site}papers/wick/")
