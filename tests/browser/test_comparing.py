"""What a reader comes for, in few steps: “which of these have code, what do they save, and since when?”"""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

SAVING_WITH_CODE = {f"Lamp {60 - number}": f"{number * 7 % 60}% of oil" for number in (3, 9, 15, 21, 27)}
"""The papers of oil with code that have figures, newest first, and what the figures are."""


def table(page: Page) -> dict[str, str]:
    rows = page.locator(".comparison tbody tr:visible")
    titles, saved = rows.locator("th").all_inner_texts(), rows.locator("td:nth-child(3)").all_inner_texts()
    return dict(zip(titles, saved, strict=True))


def test_three_presses_from_the_front_page_to_the_figures(lamps: str, page: Page) -> None:
    page.goto(urljoin(lamps, "../.."))
    page.locator(".tree").get_by_role("link", name="Lamps", exact=True).click()
    page.get_by_role("checkbox", name="with code").check()
    page.get_by_role("checkbox", name="Oil", exact=False).first.check()
    expect(page.locator(".narrowed [role=status]")).to_have_text("10 of 60 papers")
    assert table(page) == SAVING_WITH_CODE
    expect(page).to_have_url(f"{lamps}?code=yes&fuel=oil")


def test_without_javascript_the_table_and_the_lists_of_facets_answer(lamps: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(lamps)
    found = table(page)
    assert len(found) == 30 and SAVING_WITH_CODE.items() <= found.items()
    page.goto(urljoin(lamps, "../../fuel/oil/"))
    assert SAVING_WITH_CODE.keys() <= set(page.locator(".card-title").all_inner_texts())
    context.close()


def test_a_gap_leads_to_the_list_that_has_none(lamps: str, page: Page) -> None:
    status = page.locator(".narrowed [role=status]")
    page.goto(urljoin(lamps, "../../overview/gaps/fuel/"))
    page.get_by_role("link", name="30 papers: Lamps, Oil").click()
    expect(status).to_have_text("30 of 60 papers")
    page.go_back()
    page.get_by_role("link", name="0 papers: Lamps, Wind").click()
    expect(page).to_have_url(f"{lamps}?fuel=wind#papers")
    expect(status).to_have_text("0 of 60 papers")
    page.get_by_role("checkbox", name="Gas", exact=False).first.check()
    expect(status).to_have_text("30 of 60 papers")
