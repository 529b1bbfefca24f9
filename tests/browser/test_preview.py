"""`conspectus serve` in a browser: open pages follow the edits, mistakes lie over them and go."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

Edit = Callable[[str, str, str], None]


def test_an_edit_reloads_the_page_it_changes_where_the_reader_was(url: str, edit: Edit, page: Page) -> None:
    page.set_viewport_size({"width": 500, "height": 200})
    page.goto(url + "papers/bell-log/")
    page.evaluate("scrollTo(0, 120)")
    edit("papers/records.yaml", "Wrote Down", "Rang Out")
    expect(page).to_have_title(re.compile("Rang Out"))
    while page.evaluate("scrollY") != 120:
        page.wait_for_timeout(50)


def test_an_edit_elsewhere_leaves_the_page_alone(url: str, edit: Edit, page: Page) -> None:
    page.goto(url + "pages/about/")
    page.evaluate("window.untouched = true")
    with page.context.new_page() as other:
        other.goto(url + "papers/bell-log/")
        edit("papers/records.yaml", "which weather goes unheard", "which weather is not heard")
        other.get_by_text("which weather is not heard").first.wait_for()
    assert page.evaluate("window.untouched")


def test_a_mistake_lies_over_the_page_until_it_is_mended(url: str, edit: Edit, page: Page) -> None:
    page.goto(url + "papers/wick/")
    edit("papers/records.yaml", "[burners]", "[burnerz]")
    overlay = page.locator("#conspectus-overlay")
    place = overlay.get_by_role("link", name="content/papers/records.yaml:")
    place.wait_for()
    address = place.get_attribute("href") or ""
    assert address.startswith("quill://open/") and "/content/papers/records.yaml#" in address
    assert "burnerz" in overlay.locator("mark").inner_text()
    page.keyboard.press("Escape")
    overlay.wait_for(state="detached")
    assert "Trimming the Wick" in page.locator("h1").inner_text()
    page.reload()
    overlay.get_by_text("unknown-category").wait_for()
    edit("papers/records.yaml", "[burnerz]", "[burners]")
    overlay.wait_for(state="detached")


def test_the_preview_finds_what_was_just_saved(url: str, edit: Edit, page: Page) -> None:
    page.goto(url + "search/?q=acetylene")
    found = page.locator(".search-results a[href*='papers/sun-valve/']")
    found.first.wait_for()
    edit("papers/records.yaml", "acetylene", "acetylene and carbide")
    page.goto(url + "search/?q=carbide")
    found.first.wait_for()
    expect(page.locator(".search-results .card").first).to_contain_text("acetylene and carbide")


def test_an_open_search_finds_what_was_just_saved(url: str, edit: Edit, page: Page) -> None:
    page.goto(url + "search/?q=carbide")
    expect(page.locator(".search-status")).to_contain_text("No papers match")
    edit("papers/records.yaml", "acetylene", "acetylene and carbide")
    expect(page.locator(".search-results .card").first).to_contain_text("acetylene and carbide")


def test_a_mistake_that_stops_nothing_is_counted_in_the_bar_and_shown_when_asked(
    url: str, edit: Edit, page: Page
) -> None:
    page.goto(url + "papers/wick/")
    edit("taxonomy/topic.yaml", "any: [lens]", "any: [nothing has this]")
    bar = page.locator("#conspectus-bar")
    bar.get_by_role("button", name="warning").click()
    overlay = page.locator("#conspectus-overlay")
    overlay.get_by_role("dialog").get_by_text("unused-rule").wait_for()
    page.keyboard.press("Escape")
    overlay.wait_for(state="detached")
    expect(bar.get_by_role("button", name="warning")).to_be_focused()


def test_the_bar_leads_to_what_the_last_save_moved(url: str, edit: Edit, page: Page) -> None:
    page.goto(url + "pages/about/")
    page.evaluate("window.untouched = true")
    edit("taxonomy/topic.yaml", "any: [lens]", "any: [lens, wrote down]")
    bar = page.locator("#conspectus-bar")
    expect(bar.get_by_role("status")).to_have_text("1 paper moved")
    assert page.evaluate("window.untouched")
    bar.get_by_role("link", name="1 paper moved").click()
    page.get_by_role("heading", name="1 paper moved").wait_for()
    page.get_by_text("matched “Wrote Down” in the title").wait_for()
    page.get_by_role("link", name="What the Bell Wrote Down").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What the Bell Wrote Down")


def test_the_page_of_changes_follows_the_edits(url: str, edit: Edit, page: Page) -> None:
    page.goto(url + "__changes/")
    page.get_by_text("Nothing was saved since the server started.").wait_for()
    edit("taxonomy/topic.yaml", "any: [lens]", "any: [lens, tide tables]")
    page.get_by_role("heading", name="1 paper moved").wait_for()
    edit("taxonomy/topic.yaml", "any: [lens, tide tables]", "any: [lens]")
    page.get_by_text("in no category of Topics now").wait_for()
    page.get_by_role("link", name="since the server started").click()
    page.get_by_text("No changes since the server started.").wait_for()


def test_the_bar_opens_the_files_behind_a_page_in_the_editor(url: str, page: Page) -> None:
    page.goto(url + "papers/sun-valve/")
    bar = page.locator("#conspectus-bar")
    bar.get_by_text("Source", exact=True).click()
    note = bar.get_by_role("link", name="your note")
    assert (note.get_attribute("href") or "").endswith("/content/notes/sun-valve.md#1")
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    page.goto(url + "topics/lenses/")
    source = bar.get_by_role("link", name="Source")
    expect(source).to_have_attribute(
        "title", re.compile(r"^Open the category and its rule, content/taxonomy/topic.yaml:\d+$")
    )


def test_on_a_phone_the_bar_makes_way_for_who_reads_on(url: str, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 500})
    page.goto(f"{url}papers/wick/")
    changes = page.locator("#conspectus-bar").get_by_role("link", name="Changes")
    expect(changes).to_be_in_viewport()
    page.mouse.wheel(0, 200)
    expect(changes).not_to_be_in_viewport()
    page.mouse.wheel(0, -100)
    expect(changes).to_be_in_viewport()


@pytest.mark.parametrize("width", [1280, 390])
def test_the_bar_lies_over_no_count_of_saved_papers(url: str, browser: Browser, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(url + "topics/light/")
    for paper in 0, 1:
        page.locator("article .mark").nth(paper).click()
    bar, tray = page.locator("#conspectus-bar nav"), page.locator(".tray")
    page.evaluate("scrollTo(0, 0)")  # a phone's bar had made way
    expect(bar).not_to_have_class("away")
    page.wait_for_timeout(300)
    above, below = bar.bounding_box(), tray.bounding_box()
    assert above and below and above["y"] + above["height"] <= below["y"]
    context.close()


def test_the_bar_shifts_nothing_when_it_comes(url: str, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/live.js", lambda route: route.abort())
    page.goto(url + "papers/wick/")
    parts = [page.locator(part) for part in (".masthead", "h1", ".margin", ".colophon")]
    before = [part.bounding_box() for part in parts]
    page.unroute("**/live.js")
    page.reload()
    expect(page.locator("#conspectus-bar").get_by_role("link", name="Changes")).to_be_visible()
    assert [part.bounding_box() for part in parts] == before
    context.close()
