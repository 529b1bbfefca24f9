"""A page that somebody points at is fetched ahead of the click, once, and only from this site."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def test_pointing_at_a_link_fetches_its_page_once(page: Page, site: str) -> None:
    page.goto(site)
    ahead: list[str] = []
    page.on("request", lambda request: ahead.append(request.url) if "/overview/" in request.url else None)
    link = page.locator("header a[href$='overview/']")
    with page.expect_request(lambda request: request.url.endswith("/overview/")):
        link.hover()
    page.locator("main h2").first.hover()
    link.hover()
    page.wait_for_timeout(200)
    assert ahead == [f"{site}overview/"]
    assert page.locator(f"head link[rel=prefetch][href='{site}overview/']").count() == 1
