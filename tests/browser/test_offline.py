"""The whole survey is read and searched without a network, once a reader has asked for it; and removed again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def kept(page: Page, site: str) -> None:
    page.goto(f"{site}offline/")
    page.get_by_role("button", name="Download for offline use").click()
    expect(page.locator(".offline-state")).to_contain_text("Downloaded on")
    page.evaluate("navigator.serviceWorker.ready")


def test_nothing_is_kept_unless_it_is_asked_for(page: Page, site: str) -> None:
    page.goto(site)
    page.goto(f"{site}offline/")
    expect(page.locator(".offline-state")).to_have_text("Not downloaded to this device.")
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    assert page.evaluate("caches.keys()") == []


def test_every_page_and_the_search_are_there_without_a_network(page: Page, site: str) -> None:
    kept(page, site)
    page.context.set_offline(True)
    page.goto(site)
    page.get_by_role("link", name="Lenses").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Lenses")
    page.locator(".card-title a").first.click()
    expect(page.locator("article.paper")).to_be_visible()
    page.goto(f"{site}search/?q=arXiv:2402.99903")
    expect(page.locator(".found-exact")).to_be_visible()
    page.goto(f"{site}search/?q=wick")
    expect(page.locator(".search-results .card-title a").first).to_have_attribute("href", f"{path(site)}papers/wick/")


def test_what_changed_meanwhile_is_shown_where_there_is_a_network(page: Page, site: str) -> None:
    kept(page, site)
    page.evaluate(
        """async () => {
            const [name] = await caches.keys();
            const old = new Response("old", { headers: { "Content-Type": "text/html" } });
            await (await caches.open(name)).put(new URL("../topics/", location), old);
        }"""
    )
    page.goto(f"{site}topics/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.context.set_offline(True)
    page.goto(f"{site}topics/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_what_is_kept_can_be_removed(page: Page, site: str) -> None:
    kept(page, site)
    page.get_by_role("button", name="Remove offline copy").click()
    expect(page.locator(".offline-state")).to_have_text("Not downloaded to this device.")
    assert page.evaluate("caches.keys()") == []


def path(site: str) -> str:
    """The path part of the site's address."""
    return "/" + site.split("/", 3)[3]
