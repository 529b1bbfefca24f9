"""A page that somebody points at is fetched ahead of the click, once, and only from this site."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def test_pointing_at_a_link_fetches_its_page_once(page: Page, site: str) -> None:
    page.goto(site)
    ahead: list[str] = []
    page.on("request", lambda request: ahead.append(request.url) if "/topics/light/" in request.url else None)
    link = page.locator("main a[href$='topics/light/']").first
    with page.expect_request(lambda request: request.url.endswith("/topics/light/")):
        link.hover()
    page.mouse.move(0, 0)
    link.hover()
    page.wait_for_timeout(200)
    assert ahead == [f"{site}topics/light/"]
    assert page.locator("head link[rel=prefetch]").count() == 1
