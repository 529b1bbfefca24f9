"""Taking a citation along: the button copies what is shown, and says so."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


def test_the_button_copies_the_entry_and_says_so(site: str, browser: Browser) -> None:
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{site}papers/wick/")
    page.get_by_text("Cite", exact=True).click()
    page.get_by_role("button", name="Copy").click()
    page.get_by_role("status").get_by_text("Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator(".cite pre").text_content()
    assert copied.startswith("@")
    context.close()


def test_where_copying_is_forbidden_the_entry_is_selected(site: str, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(f"{site}papers/wick/")
    page.get_by_text("Cite", exact=True).click()
    page.get_by_role("button", name="Copy").click()
    page.get_by_role("status").get_by_text("Selected").wait_for()
    assert page.evaluate("getSelection().toString()").strip() == page.locator(".cite pre").text_content()
    context.close()


def test_without_javascript_there_is_no_dead_button(site: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}papers/wick/")
    assert page.locator(".cite button").count() == 0
    assert page.locator(".cite a").count() == 3
    context.close()
