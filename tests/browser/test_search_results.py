"""The results of a search: cards as lists have them, still there when a reader comes back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.test_search import results, status

pytestmark = pytest.mark.browser


def test_results_are_cards_with_the_matched_words(site: str, page: Page) -> None:
    page.goto(f"{site}search/?q=wick+flame")
    card = page.locator(".search-results .card").first
    expect(card).to_have_attribute("data-paper", "wick")
    assert {text.lower().strip(".,;") for text in card.locator("mark").all_inner_texts()} >= {"wick", "flame"}
    expect(card.get_by_role("link", name="arXiv")).to_have_attribute("href", "https://arxiv.org/abs/2305.99901")
    expect(card.get_by_role("link", name="Code")).to_have_attribute("href", "https://code.example/wick")
    chips = card.get_by_role("list", name="Categories").get_by_role("link")
    expect(chips).to_have_text(["Burners", "Oil"])


def test_a_result_is_the_card_that_lists_have(site: str, page: Page) -> None:
    page.goto(f"{site}topics/fog/")
    listed = page.locator(".card[data-paper=bell-log]")
    texts = {part: listed.locator(part).inner_text() for part in (".card-title", ".links")}
    page.goto(f"{site}search/?q=2402.99903")
    found = page.locator(".card[data-paper=bell-log]")
    assert {part: found.locator(part).inner_text() for part in texts} == texts
    expect(found.locator(".card-facts")).to_contain_text("published Feb 29, 2024")
    expect(found.locator(".card-authors")).to_have_text(re.compile(r"^([^,]+, ){5}Flo Tide et al\.$"))
    expect(found.locator("h3.card-title")).to_have_count(1)
    expect(found.get_by_role("button", name="Save What the Bell")).to_be_visible()
    with page.expect_request(f"{site}papers/bell-log/cite.bib"):
        found.get_by_role("button", name="Copy BibTeX").click()
    page.goto(f"{site}search/?q=Hal+Wik")  # the last of the authors
    expect(found.locator(".card-authors mark")).to_have_text(["Hal", "Wik"])
    expect(page.locator(".cards template, .cards :text('Venue'), .cards :text('Organization')")).to_have_count(0)


def test_a_result_says_which_category_it_was_found_by(site: str, lamps: str, page: Page) -> None:
    chips = page.locator(".search-results .card").first.get_by_role("list", name="Categories").get_by_role("link")
    page.goto(lamps.replace("topics/lamps/", "search/?q=carbide"))
    expect(status(page)).to_contain_text("30 papers")
    expect(chips).to_have_text(["Lamps", "Gas (carbide)"])
    expect(chips.locator("mark")).to_have_text(["carbide"])
    page.goto(f"{site}search/?q=making")  # which lies above those that are shown
    expect(chips.locator("mark")).to_have_text(["Making"])


def test_on_a_phone_the_filters_are_a_word_to_open(site: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    page = context.new_page()
    page.goto(f"{site}search/?q=lens")
    expect(status(page)).to_have_text("2 papers for “lens”")
    lenses = page.locator(".search-groups input[value=lenses]")
    expect(lenses).to_be_hidden()
    page.get_by_text("Filters", exact=True).tap()
    page.locator(".search-groups details summary", has_text="Topics").tap()
    lenses.tap()
    expect(page).to_have_url(f"{site}search/?q=lens&topic=lenses")
    page.get_by_text("Filters", exact=True).tap()
    expect(page.get_by_role("button", name="Remove filter Lenses")).to_be_visible()
    context.close()


def test_counts_follow_the_query(site: str, page: Page) -> None:
    page.goto(f"{site}search/?q=Fresnel")
    expect(status(page)).to_contain_text("1 paper")
    lenses = page.locator("label", has=page.locator("input[value=lenses]")).locator(".count")
    burners = page.locator("label", has=page.locator("input[value=burners]")).locator(".count")
    expect(lenses).to_have_text("1")
    expect(burners).to_have_text("0")
    expect(burners).to_be_hidden()


def test_an_open_group_says_when_no_result_has_any_of_it(site: str, page: Page) -> None:
    page.goto(f"{site}search/?q=lens")
    expect(status(page)).to_contain_text("for “lens”")
    left = page.get_by_text("None among the results").first
    expect(left).to_be_hidden()
    page.get_by_role("searchbox").fill("asdfgh")
    expect(status(page)).to_contain_text("No papers match")
    expect(left).to_be_visible()


def test_a_search_survives_reload_and_back(site: str, page: Page) -> None:
    page.goto(f"{site}search/?q=lens&topic=lenses&sort=newest")
    expect(status(page)).to_contain_text("2 papers")
    found = results(page)
    page.reload()
    expect(page.get_by_role("searchbox")).to_have_value("lens")
    expect(page.locator("input[value=lenses]")).to_be_checked()
    expect(status(page)).to_contain_text("2 papers")
    assert results(page) == found
    page.locator(".search-results a").first.click()
    expect(page).to_have_url(re.compile(r"/papers/"))
    page.go_back()
    expect(page.locator("input[value=lenses]")).to_be_checked()
    expect(status(page)).to_contain_text("2 papers")


def test_back_and_forward_come_to_as_many_results_and_as_far_down(lamps: str, page: Page) -> None:
    page.goto(f"{lamps.removesuffix('topics/lamps/')}search/?q=lamp")
    page.locator(".search-results .card").nth(9).scroll_into_view_if_needed()
    for shown in (20, 40):
        expect(page.locator(".search-results .card")).to_have_count(shown)
        page.get_by_role("button", name="Show more papers").click()
    expect(page.locator(".search-results .card")).to_have_count(60)
    link = page.locator(".search-results a").filter(has_text=re.compile("^Lamp 5$"))
    link.scroll_into_view_if_needed()
    top = page.evaluate("scrollY")
    assert top > 1000
    link.click()
    expect(page).to_have_url(re.compile("/papers/"))
    for _ in range(2):
        page.go_back()
        expect(page.locator(".search-results .card")).to_have_count(60)
        expect(link).to_be_in_viewport()
        assert abs(page.evaluate("scrollY") - top) < 100
        page.go_forward()
        expect(page).to_have_url(re.compile("/papers/"))


def test_a_part_of_a_page_of_results_is_made_until_its_end_is_near(lamps: str, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 300})
    page.goto(f"{lamps.removesuffix('topics/lamps/')}search/?q=lamp", wait_until="networkidle")
    cards = page.locator(".search-results .card")
    expect(cards).to_have_count(6)
    expect(page.get_by_role("button", name="Show more papers")).to_have_count(0)
    cards.last.scroll_into_view_if_needed()
    expect(cards).to_have_count(20)
    expect(page.get_by_role("button", name="Show more papers")).to_have_count(1)


def test_results_stand_until_others_take_their_place(lamps: str, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 300})
    page.goto(f"{lamps.removesuffix('topics/lamps/')}search/?q=lamp")
    expect(page.locator(".search-results .card")).to_have_count(6)
    fewest = page.evaluate("""async () => {
      const list = document.querySelector(".search-results"), box = document.getElementById("q");
      const told = () => document.querySelector(".search-status").textContent.includes("“lamps”");
      let fewest = list.children.length;
      box.value = "lamps";
      box.dispatchEvent(new Event("input", { bubbles: true }));
      while (!told() || list.ariaBusy === "true") {
        await new Promise(requestAnimationFrame);
        fewest = Math.min(fewest, list.children.length);
      }
      return fewest;
    }""")
    assert fewest == 6
    page.get_by_role("searchbox").fill("zeppelin")
    expect(page.locator(".search-results .card")).to_have_count(0)


def test_a_result_leads_to_the_papers_like_it(site: str, page: Page) -> None:
    page.goto(f"{site}search/?q=stepped+fresnel")
    page.get_by_role("link", name="More like this").click()
    like = page.get_by_role("region", name="Related papers")
    expect(like).to_be_in_viewport()
    expect(like.get_by_role("listitem").first).to_contain_text("in common:")
