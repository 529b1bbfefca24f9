"""An export that only EXPORTS knows, as a reader uses it: of what was found, narrowed down, compared, and chosen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

import made_up_export as log
from conspectus import exports
from conspectus.cache import Cache
from conspectus.pipeline import build
from conspectus.project import Project

pytestmark = pytest.mark.browser

SURVEY = Path(__file__).resolve().parents[1] / "survey"
LENS = "<lampe2022lens> A Stepped Fresnel Lens of Rügen Glass"
WICK = "<sternlicht2305> Trimming the Wick in O(log n) Nights"


@pytest.fixture(scope="module")
def logged(tmp_path_factory: pytest.TempPathFactory, serve) -> Iterator[str]:  # type: ignore[no-untyped-def]
    """The address of the made-up survey's site with one export more."""
    out = tmp_path_factory.mktemp("logged")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(exports, "EXPORTS", (*exports.EXPORTS, log))
        build(Project(SURVEY), Cache(None), out, "https://keepers.example/")
    with serve(out) as address:
        yield address


def saved(page: Page, button: Locator) -> str:
    with page.expect_download() as download:
        button.click()
    assert download.value.suggested_filename == "papers.log"
    return Path(download.value.path()).read_text("utf-8")


def test_of_what_was_found(logged: str, page: Page) -> None:
    page.goto(f"{logged}search/?q=lens&sort=oldest&topic=lenses")
    text = saved(page, page.locator(".take-along").get_by_role("button", name=log.NAME))
    head, first, between, second, end = text.splitlines()
    assert head.startswith("LOG, 2 papers of 8 in 'Lamps that mind themselves'")
    assert first == f"{LENS}." and second.startswith("<an-electric-lens") and [between, end] == ["-", "END"]


def test_of_a_list_that_was_narrowed_down(logged: str, page: Page) -> None:
    page.goto(f"{logged}topics/light/?year=2022")
    expect(page.locator(".narrowed-status")).to_contain_text("1 of 4 papers")
    text = saved(page, page.locator(".take-along").get_by_role("link", name=log.NAME))
    assert text.startswith("LOG, 1 paper of 8") and text.endswith(f"\n{LENS}.\nEND\n")


def test_of_papers_side_by_side(logged: str, page: Page) -> None:
    page.goto(f"{logged}compare/?p=wick&p=10-99999-lens-2022")
    text = saved(page, page.locator(".compare-files").get_by_role("button", name=log.NAME))
    assert text == f"LOG\n{WICK}.\n-\n{LENS}.\nEND\n"


def test_of_the_reading_list_without_papers_that_are_gone(logged: str, page: Page) -> None:
    page.goto(f"{logged}reading/")
    page.evaluate(
        """localStorage.setItem("conspectus / marks", JSON.stringify([{ id: "wick", by: "A", date: "2023" },
            { id: "gone", by: "B", date: "2020" }]))"""
    )
    page.reload()
    text = saved(page, page.locator(".reading-take").get_by_role("button", name=log.NAME))
    assert text == f"LOG\n{WICK}.\nEND\n"
