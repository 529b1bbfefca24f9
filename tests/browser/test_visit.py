"""What came into the survey since the reader was last here, which only the reader's browser knows."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

FORBIDDEN = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('not here'); } })"
LONG_AGO = 1_700_000_000_000
"""An hour in November 2023, in milliseconds since 1970."""


def remember(page: Page, visit: Any) -> None:
    page.evaluate("([root, visit]) => localStorage.setItem(`conspectus ${root} visit`, visit)", [root(page), visit])


def root(page: Page) -> str:
    return str(page.evaluate("new URL('..', document.querySelector('link[rel=stylesheet]').href).pathname"))


def test_the_first_visit_says_nothing(site: str, page: Page) -> None:
    page.goto(f"{site}new/")
    said = page.locator(".latest").inner_text()
    assert "added on July 10, 2024" in said
    page.goto(site)
    expect(page.locator(".latest")).to_have_text(f"What’s new · {said}")
    expect(page.locator(".fresh")).to_have_count(0)


def test_what_was_not_there_at_the_last_visit_is_new_for_the_whole_of_this_one(site: str, page: Page) -> None:
    page.goto(f"{site}new/")
    ids = page.locator(".latest").get_attribute("data-recent")
    assert ids
    remember(page, json.dumps({"shown": ids.split()[1:], "at": LONG_AGO}))
    page.goto(site)
    expect(page.locator(".latest")).to_have_text("What’s new · 1 paper since your last visit")
    page.locator(".latest").get_by_role("link", name="What’s new").click()
    expect(page.locator(".fresh")).to_have_count(1)
    expect(page.get_by_role("heading", name="New: ")).to_have_count(1)
    page.reload()
    expect(page.locator(".latest")).to_have_text("1 paper since your last visit")


def test_a_visit_that_brings_nothing_new_says_nothing(site: str, page: Page) -> None:
    page.goto(f"{site}new/")
    ids = page.locator(".latest").get_attribute("data-recent")
    assert ids
    remember(page, json.dumps({"shown": ids.split(), "at": LONG_AGO}))
    page.reload()
    expect(page.locator(".latest")).to_contain_text("added on")
    expect(page.locator(".fresh")).to_have_count(0)


@pytest.mark.parametrize("spoilt", ["{", "null", "7", '{"shown": 1}', '{"shown": [], "known": [], "at": 0}'])
def test_what_somebody_else_wrote_there_does_no_harm(spoilt: str, site: str, page: Page) -> None:
    page.goto(f"{site}new/")
    remember(page, spoilt)
    page.reload()
    expect(page.locator(".latest")).to_be_visible()


def test_a_browser_that_keeps_nothing_shows_what_is_new(site: str, browser: Browser) -> None:
    context = browser.new_context()
    context.add_init_script(FORBIDDEN)
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto(f"{site}new/")
    expect(page.locator(".latest")).to_contain_text("added on July 10, 2024")
    context.close()
    assert not problems
