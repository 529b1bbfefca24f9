"""Papers are marked wherever they stand, and only the reader's browser knows."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser

FORBIDDEN = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('not here'); } })"


def mark(page: Page, title: str) -> Locator:
    return page.get_by_role("button", name=re.compile(f"Saved? {re.escape(title)}"))


def tray(page: Page) -> Locator:
    return page.get_by_role("navigation", name="Saved papers")


def kept(page: Page) -> Any:
    """What the browser keeps under the key of the site that is shown."""
    return page.evaluate(
        "const root = new URL('..', document.querySelector('link[rel=stylesheet]').href).pathname;"
        "JSON.parse(localStorage.getItem(`conspectus ${root} marks`))"
    )


def test_a_paper_is_marked_in_a_list_and_on_its_page_and_counted_everywhere(site: str, page: Page) -> None:
    page.goto(f"{site}topics/light/")
    expect(tray(page)).to_be_hidden()
    button = mark(page, "Trimming the Wick")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="Saved. Reading list: 1 paper")).to_have_count(1)
    expect(tray(page)).to_contain_text("1 saved")
    expect(tray(page).get_by_role("link")).to_have_text(["Reading list"])
    page.goto(f"{site}papers/bell-log/")
    mark(page, "What the Bell Wrote Down").click()
    expect(tray(page)).to_contain_text("2 saved")
    expect(tray(page).get_by_role("link")).to_have_text(["Compare", "Reading list"])
    page.goto(f"{site}papers/wick/")
    mark(page, "Trimming the Wick in O(log n) Nights").click()
    expect(tray(page)).to_contain_text("1 saved")
    assert [one["id"] for one in kept(page)] == ["bell-log"]


def test_what_is_kept_of_a_paper_is_what_a_list_of_it_needs(site: str, page: Page) -> None:
    page.goto(f"{site}topics/burners/")
    mark(page, "Trimming the Wick").click()
    assert kept(page) == [
        {
            "id": "wick",
            "title": "Trimming the Wick in O(log n) Nights",
            "by": "Ada Lampe, Bo Sternlicht",
            "date": "2023-05-04",
            "note": "",
            "read": False,
        }
    ]


def test_results_of_a_search_can_be_marked(site: str, page: Page) -> None:
    page.goto(f"{site}search/?q=wick")
    mark(page, "Trimming the Wick").first.click()
    expect(tray(page)).to_contain_text("1 saved")


def test_a_note_is_not_lost_by_a_slip(site: str, page: Page) -> None:
    page.goto(f"{site}papers/wick/")
    mark(page, "Trimming the Wick").click()
    remember(page, [{"id": "wick", "title": "Wick", "note": "Mine."}])
    page.reload()
    page.once("dialog", lambda dialog: dialog.dismiss())
    mark(page, "Trimming the Wick").click()
    expect(tray(page)).to_contain_text("1 saved")
    page.once("dialog", lambda dialog: dialog.accept())
    mark(page, "Trimming the Wick").click()
    expect(tray(page)).to_be_hidden()


def remember(page: Page, marks: Any) -> None:
    page.evaluate(
        "(marks) => { const root = new URL('..', document.querySelector('link[rel=stylesheet]').href).pathname;"
        " localStorage.setItem(`conspectus ${root} marks`, marks); }",
        marks if isinstance(marks, str) else json.dumps(marks),
    )


@pytest.mark.parametrize("spoilt", ["{", "null", "7", '{"id": 1}', '[null, 7, {"id": "../x"}, {"id": "a b"}, {}]'])
def test_what_somebody_else_wrote_there_does_no_harm(spoilt: str, site: str, page: Page) -> None:
    page.goto(f"{site}papers/wick/")
    remember(page, spoilt)
    page.reload()
    expect(mark(page, "Trimming the Wick")).to_have_attribute("aria-pressed", "false")
    expect(tray(page)).to_be_hidden()


def test_another_tab_is_told(site: str, page: Page) -> None:
    page.goto(f"{site}papers/wick/")
    other = page.context.new_page()
    other.goto(f"{site}topics/light/")
    mark(page, "Trimming the Wick").click()
    expect(mark(other, "Trimming the Wick")).to_have_attribute("aria-pressed", "true")
    expect(tray(other)).to_contain_text("1 saved")


def test_where_nothing_may_be_kept_nothing_can_be_marked(site: str, browser: Browser) -> None:
    context = browser.new_context()
    context.add_init_script(FORBIDDEN)
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    for url in ("papers/wick/", "topics/light/"):
        page.goto(site + url)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page.locator(".mark")).to_have_count(0)
    page.goto(f"{site}reading/")
    expect(page.get_by_text("Your browser does not store data for this site")).to_be_visible()
    context.close()
    assert not problems


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("url", ["topics/light/", "papers/wick/", "papers/unplaced-tide/"])
def test_nothing_moves_when_marks_come_to_a_page(url: str, width: int, site: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    boxes = (
        "[...document.querySelectorAll('main *')].filter((one) => !one.closest('.marking') && one.checkVisibility())"
    )
    place = "({ x, y }) => [Math.round(x), Math.round(y + scrollY)]"
    measure = f"{boxes}.map((one) => one.getBoundingClientRect()).map({place})"
    page.route("**/marks.*.js", lambda route: route.abort())
    page.goto(site + url)
    before = page.evaluate(measure)
    page.unroute("**/marks.*.js")
    page.reload()
    expect(page.locator(".mark").first).to_be_visible()
    page.locator(".mark").first.click()
    expect(tray(page)).to_be_visible()
    assert page.evaluate(measure) == before
    context.close()


def test_without_javascript_there_is_nothing_dead_on_a_page(site: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}topics/light/")
    expect(page.get_by_role("button", name="Save")).to_have_count(0)
    page.goto(f"{site}compare/")
    expect(page.get_by_role("link", name="all papers by year")).to_be_visible()
    expect(page.locator(".compare")).to_be_hidden()
    page.goto(f"{site}reading/")
    expect(page.get_by_role("link", name="all papers by year")).to_be_visible()
    expect(page.locator(".reading-list")).to_be_hidden()
    context.close()
