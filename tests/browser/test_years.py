"""The timeline of a category: it chooses years, and shows the list as it is narrowed down within the whole."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser


def bar(page: Page, year: int) -> Locator:
    return page.locator(f".timeline a[data-years='{year}']")


def height(found: Locator, part: str) -> float:
    return float(found.locator(part).get_attribute("height") or 0)


def test_a_bar_chooses_its_year_and_takes_it_back(lamps: str, page: Page) -> None:
    page.goto(lamps)
    bar(page, 2023).focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{lamps}?year=2023")
    expect(page.get_by_role("status").first).to_have_text("10 of 60 papers")
    expect(bar(page, 2023)).to_have_attribute("aria-current", "true")
    bar(page, 2023).click()
    expect(page).to_have_url(lamps)
    expect(page.locator(".timeline [aria-current]")).to_have_count(0)


def test_bars_show_what_is_in_the_list_within_the_whole(lamps: str, page: Page) -> None:
    page.goto(f"{lamps}?fuel=oil")
    expect(bar(page, 2023)).to_have_attribute("aria-label", "2023: 5 of 10 papers")
    assert height(bar(page, 2023), ".part") == height(bar(page, 2023), ".whole") / 2
    page.keyboard.press("Escape")
    expect(bar(page, 2023).locator(".value")).to_have_text("10")
    assert height(bar(page, 2023), ".part") == height(bar(page, 2023), ".whole")


def test_a_bar_is_a_link_without_javascript_too(lamps: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(lamps)
    bar(page, 2023).click()
    expect(page).to_have_url(f"{lamps}?year=2023#papers")
    context.close()


@pytest.mark.parametrize("path", ["", "../../overview/"])
@pytest.mark.parametrize("width", [1280, 240])
def test_the_latest_year_is_seen_on_every_screen(lamps: str, page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(lamps + path)
    latest = page.locator(".timeline .scroll").evaluate(
        "box => [box, box.querySelector('svg').lastElementChild.previousElementSibling]"
        ".map((one) => one.getBoundingClientRect()).map(({left, right}) => [left, right])"
    )
    (_, end), (left, right) = latest
    assert left >= 0 and right <= min(end, width) + 1
