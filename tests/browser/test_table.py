"""The comparison table of a category: sorted, without some columns, and of the papers its list is narrowed down to."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


def rows(page: Page) -> list[str]:
    return page.locator(".comparison tbody tr:visible th").all_inner_texts()


def columns(page: Page) -> list[str]:
    return page.locator(".comparison thead th:visible").all_inner_texts()


def heading(page: Page, name: str) -> None:
    page.locator(".comparison thead").get_by_role("button", name=name).click()


def test_what_sorts_the_cards_stands_between_them_and_the_table(lamps: str, page: Page) -> None:
    page.goto(lamps)
    tops = [page.locator(part).bounding_box() for part in (".comparison", ".sorting", ".cards")]
    assert [box["y"] for box in tops if box] == sorted(box["y"] for box in tops if box)
    shadows = page.locator(".comparison .scroll").evaluate("box => getComputedStyle(box).backgroundAttachment")
    assert "local" in shadows and "scroll" in shadows


def test_a_heading_sorts_and_figures_begin_with_the_largest(lamps: str, page: Page) -> None:
    page.goto(lamps)
    assert rows(page)[:3] == ["Lamp 60", "Lamp 59", "Lamp 58"]
    heading(page, "Saved")
    expect(page).to_have_url(f"{lamps}?table=-saved")
    assert rows(page)[:3] == ["Lamp 43", "Lamp 52", "Lamp 35"]  # 59%, 56%, 55% of oil: by their numbers
    heading(page, "Saved")
    expect(page).to_have_url(f"{lamps}?table=saved")
    assert rows(page)[0] == "Lamp 60"
    expect(page.locator("[data-column=saved]")).to_have_attribute("aria-sort", "ascending")
    page.go_back()
    assert rows(page)[0] == "Lamp 43"
    page.go_back()
    assert rows(page)[:3] == ["Lamp 60", "Lamp 59", "Lamp 58"]
    expect(page.locator("[aria-sort]")).to_have_count(0)


def test_what_says_nothing_stays_last_in_both_directions(lamps: str, page: Page) -> None:
    for order in ("gauge", "-gauge"):
        page.goto(f"{lamps}?table={order}")
        found = page.locator(".comparison tbody tr:visible td:nth-child(4)").all_inner_texts()
        assert all(found[:15]) and not any(found[15:])


def test_columns_are_left_out_by_name_and_back_brings_them_again(lamps: str, page: Page) -> None:
    page.goto(lamps)
    assert columns(page) == [
        "Paper",
        "Year",
        "Saved",
        "Gauge",
    ]  # no lamp is manned, and none has an address of its code
    page.get_by_text("Columns", exact=True).first.click()
    page.get_by_role("checkbox", name="Saved").uncheck()
    expect(page).to_have_url(f"{lamps}?hide=saved")
    assert columns(page) == ["Paper", "Year", "Gauge"]
    page.reload()
    assert columns(page) == ["Paper", "Year", "Gauge"]
    page.go_back()
    assert columns(page) == ["Paper", "Year", "Saved", "Gauge"]
    expect(page.locator(".columns input[value=saved]")).to_be_checked()


def test_escape_closes_the_menu_of_columns_before_it_clears(lamps: str, page: Page) -> None:
    page.goto(f"{lamps}?year=2025")
    expect(page.locator(".comparison-count")).to_have_text("10 of 30 papers with reported results")
    menu = page.locator(".columns fieldset")
    page.locator(".columns summary").click()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(page.locator(".columns summary")).to_be_focused()
    expect(page).to_have_url(f"{lamps}?year=2025")
    page.locator(".columns summary").click()
    page.get_by_role("heading", level=1).click()
    expect(menu).to_be_hidden()


def test_the_table_follows_the_list_and_drops_columns_that_say_nothing_of_it(lamps: str, page: Page) -> None:
    page.goto(f"{lamps}?fuel=oil&year=2025")
    expect(page.locator(".comparison-count")).to_have_text("5 of 30 papers with reported results")
    assert rows(page) == ["Lamp 59", "Lamp 57", "Lamp 55", "Lamp 53", "Lamp 51"]
    assert columns(page) == ["Paper", "Year", "Saved"]
    page.get_by_label("Sort by").select_option("title")
    expect(page).to_have_url(f"{lamps}?fuel=oil&year=2025&sort=title")
    assert rows(page) == ["Lamp 51", "Lamp 53", "Lamp 55", "Lamp 57", "Lamp 59"]
    heading(page, "Saved")
    expect(page).to_have_url(f"{lamps}?fuel=oil&year=2025&sort=title&table=-saved")
    page.keyboard.press("Escape")
    expect(page).to_have_url(f"{lamps}?table=-saved")
    assert len(rows(page)) == 30


def test_papers_without_figures_leave_no_table(lamps: str, page: Page) -> None:
    page.goto(f"{lamps}?year=2020")
    expect(page.locator(".comparison-count")).to_have_text("0 of 30 papers with reported results")
    expect(page.locator(".comparison table")).to_be_hidden()


def test_what_is_shown_can_be_saved_as_csv(lamps: str, page: Page, tmp_path: Path) -> None:
    page.goto(lamps)
    button = page.get_by_role("button", name="Download CSV (filtered)")
    expect(button).to_be_hidden()
    page.goto(f"{lamps}?year=2025&fuel=gas&hide=saved")
    with page.expect_download() as download:
        button.click()
    download.value.save_as(tmp_path / "shown.csv")
    found = list(csv.DictReader((tmp_path / "shown.csv").read_text("utf-8").splitlines()))
    assert [row["Gauge"] for row in found] == [f'"{number}", tall' for number in range(0, 10, 2)]
    assert set(found[0]) == {"title", "page", "Year", "Gauge"}
    assert found[0]["page"] == lamps.replace("topics/lamps/", "papers/lamp-0/")


def test_without_javascript_the_table_is_whole(lamps: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{lamps}?year=2025")
    assert len(rows(page)) == 30
    expect(page.get_by_text("Columns", exact=True).first).to_be_hidden()
    expect(page.get_by_role("link", name="CSV").last).to_be_visible()
    context.close()
