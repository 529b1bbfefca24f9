"""Taking a citation along: one press copies a paper's file, and says so."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """A tab in which pages may copy."""
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


def said_aloud(page: Page, words: str) -> None:
    """That one of the places that speak says these words."""
    expect(page.get_by_role("status").filter(has_text=words)).to_have_count(1)


def copied(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


@pytest.mark.parametrize(
    ("format", "begins"), [("BibTeX", "@article{"), ("Markdown", "[Trimming"), ("RIS", "TY  - "), ("CSL-JSON", "[\n{")]
)
def test_every_format_is_one_press_away_and_said_aloud(site: str, reader: Page, format: str, begins: str) -> None:
    reader.goto(f"{site}papers/wick/")
    reader.get_by_text("Cite", exact=True).click()
    reader.locator(".cite").get_by_role("button", name=f"Copy {format}").click()
    said_aloud(reader, f"{format} copied")
    assert copied(reader).startswith(begins)


def test_the_papers_bibtex_needs_nothing_to_be_opened(site: str, reader: Page) -> None:
    reader.goto(f"{site}papers/wick/")
    button = reader.locator(".paper-links").get_by_role("button", name="Copy BibTeX")
    button.press("Enter")
    said_aloud(reader, "BibTeX copied")
    assert copied(reader).strip() == reader.locator(".cite pre").first.text_content()


def test_where_copying_is_forbidden_the_text_is_selected(site: str, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(f"{site}papers/wick/")
    page.locator(".paper-links").get_by_role("button", name="Copy BibTeX").click()
    said_aloud(page, "BibTeX selected")
    assert page.evaluate("getSelection().toString()").startswith("@article{")
    context.close()


def test_what_cannot_be_read_is_said_to_be_lost(site: str, reader: Page) -> None:
    reader.route("**/cite.bib", lambda route: route.abort())
    reader.goto(f"{site}papers/wick/")
    reader.locator(".paper-links").get_by_role("button", name="Copy BibTeX").click()
    said_aloud(reader, "BibTeX could not be loaded")


def test_without_javascript_there_is_no_dead_button(site: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}papers/wick/")
    page.get_by_text("Cite", exact=True).click()
    expect(page.locator("button:visible")).to_have_count(0)
    expect(page.locator(".cite a:visible")).to_have_count(4)
    context.close()
