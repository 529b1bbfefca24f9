"""Results taken along: exactly the selection, in files that other programs read back, and how it was found."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from urllib.parse import urlencode

import pytest
import rispy
from playwright.sync_api import Browser, Page, Route, expect
from pybtex.database import parse_string

pytestmark = pytest.mark.browser

SELECTION = "search/?q=lens&topic=light&fuel=-oil&sort=oldest"
KEYS = ["lampe2022lens", "an-electric-lens-carriage-on-ball-bearings"]
FOUND = "2 papers of 8 in “Lamps that mind themselves”"


def taken(page: Page, format: str) -> str:
    """What the button for a format downloads."""
    with page.expect_download() as download:
        page.locator(".take-along").get_by_role("button", name=format).click()
    expect(page.locator(".take-along").get_by_role("status")).to_contain_text("exported")
    path = Path(download.value.path())
    assert re.fullmatch(r"papers\.\w+", download.value.suggested_filename)
    return path.read_bytes().decode()


def searched(page: Page, address: str, papers: str) -> None:
    page.goto(address)
    expect(page.locator(".search-status")).to_contain_text(papers)


def test_bibtex_is_the_selection_in_its_order_under_a_comment(site: str, page: Page) -> None:
    searched(page, site + SELECTION, "2 papers")
    text = taken(page, "BibTeX")
    assert list(parse_string(text, "bibtex").entries) == KEYS
    comment = text.splitlines()[0]
    assert comment.startswith(f"@comment{{{FOUND}")
    assert "query “lens”" in comment
    assert "Topics: Making light" in comment
    assert "not Oil" in comment
    assert "oldest first" in comment
    assert SELECTION.replace("search/", "") in comment


def test_ris_says_with_each_record_how_it_was_found(site: str, page: Page) -> None:
    searched(page, site + SELECTION, "2 papers")
    records = rispy.loads(taken(page, "RIS"))
    assert [record["id"] for record in records] == KEYS
    assert all(note.startswith(FOUND) for record in records for note in record["notes"])


def test_csl_json_says_so_as_annotation(site: str, page: Page) -> None:
    searched(page, site + SELECTION, "2 papers")
    items = json.loads(taken(page, "CSL-JSON"))
    assert [item["id"] for item in items] == KEYS
    assert all(item["annote"].startswith(FOUND) for item in items)


def test_csv_says_so_in_a_last_column(site: str, page: Page) -> None:
    searched(page, site + SELECTION, "2 papers")
    rows = list(csv.DictReader(taken(page, "CSV").splitlines()))
    assert [row["key"] for row in rows] == KEYS
    assert all(row["found_by"].startswith(FOUND) for row in rows)
    assert list(rows[0])[-1] == "found_by"


def test_markdown_says_so_below_its_list(site: str, page: Page) -> None:
    searched(page, site + SELECTION, "2 papers")
    first, second, *rest = taken(page, "Markdown").strip().splitlines()
    assert first.startswith("- [A Stepped Fresnel Lens") and second.startswith("- An Electric Lens Carriage")
    assert rest[-1].startswith(FOUND)


def test_markdown_of_many_papers_comes_from_one_file(lamps: str, page: Page) -> None:
    # more than are fetched one by one
    page.route("**/assets/export.*.js", lambda route: route.fulfill(body=few(route), content_type="text/javascript"))
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    searched(page, f"{lamps.removesuffix('topics/lamps/')}search/?q=lamp&sort=oldest", "60 papers")
    lines = taken(page, "Markdown").splitlines()
    assert [line.split(" - ")[0].removeprefix("- ") for line in lines[:60]] == [
        f"Lamp {number + 1}" for number in range(60)
    ]
    assert not [url for url in loaded if "/cite." in url]


def few(route: Route) -> str:
    text = route.fetch().text()
    assert "const FEW = 100;" in text
    return text.replace("const FEW = 100;", "const FEW = 20;")


def test_an_offline_copy_has_entries_of_few_papers_too(site: str, browser: Browser) -> None:
    page = browser.new_page()
    searched(page, site + SELECTION, "2 papers")
    page.route("**/cite.md", lambda route: route.abort())
    first, second, *_ = taken(page, "Markdown").strip().splitlines()
    assert first.startswith("- [A Stepped Fresnel Lens") and second.startswith("- An Electric Lens Carriage")
    page.close()


def test_what_was_asked_for_breaks_no_file(site: str, page: Page) -> None:
    hostile = 'lens "}{@\\ ='
    searched(page, f"{site}search/?{urlencode({'q': hostile})}", "paper")
    texts = {format: taken(page, format) for format in ("BibTeX", "RIS", "CSL-JSON", "CSV")}
    keys = list(parse_string(texts["BibTeX"], "bibtex").entries)
    assert keys and texts["BibTeX"].startswith("@comment{")
    items = json.loads(texts["CSL-JSON"])
    rows = list(csv.DictReader(texts["CSV"].splitlines()))
    records = rispy.loads(texts["RIS"])
    for names in ([item["id"] for item in items], [row["key"] for row in rows], [one["id"] for one in records]):
        assert names == keys
    for note in (items[0]["annote"], rows[0]["found_by"], records[0]["notes"][0]):
        assert hostile in note


def test_without_a_query_all_papers_are_taken(site: str, page: Page) -> None:
    searched(page, f"{site}search/", "papers. Type")
    count = int(page.locator(".search-status").inner_text().split()[0])
    assert len(parse_string(taken(page, "BibTeX"), "bibtex").entries) == count


def test_what_an_identifier_finds_is_taken(site: str, page: Page) -> None:
    searched(page, f"{site}search/?q=arXiv:2305.99901", "1 paper")
    text = taken(page, "BibTeX")
    assert list(parse_string(text, "bibtex").entries) == ["sternlicht2305"]
    assert "arXiv ID “arXiv:2305.99901”" in text


@pytest.mark.parametrize("format", ["BibTeX", "RIS", "CSL-JSON"])
def test_from_a_large_survey_a_few_papers_are_fetched_one_by_one(format: str, site: str, page: Page) -> None:
    def large(route) -> None:  # type: ignore[no-untyped-def]
        said = route.fetch().json()
        route.fulfill(json={**said, "papers": 100_000})

    page.route("**/data/finder.json", large)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    searched(page, site + SELECTION, "2 papers")
    text = taken(page, format)
    assert "of 100,000" in text
    assert all(key in text for key in KEYS)
    assert [url for url in asked if "/cite." in url] and not [url for url in asked if "/data/papers." in url]


def test_how_it_was_found_can_be_copied(site: str, browser: Browser) -> None:
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    searched(page, site + SELECTION, "2 papers")
    page.get_by_role("button", name="Copy search description").click()
    expect(page.locator(".take-along").get_by_role("status")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    context.close()
    assert copied.startswith(FOUND) and copied.endswith("sort=oldest")
    assert "data as of 2024-07-10" in copied


def test_where_nothing_is_found_there_is_nothing_to_take(site: str, page: Page) -> None:
    searched(page, f"{site}search/?q=zeppelin", "No papers match")
    expect(page.locator(".take-along")).to_be_hidden()
