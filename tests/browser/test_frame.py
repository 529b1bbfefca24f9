"""What stands around every page: its parts are found on a phone too."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser


def test_a_phone_shows_every_way_through_the_survey(site: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, is_mobile=True)
    page = context.new_page()
    page.goto(site)
    page.evaluate(
        """() => {
          const [facets] = document.querySelectorAll(".masthead nav ul");
          for (let more = 0; more < 5; more++) facets.append(facets.firstElementChild.cloneNode(true));
        }"""
    )
    for name in ("Topics", "Explore", "All papers", "What’s new"):
        expect(page.locator(".masthead nav").get_by_role("link", name=name).first).to_be_in_viewport(ratio=1)
    context.close()
