"""A search of a site that was built anew since a reader's browser kept some of its files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from browser.conftest import Quiet, Server
from conspectus.cache import Cache
from conspectus.pipeline import build
from conspectus.project import Project

pytestmark = pytest.mark.browser


class Patient(Quiet):
    """Has browsers keep files for ten minutes, as GitHub Pages does."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()


@pytest.mark.parametrize("pagefind", [True, False])
def test_who_comes_back_after_a_deployment_searches_the_newest_site(
    pagefind: bool, survey: Project, tmp_path: Path, browser: Browser
) -> None:
    """Though the numbers of papers are others, and files of all that Pagefind stores."""
    out = tmp_path / "site"
    build(survey, Cache(None), out, "https://keepers.example/", pagefind=pagefind)
    for file in out.rglob("*"):
        os.utime(file, (0, 0))  # the server tells versions of a file apart by whole seconds
    page = browser.new_page()
    found = page.locator(".search-results .card")
    with Server(out, Patient) as address:
        page.goto(f"{address}search/?q=bell")
        expect(found.first).to_contain_text("Bell")
        (survey.papers / "older.yaml").write_text("- title: A Bell Before All Others\n  date: 1899\n", "utf-8")
        build(survey, Cache(None), out, "https://keepers.example/", pagefind=pagefind)
        page.goto(f"{address}search/?q=acetylene")
        expect(found).to_have_count(1)
        expect(found).to_contain_text("acetylene")
        page.goto(f"{address}search/?q=before+all")
        expect(found).to_contain_text("A Bell Before All Others")
    page.close()


def test_a_page_that_stays_open_over_a_deployment_searches_the_newest_site(
    survey: Project, tmp_path: Path, browser: Browser
) -> None:
    """After some minutes: results and what words say would be of two builds, whose papers have other numbers."""
    out = tmp_path / "site"
    build(survey, Cache(None), out, "https://keepers.example/", pagefind=False)
    for file in out.rglob("*"):
        os.utime(file, (0, 0))
    page = browser.new_page()
    page.clock.install()
    found = page.locator(".search-results .card")
    with Server(out, Patient) as address:
        page.goto(f"{address}search/?q=bell")
        page.clock.run_for(2000)
        expect(found.first).to_contain_text("Bell")
        (survey.papers / "older.yaml").write_text("- title: A Bell Before All Others\n  date: 1899\n", "utf-8")
        build(survey, Cache(None), out, "https://keepers.example/", pagefind=False)
        page.clock.fast_forward("06:00")
        for query, title in {"acetylene": "acetylene", "before all": "A Bell Before All Others"}.items():
            page.get_by_role("searchbox").fill(query)
            page.clock.run_for(2000)
            expect(found).to_have_count(1)
            expect(found).to_contain_text(title)
    page.close()
