"""A category's list narrowed down and sorted in place, as a reader does it, on a made-up survey of two list pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser


def shown(page: Page) -> list[str]:
    return page.locator(".cards > li:not([hidden]) .card-title").all_inner_texts()


def choose(page: Page, group: str, label: str) -> None:
    """Ticks one of a group's values, and opens the group before where it is closed."""
    details = page.locator("details", has=page.locator("summary", has_text=group))
    if details.get_attribute("open") is None:
        details.locator("summary").click()
    details.get_by_role("checkbox", name=re.compile(f"^{label}")).check()


def status(page: Page) -> Locator:
    return page.locator(".narrowed").get_by_role("status")


def count(page: Page, name: str, value: str) -> Locator:
    return page.locator("label", has=page.locator(f"input[name={name}][value='{value}']")).locator(".count")


def test_years_and_facets_combine_over_all_pages_of_the_list(lamps: str, page: Page) -> None:
    page.goto(lamps)
    assert len(shown(page)) == 50
    choose(page, "Year", "2020")
    expect(status(page)).to_have_text("10 of 60 papers")
    expect(page).to_have_url(f"{lamps}?year=2020")
    expect(page.locator(".paging")).to_have_count(0)
    choose(page, "Fuel", "Oil")
    expect(status(page)).to_have_text("5 of 60 papers")
    choose(page, "Year", "2025")
    expect(status(page)).to_have_text("10 of 60 papers")
    choose(page, "Code", "with code")
    expect(page).to_have_url(f"{lamps}?code=yes&fuel=oil&year=2025&year=2020")
    assert shown(page) == [f"Lamp {60 - number}" for number in (*range(10), *range(50, 60)) if number % 6 == 3]


def test_the_heading_counts_what_is_shown_and_filters_are_cleared_only_where_one_is_set(lamps: str, page: Page) -> None:
    page.goto(lamps)
    heading, clear = page.locator("#papers"), page.locator(".narrowed button[type=reset]")
    expect(heading).to_have_text("60 papers")
    expect(clear).to_be_hidden()
    choose(page, "Year", "2020")
    expect(heading).to_have_text("10 of 60 papers")
    clear.click()
    expect(heading).to_have_text("60 papers")
    expect(clear).to_be_hidden()


def test_counts_stand_at_the_edge_and_a_mouse_finds_what_excludes_beside_them(lamps: str, page: Page) -> None:
    page.goto(lamps)
    row = page.locator(".choice", has=page.locator("input[value=oil]"))
    form, number = page.locator("#narrowing").bounding_box(), row.locator(".count").bounding_box()
    assert form and number and form["x"] + form["width"] - number["x"] - number["width"] < 4
    exclude = row.locator(".not")
    expect(exclude).to_have_css("opacity", "0")
    row.hover()
    expect(exclude).to_have_css("opacity", "1")
    beside = exclude.bounding_box()
    assert beside and beside["x"] + beside["width"] <= number["x"] + number["width"]


def test_counts_tell_what_each_value_would_leave(lamps: str, page: Page) -> None:
    page.goto(lamps)
    expect(count(page, "year", "2020")).to_have_text("10")
    expect(count(page, "code", "yes")).to_have_text("20")
    choose(page, "Year", "2020")
    expect(count(page, "fuel", "oil")).to_have_text("5")
    expect(count(page, "code", "yes")).to_have_text("3")
    expect(count(page, "year", "2025")).to_have_text("10")  # one more year, not a year in 2020


def test_what_all_papers_have_is_not_offered(lamps: str, page: Page) -> None:
    page.goto(lamps)
    assert page.locator(".narrowing details:not([hidden]) summary").all_inner_texts() == ["Code", "Fuel", "Year"]


def test_a_choice_survives_reload_and_the_way_to_a_paper_and_back(lamps: str, page: Page) -> None:
    page.goto(f"{lamps}?year=2020&sort=title")
    expect(status(page)).to_have_text("10 of 60 papers")
    found = shown(page)
    assert found == [f"Lamp {number}" for number in range(1, 11)]
    page.reload()
    expect(status(page)).to_have_text("10 of 60 papers")
    assert shown(page) == found
    page.get_by_role("link", name="Lamp 3", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Lamp 3")
    page.go_back()
    expect(status(page)).to_have_text("10 of 60 papers")
    assert shown(page) == found


def test_back_undoes_one_choice_at_a_time(lamps: str, page: Page) -> None:
    page.goto(lamps)
    choose(page, "Year", "2020")
    choose(page, "Fuel", "Oil")
    expect(status(page)).to_have_text("5 of 60 papers")
    page.go_back()
    expect(status(page)).to_have_text("10 of 60 papers")
    expect(page.locator("input[value=oil]")).not_to_be_checked()
    page.go_back()
    expect(status(page)).to_have_text("60 papers")
    assert len(shown(page)) == 50


@pytest.mark.parametrize("way", ["button", "Escape in the form", "Escape"])
def test_everything_is_cleared_at_once(way: str, lamps: str, page: Page) -> None:
    page.goto(f"{lamps}?year=2020&fuel=oil&sort=title")
    expect(status(page)).to_have_text("5 of 60 papers")
    if way == "button":
        page.get_by_role("button", name="Clear").click()
    else:
        if "form" in way:
            page.locator(".narrowing summary").first.focus()
        page.keyboard.press("Escape")
    expect(page).to_have_url(lamps)
    expect(status(page)).to_have_text("60 papers")
    assert shown(page) == [f"Lamp {60 - number}" for number in range(50)]


def test_escape_means_something_else_to_who_is_writing(lamps: str, page: Page) -> None:
    page.goto(f"{lamps}?year=2020")
    expect(status(page)).to_have_text("10 of 60 papers")
    for place in (page.get_by_role("searchbox"), page.get_by_label("Sort by")):
        place.focus()
        page.keyboard.press("Escape")
        expect(page).to_have_url(f"{lamps}?year=2020")


def test_a_filter_in_use_is_named_and_can_be_taken_back_by_keyboard(lamps: str, page: Page) -> None:
    page.goto(f"{lamps}?year=2020&fuel=oil")
    chosen = page.get_by_role("list", name="Active filters").get_by_role("button")
    assert chosen.all_inner_texts() == ["Oil ×", "2020 ×"]
    page.get_by_role("button", name="Remove filter Oil").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{lamps}?year=2020")
    expect(page.get_by_role("button", name="Remove filter 2020")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("summary", has_text="Year")).to_be_focused()


@pytest.mark.parametrize(
    ("order", "first"), [("title", ["Lamp 1", "Lamp 2", "Lamp 3"]), ("score", ["Lamp 43", "Lamp 26", "Lamp 9"])]
)
def test_the_whole_list_is_sorted(order: str, first: list[str], lamps: str, page: Page) -> None:
    page.goto(lamps)
    page.get_by_label("Sort by").select_option(order)
    expect(status(page)).to_have_text("60 papers")
    expect(page).to_have_url(f"{lamps}?sort={order}")
    assert shown(page)[:3] == first
    page.get_by_label("Sort by").select_option("date")
    expect(page).to_have_url(lamps)
    assert shown(page) == [f"Lamp {60 - number}" for number in range(50)]


def test_a_long_list_is_shown_fifty_at_a_time(lamps: str, page: Page) -> None:
    page.goto(f"{lamps}?sort=title")
    expect(status(page)).to_have_text("60 papers")
    assert len(shown(page)) == 50
    page.get_by_role("button", name="Show 10 more").click()
    assert shown(page) == [f"Lamp {number}" for number in range(1, 61)]
    expect(page.get_by_role("link", name="Lamp 51", exact=True).last).to_be_focused()
    expect(page.locator(".papers-list > .more")).to_have_count(0)


def test_a_value_that_no_paper_here_has_is_said_to_have_none(lamps: str, page: Page) -> None:
    page.goto(f"{lamps}?year=1066&sort=weight")
    expect(status(page)).to_have_text("0 of 60 papers")
    assert shown(page) == []
    page.get_by_role("button", name="Remove filter 1066").click()
    expect(status(page)).to_have_text("60 papers")


def test_what_an_address_says_to_others_leaves_the_list_alone(lamps: str, page: Page) -> None:
    page.goto(f"{lamps}?seen-in=a-letter")
    expect(page.locator(".narrowing")).to_be_visible()
    assert len(shown(page)) == 50
    choose(page, "Fuel", "Oil")
    expect(page).to_have_url(f"{lamps}?fuel=oil&seen-in=a-letter")


def test_values_are_left_out(lamps: str, page: Page) -> None:
    page.goto(lamps)
    choose(page, "Fuel", "Exclude Oil")
    expect(page).to_have_url(f"{lamps}?fuel=-oil")
    expect(status(page)).to_have_text("30 of 60 papers")
    choose(page, "Year", "Exclude 2020")
    expect(status(page)).to_have_text("25 of 60 papers")
    assert shown(page) == [f"Lamp {60 - number}" for number in range(0, 50, 2)]
    expect(count(page, "fuel", "oil")).to_have_text("25")  # how many it is that are left out
    expect(count(page, "year", "2020")).to_have_text("5")
    chosen = page.get_by_role("list", name="Active filters").get_by_role("button")
    assert chosen.all_inner_texts() == ["not Oil ×", "not 2020 ×"]


def test_a_value_is_either_chosen_or_left_out(lamps: str, page: Page) -> None:
    page.goto(f"{lamps}?fuel=-oil")
    choose(page, "Fuel", "Oil")
    expect(page).to_have_url(f"{lamps}?fuel=oil")
    choose(page, "Fuel", "Exclude Oil")
    expect(page).to_have_url(f"{lamps}?fuel=-oil")
    page.go_back()
    expect(status(page)).to_have_text("30 of 60 papers")
    expect(page.locator("input[value=oil]")).to_be_checked()


def test_what_cannot_be_read_is_said_and_the_list_keeps_its_pages(lamps: str, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/lamps/2/", lambda route: route.abort())
    page.goto(lamps)
    page.get_by_label("Sort by").select_option("title")
    expect(status(page)).to_have_text("The full list could not be loaded. Reload the page to try again.")
    expect(page.locator(".paging")).to_be_visible()
    context.close()


def test_nothing_moves_when_the_script_begins(lamps: str, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/list.*.js", lambda route: route.abort())
    page.goto(lamps)
    before = page.locator(".cards").bounding_box()
    expect(page.locator(".narrowing")).to_be_hidden()
    page.unroute("**/list.*.js")
    page.reload()
    expect(page.locator(".narrowing")).to_be_visible()
    assert page.locator(".cards").bounding_box() == before
    context.close()


def test_what_is_taken_along_is_what_the_list_was_narrowed_down_to(lamps: str, page: Page) -> None:
    page.goto(f"{lamps}?year=2020&fuel=oil")
    expect(status(page)).to_have_text("5 of 60 papers")
    for name in ("BibTeX", "Markdown"):
        with page.expect_download() as download:
            page.locator(".take-along").get_by_role("link", name=name).click()
        text = Path(download.value.path()).read_text("utf-8")
        assert len(set(re.findall(r"Lamp \d+", text))) == 5
        assert "5 papers of 60" in text
        assert "Year: 2020" in text
    expect(status(page)).to_have_text("5 of 60 papers: 5 papers exported")


def test_without_javascript_the_list_is_whole_and_paged(lamps: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{lamps}?year=2020")
    expect(page.locator(".narrowing")).to_be_hidden()
    assert page.locator(".cards > li:visible").count() == 50
    page.get_by_role("link", name="Older").click()
    expect(page).to_have_url(f"{lamps}2/")
    assert page.locator(".cards > li:visible").count() == 10
    context.close()
