"""The reading list: kept by one browser, and taken to another as a file."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser


def mark(page: Page, site: str, *ids: str) -> None:
    for id in ids:
        page.goto(f"{site}papers/{id}/")
        page.get_by_role("button", name="Save ").click()
        expect(page.get_by_role("button", name="Saved ")).to_have_attribute("aria-pressed", "true")


def titles(page: Page) -> Locator:
    return page.locator(".reading-papers h2")


def note(page: Page, title: str) -> Locator:
    return page.get_by_role("textbox", name=f"Your note on {title}")


def said(page: Page) -> Locator:
    return page.locator(".reading-status [role=status]")


def taken(page: Page, name: str) -> str:
    with page.expect_download() as saved:
        page.locator(".reading-take").get_by_role("button", name=name, exact=True).click()
    return Path(saved.value.path()).read_text("utf-8")


def bring(page: Page, text: str) -> None:
    page.locator("[type=file]").set_input_files({"name": "l.json", "mimeType": "", "buffer": text.encode()})


def test_what_is_marked_stands_on_the_list_with_notes_that_stay(site: str, page: Page) -> None:
    mark(page, site, "wick", "bell-log")
    page.get_by_role("link", name="Reading list").first.click()
    expect(titles(page)).to_have_text(["What the Bell Wrote Down", "Trimming the Wick in O(log n) Nights"])
    expect(page.locator(".reading-papers .card-authors").last).to_have_text("Ada Lampe, Bo Sternlicht, 2023")
    note(page, "Trimming").press_sequentially("Halving, see ch. 2\n<b>")
    page.get_by_role("checkbox", name="read: What the Bell").check()
    page.reload()
    expect(note(page, "Trimming")).to_have_value("Halving, see ch. 2\n<b>")
    expect(page.get_by_role("checkbox", name="read: What the Bell")).to_be_checked()


def test_the_list_is_narrowed_down_sorted_and_compared(site: str, page: Page) -> None:
    mark(page, site, "wick", "bell-log", "sun-valve")
    page.goto(f"{site}reading/")
    page.get_by_role("checkbox", name="read: What the Bell").check()
    page.get_by_label("Show").select_option("unread")
    expect(titles(page)).to_contain_text(["A Sun Valve", "Trimming the Wick"])
    page.get_by_label("Sort by").select_option("date")
    expect(titles(page)).to_contain_text(["Trimming the Wick", "A Sun Valve"])
    page.get_by_role("link", name="Compare papers").click()
    expect(page).to_have_url(f"{site}compare/?p=wick&p=sun-valve")
    page.goto(f"{site}reading/")
    page.get_by_label("Search", exact=True).fill("valve")
    expect(titles(page)).to_contain_text(["A Sun Valve"])
    expect(titles(page)).to_have_count(1)


def test_what_leaves_the_list_hands_the_focus_on_and_can_be_put_back(site: str, page: Page) -> None:
    mark(page, site, "wick", "bell-log")
    page.goto(f"{site}reading/")
    note(page, "What the Bell").fill("Unheard weather")
    page.get_by_role("button", name="Remove What the Bell").click()
    expect(titles(page)).to_have_count(1)
    expect(page.get_by_role("link", name="Trimming the Wick")).to_be_focused()
    expect(said(page)).to_have_text("Removed: What the Bell Wrote Down")
    page.get_by_role("button", name="Undo").click()
    expect(titles(page).first).to_have_text("What the Bell Wrote Down")
    expect(note(page, "What the Bell")).to_have_value("Unheard weather")


def test_a_list_that_was_kept_as_a_file_comes_back_in_another_browser(site: str, page: Page, browser: Browser) -> None:
    mark(page, site, "wick", "bell-log")
    page.goto(f"{site}reading/")
    note(page, "Trimming").fill("Mine.")
    page.get_by_role("checkbox", name="read: What the Bell").check()
    file = taken(page, "Reading-list file")
    assert json.loads(file)["version"] == 1
    context = browser.new_context()
    other = context.new_page()
    other.goto(f"{site}reading/")
    expect(other.get_by_text("Your list is empty.")).to_be_visible()
    bring(other, file)
    expect(said(other)).to_have_text("2 papers added.")
    assert titles(other).all_inner_texts() == titles(page).all_inner_texts()
    expect(note(other, "Trimming")).to_have_value("Mine.")
    expect(other.get_by_role("checkbox", name="read: What the Bell")).to_be_checked()
    assert json.loads(taken(other, "Reading-list file")) == json.loads(file)
    bring(other, file)
    expect(said(other)).to_have_text("No new papers in this file.")
    note(other, "Trimming").fill("Theirs.")
    bring(other, file)
    expect(said(other)).to_have_text("1 note merged with yours.")
    expect(note(other, "Trimming")).to_have_value("Theirs.\n\nMine.")
    context.close()


LIST: dict[str, Any] = {"format": "conspectus reading list", "version": 1, "site": "https://else.example/"}


def test_a_file_from_anywhere_does_no_harm(site: str, page: Page) -> None:
    page.goto(f"{site}reading/")
    for text in ("", "{", "[]", "null", json.dumps({**LIST, "version": 2}), json.dumps({**LIST, "papers": 7})):
        bring(page, text)
        expect(said(page)).to_have_text("This is not a reading-list file.")
        bring(page, " " * 4_000_001)
        expect(said(page)).to_have_text("This file is too large for a reading list (at most 4 MB).")
    papers: list[Any] = [None, 7, {"id": "../../evil"}, {"id": "a/b"}, {"id": 1}, {"title": "No id"}]
    hostile = "<img src=x onerror=alert(1)>"
    papers.append({"id": "wick", "title": hostile, "by": 7, "date": "soon", "note": "x" * 30_000})
    bring(page, json.dumps({**LIST, "papers": papers}))
    expect(said(page)).to_have_text(
        "1 paper added. 6 invalid entries skipped. "
        "This list was exported from another site; papers that are not in this survey have no page here."
    )
    expect(titles(page)).to_have_text([hostile])
    assert len(note(page, "").input_value()) == 20_000


def test_the_papers_are_taken_along(site: str, page: Page) -> None:
    mark(page, site, "wick", "sun-valve")
    page.goto(f"{site}reading/")
    note(page, "Trimming").fill("One.\n\nTwo.")
    page.get_by_role("checkbox", name="read: Trimming").check()
    assert taken(page, "Markdown") == (
        "# Reading list\n\n"
        f"- [x] [Trimming the Wick in O(log n) Nights]({site}papers/wick/), Ada Lampe, Bo Sternlicht, 2023-05-04\n\n"
        "  One.\n\n  Two.\n"
        f"- [ ] [A Sun Valve for \\*Unattended\\* Lights \\<b\\>& Buoys\\</b\\>]({site}papers/sun-valve/), "
        "Gustaf Dahlberg, 2022-11\n"
    )
    assert taken(page, "BibTeX").count("\n@") == 1
    assert len(json.loads(taken(page, "CSL-JSON"))) == 2


def test_papers_like_those_on_the_list_are_told_with_the_reason(site: str, page: Page) -> None:
    own = ("sun-valve", "wick", "fog-horns-that-listen-answering-ships-in-their-own-key")
    mark(page, site, *own)
    page.goto(f"{site}reading/")
    more = page.get_by_role("button", name="More like these")
    more.click()
    like = page.get_by_role("region", name="More like these")
    expect(like.get_by_role("heading")).to_be_focused()
    expect(said(page)).to_have_text("2 papers like these.")
    found = like.get_by_role("listitem")
    expect(found).to_have_count(2)
    expect(found.first.get_by_role("link")).to_have_text("What the Bell Wrote Down")
    expect(found.first).to_contain_text(re.compile("like: (A Sun Valve|Fog Horns) .*; (A Sun Valve|Fog Horns) "))
    expect(found.last).to_contain_text("like: Trimming the Wick")
    found.get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.go_back()
    expect(like).to_be_visible()
    expect(like.get_by_role("heading")).to_be_focused()
    page.keyboard.press("Escape")
    expect(like).to_be_hidden()
    expect(more).to_be_focused()
    expect(page).to_have_url(f"{site}reading/")
    more.click()
    expect(like).to_be_visible()
    page.go_back()
    expect(like).to_be_hidden()
    page.context.set_offline(True)
    more.click()  # the papers' pages were read
    expect(like).to_be_visible()
    page.context.set_offline(False)
