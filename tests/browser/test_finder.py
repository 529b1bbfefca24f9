"""The box that finds, on every page: opened, steered and closed by keyboard; it knows papers, topics and filters."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from browser.test_pages_are_sound import AXE, LOOKS, Missing

pytestmark = pytest.mark.browser


def box(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Search papers, topics and pages")


def opened(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    expect(page.get_by_role("dialog")).to_be_visible()


def chosen(page: Page) -> str:
    """The option that the arrows have come to."""
    option = page.locator("[role=option][aria-selected=true]")
    expect(box(page)).to_have_attribute("aria-activedescendant", option.get_attribute("id") or "none")
    return option.locator(".found-title").inner_text()


def test_a_paper_is_opened_by_keyboard_alone(site: str, page: Page) -> None:
    opened(page, f"{site}topics/light/")
    expect(box(page)).to_be_focused()
    page.keyboard.type("stepped")
    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text("1 paper")
    assert page.locator(".finder mark").first.inner_text() == "Stepped"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")  # nowhere further to go
    assert chosen(page) == "A Stepped Fresnel Lens of Rügen Glass"
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("A Stepped Fresnel Lens of Rügen Glass")


def test_a_paper_says_which_category_it_was_found_by(lamps: str, page: Page) -> None:
    opened(page, lamps)
    page.keyboard.type("carbide")
    first = page.get_by_role("group", name="Papers", exact=True).get_by_role("option").first
    expect(first.locator(".found-text")).to_have_text("Gas (carbide)")
    expect(first.locator("mark")).to_have_text("carbide")


def test_escape_closes_it_and_the_reader_is_where_they_were(site: str, page: Page) -> None:
    page.goto(f"{site}topics/light/")
    link = page.locator("main .card-title a").first
    link.focus()
    page.keyboard.press("/")
    expect(box(page)).to_be_focused()
    page.keyboard.type("lens")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(link).to_be_focused()
    expect(page).to_have_url(f"{site}topics/light/")


def test_it_opens_again_by_key_however_it_was_closed(site: str, page: Page) -> None:
    quick = page.get_by_role("searchbox", name="Search papers", exact=True)
    opened(page, site)
    page.get_by_role("button", name="Close (Esc)").click()
    page.keyboard.press("/")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert box(page).input_value() == ""
    page.keyboard.press("Escape")
    quick.click()
    page.get_by_role("button", name="Close (Esc)").click()
    expect(quick).to_be_focused()
    page.keyboard.press("/")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert box(page).input_value() == ""
    page.get_by_role("button", name="Close (Esc)").click()
    expect(quick).to_be_focused()
    page.keyboard.type("lens")
    expect(box(page)).to_have_value("lens")


@pytest.mark.parametrize("key", ["Control+k", "Meta+k"])
def test_the_keys_other_tools_have_for_it_open_it_too(key: str, site: str, page: Page) -> None:
    page.goto(f"{site}papers/wick/")
    page.keyboard.press(key)
    expect(box(page)).to_be_focused()


def test_the_mastheads_box_opens_it_with_what_was_typed(site: str, page: Page) -> None:
    page.goto(site)
    page.locator(".masthead input").focus()
    page.keyboard.type("bell")
    expect(box(page)).to_have_value("bell")
    expect(page.locator("#found [role=option]").first).to_contain_text("What the Bell Wrote Down")


def test_a_topic_is_found_by_its_name(site: str, page: Page) -> None:
    opened(page, f"{site}papers/wick/")
    page.keyboard.type("fog sig")
    expect(page.locator("[role=option]").first).to_contain_text("Fog signals")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}topics/fog/")


def test_a_name_that_is_only_alike_gives_way_to_one_that_begins_so(site: str, page: Page) -> None:
    def with_watt(route: Route) -> None:
        about = route.fetch().json()
        about["places"].append({"title": "Una Watc", "url": "authors/", "kind": "Author", "count": 99})
        route.fulfill(json=about)

    page.route("**/data/finder.json", with_watt)
    opened(page, site)
    leads = page.get_by_role("group", name="Topics and pages").locator(".found-title")
    page.keyboard.type("watch")
    expect(leads).to_have_text(["Keeping watch"])
    box(page).fill("watchh")
    expect(leads).to_have_text(["Keeping watch"])


def test_what_is_left_out_is_no_topic_to_go_to(site: str, page: Page) -> None:
    opened(page, site)
    page.keyboard.type("-burners")
    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text(re.compile("paper"))
    expect(page.get_by_role("group", name="Topics and pages")).to_have_count(0)


def test_on_a_slow_line_it_says_that_it_searches(site: str, page: Page) -> None:
    page.goto(site)
    held: list[Route] = []
    page.route("**/data/search.json", lambda route: held.append(route))
    page.keyboard.press("/")
    said = page.get_by_role("dialog").get_by_role("status")
    page.keyboard.type("stepped")
    expect(said).to_have_text("Searching …")
    for route in held:
        route.continue_()
    expect(said).to_have_text("1 paper")


def test_before_anything_is_typed_it_leads_to_the_topics(site: str, page: Page) -> None:
    opened(page, site)
    expect(page.locator("#found [role=option]")).to_have_text([re.compile("Making light"), re.compile("Keeping watch")])


def test_it_filters_and_leads_to_all_results_with_the_same_filters(site: str, page: Page) -> None:
    opened(page, site)
    page.get_by_label("with code").check()
    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text("2 papers")
    page.get_by_label("Topic", exact=True).select_option(label="Making light")
    page.get_by_label("Year").select_option("2023")
    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text("1 paper")
    page.get_by_role("link", name="All results with filters").click()
    expect(page).to_have_url(re.compile(r"/search/\?topic=light&year=2023&code=yes$"))
    expect(page.locator(".search-status")).to_contain_text("1 paper")


def test_enter_without_a_choice_leads_to_all_results(site: str, page: Page) -> None:
    opened(page, site)
    page.keyboard.type("lens")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}search/?q=lens")


def test_an_identifier_is_the_first_choice(site: str, page: Page) -> None:
    opened(page, site)
    page.keyboard.type("https://arxiv.org/abs/2402.99903v3")
    expect(page.locator(".found-exact")).to_have_text("Exact match: arXiv ID")
    assert chosen(page) == "What the Bell Wrote Down"
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}papers/bell-log/")


def test_nothing_of_it_is_loaded_before_somebody_reaches_for_it(site: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site, wait_until="networkidle")
    assert not [url for url in asked if re.search(r"/search-(box|index)\.|pagefind|finder\.json", url)]
    with page.expect_request(re.compile(r"/search-box\.\w+\.js$")):
        page.locator(".masthead input").hover()


SLOW = {"offline": False, "latency": 400, "downloadThroughput": 40_000, "uploadThroughput": 20_000}
"""A bad line, in milliseconds and bytes a second."""


def test_letters_typed_before_it_is_there_come_with_it(site: str, page: Page) -> None:
    page.goto(site)
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW)
    page.keyboard.press("/")
    page.keyboard.type("stepped fresnel lens", delay=60)  # while its scripts arrive, and after
    expect(box(page)).to_be_focused()
    expect(box(page)).to_have_value("stepped fresnel lens")
    expect(page.get_by_role("option").filter(has_text="Stepped")).to_be_visible()
    expect(page.locator(".masthead input")).to_have_value("")


def test_a_letter_being_composed_is_waited_for(site: str, page: Page) -> None:
    held: list[Route] = []
    page.route(re.compile(r"/search-box\.\w+\.js"), lambda route: held.append(route))
    page.goto(site)
    keys = page.context.new_cdp_session(page)
    with page.expect_request(re.compile(r"/search-box\.\w+\.js")):
        page.keyboard.press("/")
    keys.send("Input.imeSetComposition", {"text": "deng", "selectionStart": 4, "selectionEnd": 4})
    for route in held:
        route.continue_()
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("dialog")).to_be_hidden()
    keys.send("Input.insertText", {"text": "灯"})
    expect(box(page)).to_have_value("灯")


def test_where_its_script_cannot_be_had_the_form_still_searches(site: str, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route(re.compile(r"/search-box\.\w+\.js"), lambda route: route.abort())
    page.goto(site)
    page.keyboard.press("/")
    expect(page.locator(".masthead input")).to_be_focused()
    page.keyboard.type("lens")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}search/?q=lens")
    context.close()


def test_nothing_moves_when_it_opens(site: str, page: Page) -> None:
    page.goto(site)
    page.evaluate(
        """new PerformanceObserver((list) => {
            window.moved = (window.moved ?? 0) + list.getEntries().reduce((sum, one) => sum + one.value, 0);
        }).observe({ type: "layout-shift" })"""
    )
    page.keyboard.press("/")
    expect(page.locator("#found [role=option]").first).to_be_visible()
    page.keyboard.press("Escape")
    page.wait_for_timeout(100)
    assert page.evaluate("window.moved ?? 0") == 0


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_no_violation_in_it(look: str, site: str, browser: Browser, missing: Missing) -> None:
    if not AXE.is_file():
        missing("axe-core is not installed: npm install --prefix tests/browser --no-package-lock")
    context = browser.new_context(**LOOKS[look])
    page = context.new_page()
    opened(page, site)
    page.keyboard.type("lens")
    expect(page.get_by_role("option").filter(has_text="Stepped")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    context.close()
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []
    assert wider <= 0
