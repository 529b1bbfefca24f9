"""What the preview adds to the pages is as sound as they are, in light and dark and on a phone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
LOOKS = {
    "light": {"color_scheme": "light", "viewport": {"width": 1280, "height": 900}},
    "dark": {"color_scheme": "dark", "viewport": {"width": 1280, "height": 900}},
    "phone": {"color_scheme": "light", "viewport": {"width": 390, "height": 844}, "is_mobile": True},
}

pytestmark = pytest.mark.browser
Edit = Callable[[str, str, str], None]
Missing = Callable[[str], None]


def violations(page: Page, missing: Missing) -> list[object]:
    """What axe finds, in shadow roots too."""
    if not AXE.is_file():
        missing("axe-core is not installed: npm install --prefix tests/browser --no-package-lock")
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found]


def overflow(page: Page) -> int:
    wider: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return wider


@pytest.mark.parametrize("look", LOOKS)
def test_the_bar_and_the_page_of_changes(look: str, url: str, edit: Edit, browser: Browser, missing: Missing) -> None:
    context = browser.new_context(**LOOKS[look])
    page = context.new_page()
    page.goto(url + "__changes/")
    edit("taxonomy/topic.yaml", "any: [lens]", "any: [lens, tide tables]")
    page.get_by_role("heading", name="1 paper moved").wait_for()
    expect(page.locator("#conspectus-bar").get_by_role("status")).to_have_text("1 paper moved")
    assert violations(page, missing) == []
    assert overflow(page) <= 0
    page.goto(url + "papers/sun-valve/")
    page.locator("#conspectus-bar").get_by_text("Source", exact=True).click()
    assert violations(page, missing) == []
    assert overflow(page) <= 0
    context.close()


@pytest.mark.parametrize("look", LOOKS)
def test_the_overlay(look: str, url: str, edit: Edit, browser: Browser, missing: Missing) -> None:
    context = browser.new_context(**LOOKS[look])
    page = context.new_page()
    page.goto(url + "papers/wick/")
    edit("papers/records.yaml", "[burners]", "[burnerz]")
    page.locator("#conspectus-overlay").get_by_role("link", name="records.yaml").wait_for()
    assert violations(page, missing) == []
    assert overflow(page) <= 0
    context.close()


@pytest.mark.parametrize("look", LOOKS)
def test_the_panel(look: str, url: str, browser: Browser, missing: Missing) -> None:
    context = browser.new_context(**LOOKS[look])
    page = context.new_page()
    page.goto(url + "papers/sun-valve/")
    page.locator("#conspectus-bar").get_by_role("button", name="Edit").click()
    panel = page.locator("#conspectus-panel").get_by_role("dialog")
    panel.get_by_role("combobox").fill("fog")
    panel.get_by_role("option").wait_for()
    assert violations(page, missing) == []
    page.keyboard.press("Enter")
    panel.get_by_label("The lines that change").wait_for()
    assert violations(page, missing) == []
    assert overflow(page) <= 0
    context.close()
