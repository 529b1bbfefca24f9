"""Searching as a reader does it: by keyboard, by filter, by a link somebody sent."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

pytestmark = pytest.mark.browser


def status(page: Page) -> Locator:
    return page.locator(".search-status")


def results(page: Page) -> list[str]:
    """The titles found, once the search has come back."""
    expect(status(page)).to_have_text(re.compile("paper|match"))
    expect(page.locator(".search-results")).to_have_attribute("aria-busy", "false")
    return page.locator(".search-results .card-title").all_inner_texts()


def test_a_search_goes_by_keyboard_alone(site: str, page: Page) -> None:
    page.goto(f"{site}search/")
    page.locator(".search-groups details summary").first.focus()
    page.keyboard.press("/")
    page.keyboard.type("lens")
    expect(page).to_have_url(f"{site}search/?q=lens")
    expect(page.get_by_role("searchbox")).to_be_focused()
    expect(status(page)).to_contain_text("for “lens”")
    page.keyboard.press("ArrowDown")
    first = page.locator(".search-results a").first
    expect(first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("ArrowDown")
    title = first.inner_text()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_an_exact_title_comes_first(site: str, page: Page) -> None:
    page.goto(f"{site}search/")
    page.get_by_role("searchbox").fill("What the Bell Wrote Down")
    expect(status(page)).to_contain_text("What the Bell")
    assert results(page)[0] == "What the Bell Wrote Down"


def test_an_author_finds_their_papers(site: str, page: Page) -> None:
    page.goto(f"{site}search/?q=Cy+Klang")
    assert results(page) == ["What the Bell Wrote Down"]


def test_signs_alone_find_nothing(site: str, page: Page) -> None:
    page.goto(f"{site}search/?q=%21%21%21")
    assert results(page) == []


def test_what_is_pasted_is_cut_and_searched(site: str, page: Page) -> None:
    page.goto(f"{site}search/?q={'lens+' * 2000}")
    expect(status(page)).to_contain_text("papers for “lens lens")
    assert page.get_by_role("searchbox").input_value() == ("lens " * 200)[:1000]
    page.get_by_role("searchbox").fill("\u0301")
    expect(status(page)).to_have_text("No papers match “\u0301”")


def test_what_has_a_part_of_a_question_is_set_apart_and_no_hit(site: str, page: Page) -> None:
    page.goto(f"{site}search/?q=which+lens+of+glass+is+turned+by+a+zeppelin")
    expect(status(page)).to_contain_text("No papers match")
    assert results(page) == []
    expect(page.locator(".take-along")).to_be_hidden()
    apart = page.get_by_role("region", name="Papers that match a part of it")
    expect(apart.locator(".card-title").first).to_be_visible()
    assert set(apart.locator(".card-title").all_inner_texts()[:2]) == {
        "An Electric Lens Carriage on Ball Bearings",
        "A Stepped Fresnel Lens of Rügen Glass",
    }


ASKED = {
    "fresnel title:lens": ["A Stepped Fresnel Lens of Rügen Glass"],
    "author:klang": ["What the Bell Wrote Down"],
    "author:wick": [],
    "lens -carriage year:2022": ["A Stepped Fresnel Lens of Rügen Glass"],
    "lens in:fog": [],
    "fresnal lens": ["A Stepped Fresnel Lens of Rügen Glass"],
    "asdfgh": [],
    "rugen": ["A Stepped Fresnel Lens of Rügen Glass"],
}


def test_operators_and_folding_decide_what_a_hit_is(site: str, page: Page) -> None:
    page.goto(f"{site}search/")
    expect(status(page)).to_contain_text("papers")
    for query, titles in ASKED.items():
        page.get_by_role("searchbox").fill(query)
        expect(status(page)).to_contain_text(f"“{query}”")
        assert results(page) == titles, query


def test_a_phrase_in_quotes_is_one(site: str, page: Page) -> None:
    page.goto(f"{site}search/?q=%22ball+bearings%22")
    assert results(page) == ["An Electric Lens Carriage on Ball Bearings"]
    page.goto(f"{site}search/?q=%22bearings+ball%22")
    expect(status(page)).to_contain_text("No papers match")


def test_what_is_written_with_two_letters_is_marked_where_it_has_one(site: str, page: Page) -> None:
    page.goto(f"{site}search/?q=ruegen")
    assert results(page) == ["A Stepped Fresnel Lens of Rügen Glass"]
    expect(page.locator(".card-title mark")).to_have_text("Rügen")


def test_a_phrase_of_common_words_is_only_claimed_where_it_stands(site: str, page: Page) -> None:
    note = "Common words of a phrase are looked up in titles and names, not in every text."
    page.goto(f"{site}search/?q=%22what+the%22")
    assert results(page) == ["What the Bell Wrote Down"]
    expect(status(page)).to_have_text(f'1 paper for “"what the"” · {note}')
    page.goto(f"{site}search/?q=%22what+of+the%22")
    expect(status(page)).to_have_text(f'No papers match “"what of the"” · {note}')
    page.goto(f"{site}search/?q=%22wick+the%22")
    expect(status(page)).to_have_text('No papers match “"wick the"”')


def test_a_topic_one_may_have_meant_is_led_to(site: str, page: Page) -> None:
    page.goto(f"{site}search/?q=lens")
    page.locator(".search-places").get_by_role("link", name="Lenses", exact=True).click()
    expect(page).to_have_url(f"{site}topics/lenses/")


def test_a_value_can_be_left_out(site: str, page: Page) -> None:
    page.goto(f"{site}search/?q=light")
    expect(status(page)).to_contain_text("5 papers")
    page.locator("summary", has_text="Fuel").click()
    page.get_by_role("checkbox", name="Exclude Electric").check()
    expect(page).to_have_url(f"{site}search/?q=light&fuel=-electric")
    expect(status(page)).to_contain_text("3 papers")
    left = results(page)
    page.locator("input[value=electric]").check()
    expect(page).to_have_url(f"{site}search/?q=light&fuel=electric")
    expect(page.get_by_role("checkbox", name="Exclude Electric")).not_to_be_checked()
    expect(status(page)).to_contain_text("2 papers")
    assert not set(results(page)) & set(left)


def test_a_topic_includes_its_children_and_filters_combine(site: str, page: Page) -> None:
    page.goto(f"{site}search/")
    page.locator("input[value=light]").check()
    expect(page).to_have_url(f"{site}search/?topic=light")
    expect(status(page)).to_contain_text("4 papers")
    page.locator("summary", has_text="Year").click()
    page.locator("input[value='2022']").check()
    expect(status(page)).to_contain_text("1 paper")
    assert results(page) == ["A Stepped Fresnel Lens of Rügen Glass"]


def test_within_a_group_one_value_is_enough(site: str, page: Page) -> None:
    page.goto(f"{site}search/?topic=lenses&topic=fog")
    expect(status(page)).to_contain_text("4 papers")


def test_a_filter_in_use_is_named_and_can_be_taken_back(site: str, page: Page) -> None:
    page.goto(f"{site}search/?q=lens&topic=lenses&topic=fog")
    expect(status(page)).to_contain_text("2 papers")
    chosen = page.get_by_role("list", name="Active filters").get_by_role("button")
    assert chosen.all_inner_texts() == ["Lenses ×", "Fog signals ×"]
    page.get_by_role("button", name="Remove filter Fog signals").click()
    expect(page).to_have_url(f"{site}search/?q=lens&topic=lenses")
    expect(page.get_by_role("searchbox")).to_be_focused()
    assert chosen.all_inner_texts() == ["Lenses ×"]


def test_a_filter_of_an_address_that_no_paper_has_is_in_use_and_named(site: str, page: Page) -> None:
    page.goto(f"{site}search/?q=lens&topic=lanterns&topic=&nothing=lenses")
    said = "No papers match “lens” · “topic:” has no value “lanterns”."
    expect(status(page)).to_have_text(said)
    assert page.get_by_role("list", name="Active filters").get_by_role("button").all_inner_texts() == ["lanterns ×"]
    expect(page.get_by_role("button", name="Clear filters (2 papers)")).to_be_visible()
    page.get_by_role("button", name="Remove filter lanterns").click()
    expect(status(page)).to_have_text("2 papers for “lens”")
    expect(page).to_have_url(f"{site}search/?q=lens")
    years = "&year=".join(["9" * 200, *map(str, range(90))])
    page.goto(f"{site}search/?q=lens&topic=light&fuel=-none&sort=none&year={years}")
    expect(status(page)).to_contain_text("No papers match")
    chosen = page.get_by_role("list", name="Active filters").get_by_role("button")
    assert chosen.all_inner_texts()[:2] == ["Making light ×", "not none ×"]
    expect(page.get_by_label("Sort by")).to_have_value("")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.goto(f"{site}search/?q=lens&topic=-lanterns")
    expect(status(page)).to_have_text("2 papers for “lens”")
    expect(page.get_by_role("button", name="Remove filter not lanterns")).to_be_visible()


def test_everything_can_be_cleared(site: str, page: Page) -> None:
    page.goto(f"{site}search/?q=lens&topic=lenses")
    expect(status(page)).to_contain_text("2 papers")
    clear = page.get_by_role("button", name="Clear all")
    clear.click()
    expect(page).to_have_url(f"{site}search/")
    expect(clear).to_be_hidden()
    expect(page.locator("input[value=lenses]")).not_to_be_checked()


def test_where_filters_leave_nothing_the_page_says_what_is_there_without_them(site: str, page: Page) -> None:
    for asked in ("lens&topic=fog&topic=-lenses&year=2023", "lens+year:2023+-in:lenses"):
        page.goto(f"{site}search/?q={asked}")
        expect(status(page)).to_contain_text("with these filters; 2 papers without them")


@pytest.mark.parametrize("query", ["zeppelin", "constructor", "__proto__", "title:constructor"])
def test_nothing_found_is_said(site: str, page: Page, query: str) -> None:
    page.goto(f"{site}search/?q={query}")
    expect(status(page)).to_have_text(f"No papers match “{query}”")


def test_a_value_that_no_paper_has_is_told(site: str, page: Page) -> None:
    page.goto(f"{site}search/?topic=lanterns")
    expect(status(page)).to_have_text("0 papers · “topic:” has no value “lanterns”.")
    page.goto(f"{site}search/?q=lens -in:lanterns IN:Lenses")
    expect(status(page)).to_have_text("2 papers for “lens -in:lanterns IN:Lenses” · “in:” has no value “lanterns”.")
    page.goto(f"{site}search/?q=in:constructor")
    expect(status(page)).to_have_text("No papers match “in:constructor” · “in:” has no value “constructor”.")


def test_a_misspelt_word_is_put_right_as_a_paper_writes_it(site: str, page: Page) -> None:
    for query, meant in (("bunrers", "burners"), ("rugan lens", "Rügen lens"), ("sternlihct", "Sternlicht")):
        page.goto(f"{site}search/?q={quote(query)}")
        page.get_by_role("button", name=f"Did you mean “{meant}”?").click()
        expect(page.get_by_role("searchbox")).to_have_value(meant)


def test_no_word_is_proposed_that_is_much_shorter(site: str, page: Page) -> None:
    page.goto(f"{site}search/?q=burnishers")
    expect(status(page)).to_have_text("No papers match “burnishers”")
    expect(page.get_by_role("button", name="Did you mean")).to_have_count(0)


def test_no_query_is_proposed_that_finds_nothing_either(site: str, page: Page) -> None:
    for query in ("bunrers zeppelin", "bxll burners"):
        page.goto(f"{site}search/?q={quote(query)}")
        expect(status(page)).to_contain_text(f"No papers match “{query}”")
        expect(page.get_by_role("button", name="Did you mean")).to_have_count(0)


def test_a_slow_search_says_that_it_searches(site: str, page: Page) -> None:
    held: list[Route] = []
    page.route("**/data/search.json", lambda route: held.append(route))
    page.goto(f"{site}search/?q=lens", wait_until="commit")
    expect(status(page)).to_have_text("Searching …")
    for route in held:
        route.continue_()
    expect(status(page)).to_contain_text("for “lens”")


def test_a_script_that_cannot_be_had_is_told_of(site: str, browser: Browser) -> None:
    with browser.new_context(service_workers="block") as context:
        page = context.new_page()  # one in which a failing request is no fault
        page.route(re.compile(r"/search-card\.[^/]*js"), lambda route: route.abort())
        page.goto(f"{site}search/?q=lens")
        expect(status(page)).to_have_text("Search could not be loaded. Reload the page to try again.")


def test_without_javascript_everything_can_be_read(site: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    page.get_by_role("link", name="Lenses").first.click()
    page.get_by_role("link", name="A Stepped Fresnel Lens of Rügen Glass").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("A Stepped Fresnel Lens of Rügen Glass")
    page.goto(f"{site}search/?q=lens")
    expect(page.locator("form.search")).to_be_hidden()
    page.get_by_role("link", name=re.compile("papers by year")).click()
    expect(page.get_by_role("link", name="What the Bell Wrote Down")).to_be_visible()
    context.close()


def test_an_earlier_address_leads_to_the_paper(site: str, page: Page) -> None:
    page.goto(f"{site}papers/wick-trimming/")
    expect(page).to_have_url(f"{site}papers/wick/")
