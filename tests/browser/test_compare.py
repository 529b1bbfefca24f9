"""Papers side by side: the choice stands in the address, what is known of them on their pages."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from conspectus.cache import Cache
from conspectus.pipeline import build
from conspectus.project import Project

pytestmark = pytest.mark.browser

Serve = Callable[[Path], AbstractContextManager[str]]

FILES = {
    "survey.yaml": (
        "title: Lamps\nbase_url: https://keepers.example/lamps/\n"
        "columns:\n"
        "  saved: {title: Saved, type: figure}\n"
        "  manned: {title: Manned, type: flag}\n"
        "  reach: {title: Reach, type: figure}\n"
        "tables:\n  light: [saved, manned]\n"
    ),
    "taxonomy/topic.yaml": (
        "facet: topic\ntitle: Topics\nabout: Lamps.\ncategories:\n  - {id: light, title: Light, about: That shines.}\n"
    ),
    "papers/lamps.yaml": """
- id: wick
  title: "The Wick in $O(\\\\log n)$"
  date: 2023-05-04
  authors: [Ada Lampe]
  venue: Lights
  summary: A *short* one.
  place: {topic: [light]}
  facts: {manned: true, saved: "=9% of oil", colour: red}
  was: [old-wick]
- id: valve
  title: A Sun Valve
  date: 2022-11
  venue: Lights
  place: {topic: [light]}
  facts: {saved: "1,200 litres", manned: true}
- {id: bell, title: The Bell | Buoy, date: 2024-02-29, place: {topic: [light]}}
""",
}


@pytest.fixture(scope="module")
def lamps(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> Iterator[str]:
    """The address of a made-up survey of three papers."""
    folder = tmp_path_factory.mktemp("lamps")
    for name, text in FILES.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    out = folder / "served" / "lamps"
    compiled = build(Project(folder), Cache(None), out, "https://keepers.example/lamps/")
    assert not compiled.report.fails(), compiled.report
    with serve(out.parent) as address:
        yield f"{address}lamps/"


def heads(page: Page) -> Locator:
    return page.locator(".side-by-side thead a")


def rows(page: Page) -> dict[str, list[str]]:
    """What the visible rows say."""
    found = {}
    for row in page.locator(".side-by-side tbody tr:not([hidden])").all():
        found[row.locator("th").inner_text()] = [text.strip() for text in row.locator("td").all_inner_texts()]
    return found


def test_the_papers_the_address_names_stand_side_by_side(lamps: str, page: Page) -> None:
    page.goto(f"{lamps}compare/?p=wick&p=valve&p=bell")
    expect(heads(page)).to_have_count(3)
    assert rows(page) == {
        "Date": ["May 4, 2023", "November 2022", "February 29, 2024"],
        "Venue": ["Lights", "Lights", ""],
        "Authors": ["Ada Lampe", "", ""],
        "Summary": ["A short one.", "", ""],
        "Topics": ["Light", "Light", "Light"],
        "Saved": ["=9% of oil", "1,200 litres", ""],
        "Manned": ["yes", "yes", ""],
        "colour": ["red", "", ""],
    }
    expect(page.locator(".side-by-side thead math")).to_have_count(1)


def test_what_does_not_tell_them_apart_can_be_left_out_and_the_address_says_so(lamps: str, page: Page) -> None:
    page.goto(f"{lamps}compare/?p=wick&p=valve")
    page.get_by_label("Show differences only").check()
    expect(page).to_have_url(f"{lamps}compare/?p=wick&p=valve&only=differences")
    assert list(rows(page)) == ["Date", "Authors", "Summary", "Saved", "colour"]
    page.reload()
    expect(heads(page)).to_have_count(2)
    assert list(rows(page)) == ["Date", "Authors", "Summary", "Saved", "colour"]


def test_a_paper_is_removed_and_added_and_back_undoes_it(lamps: str, page: Page) -> None:
    page.goto(f"{lamps}compare/?p=wick&p=valve&p=bell")
    page.get_by_role("button", name="Remove: A Sun Valve").click()
    expect(page).to_have_url(f"{lamps}compare/?p=wick&p=bell")
    expect(page.get_by_role("button", name="Remove: The Bell | Buoy")).to_be_focused()
    expect(page.locator(".compare-status")).to_have_text("Removed: A Sun Valve")
    for typed in ("sun val", f"{lamps}papers/valve/", "valve"):
        page.get_by_label("Add a paper").fill(typed)
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{lamps}compare/?p=wick&p=bell&p=valve")
        expect(heads(page)).to_have_count(3)
        page.go_back()
        expect(page).to_have_url(f"{lamps}compare/?p=wick&p=bell")
        expect(heads(page)).to_have_count(2)


def test_what_several_titles_have_adds_none_of_them(lamps: str, page: Page) -> None:
    page.goto(f"{lamps}compare/?p=wick")
    page.get_by_label("Add a paper").fill("the")
    page.keyboard.press("Enter")
    expect(page.locator(".compare-status")).to_have_text("2 titles contain “the”; choose one from the list.")
    expect(page.get_by_label("Add a paper")).to_have_value("the")
    expect(heads(page)).to_have_count(1)


def test_papers_that_are_not_proposed_are_found_by_searching(site: str, page: Page) -> None:
    page.route("**/compare/", without_proposals)
    page.goto(f"{site}compare/")
    page.get_by_label("Add a paper").fill("unattended")
    expect(page.locator("datalist [data-id=sun-valve]")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}compare/?p=sun-valve")


def without_proposals(route: Route) -> None:
    """As if the survey were so large that none of its papers is among those proposed at once."""
    reply = route.fetch()
    route.fulfill(response=reply, body=re.sub(r"<option .*</option>", "", reply.text()))


def test_columns_are_moved_by_keyboard_and_sorted_by_a_row(lamps: str, page: Page) -> None:
    page.goto(f"{lamps}compare/?p=wick&p=valve&p=bell")
    button = page.get_by_role("button", name="Move right: The Wick")
    button.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{lamps}compare/?p=valve&p=wick&p=bell")
    expect(page.get_by_role("button", name="Move right: The Wick")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{lamps}compare/?p=valve&p=bell&p=wick")
    page.get_by_role("button", name="Date", exact=True).click()
    expect(page).to_have_url(f"{lamps}compare/?p=valve&p=wick&p=bell")
    page.get_by_role("button", name="Saved", exact=True).click()
    expect(page).to_have_url(f"{lamps}compare/?p=wick&p=valve&p=bell")
    page.get_by_role("button", name="Saved", exact=True).click()
    expect(page).to_have_url(f"{lamps}compare/?p=valve&p=wick&p=bell")


def test_what_is_no_paper_is_said_and_the_others_are_shown(lamps: str, page: Page) -> None:
    page.goto(f"{lamps}compare/?p=../../evil&p=wick&p=%3Cb%3E&p=old-wick")
    expect(heads(page)).to_have_count(1)
    expect(page.locator(".compare-status")).to_have_text("Paper “../../evil” not found. Paper “<b>” not found.")


def test_an_unknown_paper_is_said(lamps: str, browser: Browser) -> None:
    context = browser.new_context()  # the missing page is logged as an error by the browser, which `page` refuses
    page = context.new_page()
    page.goto(f"{lamps}compare/?p=gone&p=bell")
    expect(page.locator(".compare-status")).to_have_text("Paper “gone” not found.")
    expect(heads(page)).to_have_text(["The Bell | Buoy"])
    context.close()


def test_an_earlier_id_leads_to_the_paper(lamps: str, page: Page) -> None:
    page.goto(f"{lamps}compare/?p=old-wick")
    expect(heads(page)).to_have_count(1)
    expect(heads(page)).to_have_attribute("href", "/lamps/papers/wick/")


def test_marks_are_compared_where_the_address_names_nothing(lamps: str, page: Page) -> None:
    page.goto(f"{lamps}compare/")
    expect(page.get_by_text("No papers to compare yet.")).to_be_visible()
    for id in ("bell", "wick"):
        page.goto(f"{lamps}papers/{id}/")
        page.get_by_role("button", name="Save ").click()
    page.get_by_role("navigation", name="Saved papers").get_by_role("link", name="Compare").click()
    expect(page).to_have_url(f"{lamps}compare/?p=bell&p=wick")
    expect(heads(page)).to_have_count(2)
    page.goto(f"{lamps}compare/?p=valve")
    expect(heads(page)).to_have_text(["A Sun Valve"])


def test_what_is_marked_in_a_table_stands_on_the_reading_list_with_all_that_is_known(lamps: str, page: Page) -> None:
    page.goto(f"{lamps}topics/light/")
    page.get_by_role("table").get_by_role("button", name="Save The Wick in O(log n)").click()
    expect(page.get_by_role("article").get_by_role("button", name="Saved The Wick")).to_have_attribute(
        "aria-pressed", "true"
    )
    page.goto(f"{lamps}papers/")
    page.get_by_role("button", name="Save A Sun Valve").click()
    page.goto(f"{lamps}reading/")
    expect(page.locator(".reading-papers .card-authors")).to_have_text(["2022", "Ada Lampe, 2023"])


def test_the_table_and_the_papers_are_taken_along(lamps: str, page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{lamps}compare/?p=wick&p=bell&only=differences")
    page.get_by_role("button", name="Copy as Markdown").click()
    expect(page.locator(".compare-status")).to_have_text("Copied as Markdown")
    markdown = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert markdown[:3] == [
        "|  | The Wick in O(log n) | The Bell \\| Buoy |",
        "| --- | --- | --- |",
        "| Date | May 4, 2023 | February 29, 2024 |",
    ]
    with page.expect_download() as saved:
        page.get_by_role("button", name="Download CSV", exact=True).click()
    with Path(saved.value.path()).open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    assert lines[0] == ["", "The Wick in O(log n)", "The Bell | Buoy"]
    assert ["Saved", "'=9% of oil", ""] in lines  # no spreadsheet takes it for a formula
    for name, first in (("BibTeX", "@"), ("RIS", "TY  - "), ("CSL-JSON", "[")):
        with page.expect_download() as saved:
            page.get_by_role("button", name=name, exact=True).click()
        text = Path(saved.value.path()).read_text("utf-8")
        assert text.startswith(first) and "Bell" in text and "Wick" in text, name


def test_papers_like_those_in_the_table_are_told_with_the_reason(site: str, page: Page) -> None:
    page.goto(f"{site}compare/?p=sun-valve&p=wick")
    expect(heads(page)).to_have_count(2)
    more = page.get_by_role("button", name="More like these")
    more.click()
    like = page.get_by_role("region", name="More like these")
    expect(like.get_by_role("heading")).to_be_focused()
    expect(page.locator(".compare-status")).to_have_text(re.compile(r"papers? like these\.$"))
    expect(like.get_by_role("listitem").first).to_contain_text("like: ")
    page.keyboard.press("Escape")
    expect(like).to_be_hidden()
    expect(more).to_be_focused()
    expect(page).to_have_url(f"{site}compare/?p=sun-valve&p=wick")
    more.click()
    expect(like).to_be_visible()
    page.get_by_role("button", name=re.compile("^Remove: ")).first.click()
    expect(heads(page)).to_have_count(1)
    expect(like).to_be_hidden()  # it was about another choice
    page.go_back()
    expect(heads(page)).to_have_count(2)
    expect(like).to_be_visible()


def test_papers_like_those_found_are_a_click_away(site: str, page: Page) -> None:
    page.goto(f"{site}search/?q=wick")
    page.get_by_role("button", name="More like these").click()
    like = page.get_by_role("region", name="More like these")
    expect(like.get_by_role("heading")).to_be_focused()
    expect(heads(page).first).to_be_visible()
    page.go_back()
    expect(page).to_have_url(f"{site}search/?q=wick")
