"""Search for those who hear it, and who have no mouse: what is read out and when, and where the focus is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

pytestmark = pytest.mark.browser

HEARD = """() => {
  window.heard = [];
  for (const region of document.querySelectorAll("[role=status]")) {
    const told = () => region.textContent && heard.push(region.textContent);
    new MutationObserver(told).observe(region, { childList: true });
  }
}"""
"""Listens to what screen readers read out: what changes in live regions."""


def spoken(page: Page, text: str) -> Locator:
    return page.get_by_role("status").filter(has_text=text)


@pytest.mark.parametrize("address", ["search/", "topics/"])
def test_a_count_is_read_out_once_for_a_query_and_not_for_each_letter(address: str, site: str, page: Page) -> None:
    page.goto(site + address, wait_until="networkidle")
    page.keyboard.press("/")
    expect(page.get_by_role("status").first).to_be_attached()
    page.wait_for_timeout(1000)
    page.evaluate(HEARD)
    page.keyboard.type("lens", delay=120)
    expect(spoken(page, "2 papers")).to_be_attached()
    (heard,) = page.evaluate("heard")
    assert heard.startswith("2 papers")


def test_partial_matches_are_spoken_of_where_nothing_has_the_whole_query(site: str, page: Page) -> None:
    page.goto(f"{site}search/?q=lens+zeppelin")
    told = "No papers match “lens zeppelin”; papers that match a part of it are below · In no paper: “zeppelin”"
    expect(spoken(page, told)).to_be_attached()
    expect(page.get_by_role("region", name="Papers that match a part of it")).to_be_visible()
    page.goto(f"{site}topics/")
    page.keyboard.press("/")
    page.keyboard.type("lens zeppelin")
    expect(spoken(page, told)).to_be_attached()


PRESSED: dict[str, tuple[str, Callable[[Page], Locator]]] = {
    "another spelling": ("q=stpeped", lambda page: page.get_by_role("button", name="Did you mean")),
    "no filters": ("q=lens&fuel=acetylene", lambda page: page.get_by_role("button", name="Clear filters (")),
}


@pytest.mark.parametrize("what", PRESSED)
def test_the_focus_is_not_lost_with_a_button_that_goes(what: str, site: str, page: Page) -> None:
    query, button = PRESSED[what]
    page.goto(f"{site}search/?{query}")
    button(page).press("Enter")
    expect(button(page)).to_have_count(0)
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_a_value_that_leaves_nothing_stays_while_it_has_the_focus(site: str, page: Page) -> None:
    page.goto(f"{site}search/?q=bell&fuel=acetylene")
    choice = page.locator("input[value=acetylene]")
    expect(page.get_by_role("button", name="Clear filters (")).to_be_visible()
    choice.press("Space")
    expect(page.locator(".search-active li")).to_have_count(0)
    expect(page.locator(".search-results .card").first).to_be_visible()
    expect(choice).to_be_focused()


def test_the_slash_leads_to_the_box_from_a_filter_too(site: str, page: Page) -> None:
    page.goto(f"{site}search/?q=lens")
    page.locator(".search-groups input").first.focus()
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_the_list_of_the_finder_is_steered_by_its_box_and_no_stop_of_its_own(site: str, page: Page) -> None:
    page.set_viewport_size({"width": 800, "height": 300})
    page.goto(f"{site}topics/")
    page.keyboard.press("/")
    page.keyboard.type("lens")
    expect(page.locator("#found [role=option]").first).to_be_visible()
    page.get_by_label("with code").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="All results with filters")).to_be_focused()


def test_back_comes_to_the_link_that_was_followed(lamps: str, page: Page) -> None:
    page.goto(f"{lamps.removesuffix('topics/lamps/')}search/?q=lamp")
    page.locator(".search-results .card").nth(9).scroll_into_view_if_needed()
    page.get_by_role("button", name="Show more papers").click()
    link = page.locator(".search-results .card-title a").nth(25)
    title = link.inner_text()
    link.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    page.go_back()
    expect(page.locator(".search-results").get_by_role("link", name=title, exact=True)).to_be_focused()


def test_more_results_that_cannot_be_had_are_asked_for_again(lamps: str, browser: Browser) -> None:
    page = browser.new_page()
    address = f"{lamps.removesuffix('topics/lamps/')}"
    page.set_viewport_size({"width": 1280, "height": 300})
    page.goto(f"{address}search/?q=lamp")
    expect(page.locator(".search-results .card")).to_have_count(6)
    page.route("**/pagefind/fragment/*", lambda route: route.abort())
    page.locator(".search-results .card").last.scroll_into_view_if_needed()
    again = page.get_by_role("button", name="Papers could not be loaded. Try again.")
    again.click()
    expect(page.locator(".search-results .card")).to_have_count(6)
    page.unroute("**/pagefind/fragment/*")
    again.click()
    expect(page.locator(".search-results .card")).to_have_count(20)
    page.close()


def test_on_a_slow_line_the_page_says_that_it_searches(site: str, browser: Browser) -> None:
    page = browser.new_page()
    held: list[Route] = []
    page.route("**/assets/search.*.js", lambda route: held.append(route))
    page.goto(f"{site}search/?q=lens", wait_until="commit")
    said = (
        "(status) => { const { content, opacity } = getComputedStyle(status, '::before'); return content + opacity; }"
    )
    status = page.locator(".search-status")
    page.wait_for_timeout(1500)
    assert status.evaluate(said) == '"Searching …"1'
    held[0].continue_()
    expect(status).to_contain_text("for “lens”")
    assert status.evaluate(said).startswith("none")
    page.close()


def test_counts_that_cannot_be_had_keep_no_result_back(site: str, browser: Browser) -> None:
    page = browser.new_page()
    page.route("**/data/values/*", lambda route: route.fulfill(status=404))
    page.goto(f"{site}search/?q=lens")
    expect(page.locator(".search-status")).to_contain_text("for “lens”")
    expect(page.locator(".search-results")).to_have_attribute("aria-busy", "false")
    page.route("**/data/words/*", lambda route: route.fulfill(status=404))
    page.reload()
    expect(page.locator(".search-status")).to_contain_text("Search could not be loaded.")
    expect(page.locator(".search-results .card")).to_have_count(0)
    page.close()


def test_an_export_says_how_its_papers_were_found_and_not_what_is_asked_next(site: str, browser: Browser) -> None:
    page = browser.new_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.goto(f"{site}search/?q=lens")
    expect(page.locator(".search-status")).to_contain_text("for “lens”")
    held: list[Route] = []
    page.route("**/assets/spelling.*.js", lambda route: held.append(route))  # so that the next search takes its time
    page.get_by_role("searchbox").fill("zeppelin")
    expect(page).to_have_url(f"{site}search/?q=zeppelin")
    page.get_by_role("button", name="Copy search description").click()
    expect(page.locator(".take-along").get_by_role("status")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "query “lens”" in copied
    assert copied.endswith("?q=lens")
    page.context.close()
