"""What a link shows while it is pointed at or focused: the paper, or the category, that it leads to."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser


def shown(page: Page) -> Locator:
    return page.get_by_role("tooltip")


def test_a_citation_shows_its_paper(site: str, page: Page) -> None:
    page.goto(f"{site}papers/wick/")
    link = page.locator(".lead .citation")
    link.hover()
    expect(shown(page)).to_contain_text("A Sun Valve for *Unattended* Lights <b>& Buoys</b>")
    expect(shown(page)).to_contain_text("Gustaf Dahlberg")
    expect(shown(page)).to_contain_text("Published November 2022")
    page.mouse.move(0, 0)
    expect(shown(page)).to_be_hidden()


def test_any_link_to_a_paper_shows_it_when_it_is_come_to_by_key(site: str, page: Page) -> None:
    page.goto(f"{site}papers/")
    page.keyboard.press("Tab")  # so that what follows counts as keys
    link = page.get_by_role("link", name="What the Bell Wrote Down")
    link.focus()
    expect(shown(page)).to_contain_text("A log of 12,000 strokes")
    assert link.get_attribute("aria-describedby") == "shown"
    page.keyboard.press("Escape")
    expect(shown(page)).to_be_hidden()
    expect(link).to_be_focused()


def test_a_category_shows_what_it_is_about_and_how_many_papers_it_has(site: str, page: Page) -> None:
    page.goto(site)
    page.locator("main .tree").get_by_role("link", name="Burners").first.hover()
    expect(shown(page)).to_contain_text("How a flame is fed, and how it goes out again.")
    expect(shown(page)).to_contain_text("2 papers")


def test_what_is_shown_can_be_pointed_at_and_has_no_link_that_keys_would_miss(site: str, page: Page) -> None:
    page.goto(f"{site}papers/wick/")
    page.locator(".lead .citation").hover()
    expect(shown(page)).to_be_visible()
    shown(page).hover()
    page.wait_for_timeout(400)  # longer than it lingers
    expect(shown(page)).to_be_visible()
    expect(shown(page).locator("a")).to_have_count(0)


def test_a_card_and_links_to_other_pages_show_nothing(site: str, page: Page) -> None:
    page.goto(f"{site}topics/burners/")
    for link in (
        page.locator(".card-title a").first,
        page.locator(".chips a").first,
        page.locator(".take-along a").first,
    ):
        link.hover()
        page.wait_for_timeout(500)  # longer than it waits
        expect(shown(page)).to_be_hidden()
