"""A card, as a reader uses it: all authors, the reason for each place, the abstract, the citation."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser


def card(page: Page, id: str) -> Locator:
    return page.locator(f'.card[data-paper="{id}"]')


FOG = "fog-horns-that-listen-answering-ships-in-their-own-key"


def test_et_al_opens_to_all_authors(site: str, page: Page) -> None:
    page.goto(f"{site}topics/fog/")
    authors = card(page, "bell-log").locator(".card-authors")
    expect(authors.get_by_text("Hal Wik")).to_be_hidden()
    authors.locator("summary").press("Enter")
    expect(authors.get_by_text("Hal Wik")).to_be_visible()
    expect(authors).to_contain_text("Flo Tide et al. Gus van der Glas, Hal Wik")


def test_et_al_opens_without_javascript(site: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}topics/fog/")
    card(page, "bell-log").locator(".et-al summary").click()
    expect(card(page, "bell-log").get_by_text("Hal Wik")).to_be_visible()
    context.close()


def test_a_place_says_why_while_it_is_pointed_at_or_focused(site: str, page: Page) -> None:
    page.goto(f"{site}topics/burners/")
    place = card(page, "2406.99904").get_by_role("link", name="Burners", exact=True)
    why = card(page, "2406.99904").locator(".why").first
    expect(why).to_be_hidden()
    place.hover()
    expect(why).to_be_visible()
    expect(why).to_have_text("Topics: matched “Burners” in the title")
    expect(why.locator("mark")).to_have_text("Burners")
    page.mouse.move(0, 0)
    expect(why).to_be_hidden()
    place.focus()
    expect(why).to_be_visible()
    page.keyboard.press("Escape")
    expect(why).to_be_hidden()
    expect(place).to_be_focused()


def test_a_reason_can_be_pointed_at_itself_and_is_read_out_with_its_place(site: str, page: Page) -> None:
    page.goto(f"{site}topics/burners/")
    place = card(page, "wick").locator(".chips a").first
    place.hover()
    why = card(page, "wick").locator(".why").first
    why.hover()
    expect(why).to_be_visible()
    expect(place).to_have_accessible_description("Topics: placed by the editor")


def test_where_nothing_can_be_pointed_with_one_press_tells_all_reasons(site: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    page = context.new_page()
    page.goto(f"{site}topics/burners/")
    reasons = card(page, "wick").locator(".why")
    ask = card(page, "wick").get_by_text("why?")
    ask.tap()
    for index in range(reasons.count()):
        expect(reasons.nth(index)).to_be_visible()
    assert page.url == f"{site}topics/burners/"
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    ask.tap()
    expect(reasons.first).to_be_hidden()
    context.close()


def test_without_javascript_the_question_leads_to_the_reasons(site: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, is_mobile=True, has_touch=True)
    page = context.new_page()
    page.goto(f"{site}topics/burners/")
    card(page, "wick").get_by_text("why?").tap()
    page.wait_for_url(f"{site}papers/wick/#places")
    expect(page.locator(".places")).to_contain_text("placed by the editor")
    context.close()


def test_an_abstract_is_read_when_it_is_unfolded(site: str, page: Page) -> None:
    page.goto(f"{site}topics/fog/")
    fold = card(page, FOG).locator(".card-abstract")
    fold.get_by_text("Abstract").click()
    expect(fold.locator("p")).to_contain_text("the horn hears a ship at 3 km")
    expect(fold.get_by_role("link", name="https://github.com/keepers/horn-plans")).to_be_visible()


def test_without_javascript_an_abstract_is_one_link_away(site: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}topics/fog/")
    fold = card(page, FOG).locator(".card-abstract")
    fold.get_by_text("Abstract").click()
    fold.get_by_role("link").click()
    expect(page.locator("#abstract")).to_be_visible()
    context.close()


def test_a_card_copies_its_papers_citation(site: str, browser: Browser) -> None:
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{site}topics/burners/")
    card(page, "wick").get_by_role("button", name="Copy BibTeX").click()
    expect(page.get_by_role("status").get_by_text("BibTeX copied")).to_be_attached()
    assert "Trimming the Wick" in page.evaluate("navigator.clipboard.readText()")
    context.close()


def test_a_card_tells_what_its_dates_mean(site: str, page: Page) -> None:
    page.goto(f"{site}topics/fog/")
    expect(card(page, FOG).locator(".card-facts")).to_contain_text("published Jul 9, 2024")
