"""A category is printed whole, however many pages its list has, with its links spelled out."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def printed(page: Page) -> list[str]:
    """The titles on paper, and the page as it is on the screen again afterwards."""
    page.evaluate(
        """() => addEventListener("beforeprint", () => {
            window.onPaper = [...document.querySelectorAll(".cards > li")]
                .filter((item) => !item.hidden)
                .map((item) => item.querySelector(".card-title").textContent);
        })"""
    )
    page.pdf()
    return list(page.evaluate("onPaper"))


def test_a_list_of_several_pages_is_printed_whole(lamps: str, page: Page) -> None:
    page.goto(lamps)
    expect(page.locator(".cards > li")).to_have_count(50)
    titles = printed(page)
    assert len(titles) == 60
    assert len(set(titles)) == 60
    expect(page.locator(".cards > li")).to_have_count(50)


def test_a_list_that_was_narrowed_down_is_printed_as_it_is(lamps: str, page: Page) -> None:
    page.goto(f"{lamps}?fuel=oil")
    expect(page.get_by_role("status").first).to_contain_text("of 60 papers")
    shown = page.locator(".cards > li:not([hidden])").count()
    assert len(printed(page)) == shown < 60


def test_a_sorted_list_is_printed_whole_though_fifty_are_shown(lamps: str, page: Page) -> None:
    page.goto(f"{lamps}?sort=title")
    expect(page.locator(".cards > li .card-title").first).to_have_text("Lamp 1")
    assert printed(page) == [f"Lamp {number}" for number in range(1, 61)]
    expect(page.locator(".cards > li")).to_have_count(50)


def test_links_are_spelled_out_on_paper(site: str, page: Page) -> None:
    page.goto(f"{site}topics/light/")
    page.emulate_media(media="print")
    link = page.locator(".card .links a").first
    spelled = link.evaluate("(link) => getComputedStyle(link, '::after').content")
    assert link.get_attribute("href") in spelled
