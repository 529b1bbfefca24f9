"""A search of a site that was built anew since a reader's browser kept some of its files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from browser.conftest import Quiet, Server
from browser.test_search import status
from conspectus.cache import Cache
from conspectus.pipeline import build
from conspectus.project import Project

pytestmark = pytest.mark.browser


class Patient(Quiet):
    """Has browsers keep files for ten minutes, as GitHub Pages does."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()


def test_who_reloads_the_page_searches_the_newest_site(
    survey: Project, edit: Callable[[str, str, str], None], tmp_path: Path, browser: Browser
) -> None:
    out = tmp_path / "site"
    build(survey, Cache(None), out, "https://keepers.example/")
    page = browser.new_page()
    found = page.locator(".search-results .card").first
    with Server(out, Patient) as address:
        page.goto(f"{address}search/?q=bell")
        expect(found).to_be_visible()
        edit("papers/records.yaml", "acetylene over a year", "acetylene and carbide over a year")
        build(survey, Cache(None), out, "https://keepers.example/")
        page.goto(f"{address}search/?q=acetylene")
        expect(status(page)).to_contain_text("Reload the page")
        page.reload()
        expect(found).to_contain_text("acetylene and carbide")
    page.close()
