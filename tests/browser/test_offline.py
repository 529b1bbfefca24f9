"""The whole survey is read and searched without a network, once a reader has asked for it; and removed again."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

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


def test_no_file_of_a_download_comes_from_an_earlier_visit(page: Page, site: str) -> None:
    page.goto(f"{site}offline/")
    asked = []
    page.on("request", lambda request: asked.append(request))
    kept(page, site)
    files = [request for request in asked if request.resource_type == "fetch"]
    assert [file.url for file in files if file.url.endswith((".json", ".pf_fragment"))]
    assert [file.url for file in files if "conspectus-download" not in file.headers] == []


def test_what_is_kept_can_be_removed(page: Page, site: str) -> None:
    kept(page, site)
    page.get_by_role("button", name="Remove offline copy").click()
    expect(page.locator(".offline-state")).to_have_text("Not downloaded to this device.")
    assert page.evaluate("caches.keys()") == []


def test_what_search_reads_stays_together_and_pages_get_their_new_styles(page: Page, site: str) -> None:
    kept(page, site)
    page.evaluate(
        """async () => {
            const cache = await caches.open((await caches.keys())[0]);
            await cache.put(new URL("../data/search.json", location), new Response("of then"));
            await cache.delete(document.querySelector("link[rel=stylesheet]").href);
        }"""
    )
    page.goto(f"{site}search/?q=wick")
    expect(page.locator(".search-results .card").first).to_be_visible()
    stored = """async () => {
        const cache = await caches.open((await caches.keys())[0]);
        const style = await cache.match(document.querySelector("link[rel=stylesheet]").href);
        return [await (await cache.match(new URL("../data/search.json", location))).text(), Boolean(style)];
    }"""
    assert page.evaluate(stored) == ["of then", True]


def test_an_update_that_fails_leaves_what_search_reads_as_it_was(site: str, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    kept(page, site)
    page.evaluate(
        """async () => {
            const cache = await caches.open((await caches.keys())[0]);
            await cache.put(new URL("../data/search.json", location), new Response("of then"));
        }"""
    )
    held: list[Route] = []
    context.route("**/data/finder.json", lambda route: held.append(route))
    with page.expect_event("requestfinished", lambda request: request.url.endswith("/data/search.json")):
        page.get_by_role("button", name="Update offline copy").click()
    page.wait_for_function(
        "() => Number(document.querySelector('progress').value) + 1 === document.querySelector('progress').max"
    )
    held[0].fulfill(status=500)
    expect(page.locator(".offline-state")).to_contain_text("Download failed")
    of_search = """async () => {
        const names = await caches.keys();
        const reply = await (await caches.open(names[0])).match(new URL("../data/search.json", location));
        return [names.length, await reply.text()];
    }"""
    assert page.evaluate(of_search) == [1, "of then"]
    context.unroute("**/data/finder.json")
    page.get_by_role("button", name="Update offline copy").click()
    expect(page.locator(".offline-state")).to_contain_text("Downloaded on")
    count, text = page.evaluate(of_search)
    assert count == 1 and text != "of then"
    context.close()


def test_as_many_files_as_a_browser_names_no_more_are_kept_and_cleared_away(page: Page, site: str) -> None:
    # Chromium refuses from some 30,000 on, which a survey of 10,000 papers has.
    page.add_init_script("Cache.prototype.keys = () => Promise.reject(new Error('Operation too large.'))")
    kept(page, site)
    page.evaluate(
        """async () => {
            const cache = await caches.open((await caches.keys())[0]), list = new URL("files.json", location);
            const gone = new URL("../papers/gone/", location).href;
            await cache.put(gone, new Response("gone"));
            await cache.put(list, new Response(JSON.stringify([...(await (await cache.match(list)).json()), gone])));
        }"""
    )
    page.get_by_role("button", name="Update offline copy").click()
    expect(page.locator("progress")).to_be_hidden()
    expect(page.locator(".offline-state")).to_contain_text("Downloaded on")
    gone = "caches.match(new URL('../papers/gone/', location)).then((found) => found === undefined)"
    assert page.evaluate(gone)


def test_what_search_reads_is_of_the_edition_that_is_asked_for_or_missing(site: str, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    kept(page, site)
    page.reload()  # so that the worker answers for it
    edition = page.evaluate("fetch('../data/search.json').then((reply) => reply.json()).then((said) => said.edition)")
    context.set_offline(True)
    asked = "(edition) => fetch(`../data/words/0.json?${edition}`).then((reply) => reply.ok, () => false)"
    assert page.evaluate(asked, edition) and not page.evaluate(asked, "0a1b2c3d")
    context.close()


def test_all_fonts_are_kept_also_those_that_no_page_has_shown(page: Page, site: str) -> None:
    kept(page, site)
    fonts = """caches.keys().then(([name]) => caches.open(name)).then((cache) => cache.keys())
        .then((files) => files.filter(({ url }) => url.endsWith(".woff2")).length)"""
    there = Path(__file__).resolve().parents[2] / "templates" / "assets" / "fonts"
    assert page.evaluate(fonts) == len([*there.glob("*.woff2")])


def test_the_size_is_that_of_all_files(page: Page, site: str) -> None:
    kept(page, site)
    told, stored = page.evaluate(
        """async () => {
            const [name] = await caches.keys(), cache = await caches.open(name);
            const files = (await cache.keys()).filter(({ url }) => !url.endsWith("/offline/files.json"));
            const sizes = files.map(async (file) => (await (await cache.match(file)).arrayBuffer()).byteLength);
            const { bytes } = JSON.parse(localStorage.getItem(name));
            return [bytes, (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)];
        }"""
    )
    assert told == stored


def test_what_there_is_to_download_is_soon_known(page: Page, site: str) -> None:
    page.add_init_script(
        """addEventListener("DOMContentLoaded", () => {
            const bar = document.querySelector("progress"), seen = (window.seen = []);
            const told = () => bar.max > 1 && seen.push([bar.value, bar.max]);
            new MutationObserver(told).observe(bar, { attributes: true });
        })"""
    )
    kept(page, site)
    seen = page.evaluate("seen")
    total = seen[-1][1]
    known = next(known for done, known in seen if done > total / 2)
    assert known > 0.8 * total  # else progress would go back


def test_a_line_that_fails_and_a_dead_link_do_not_end_a_download(site: str, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    failed: list[str] = []

    def failing(route: Route) -> None:
        if failed:
            route.continue_()
        else:
            failed.append(route.request.url)
            route.abort()

    page.route("**/papers/bell-log/", failing)
    page.route("**/papers/wick/", lambda route: route.fulfill(status=404))
    kept(page, site)
    assert failed
    there = "(id) => caches.match(new URL(`../papers/${id}/`, location)).then(Boolean)"
    assert page.evaluate(there, "bell-log")
    assert not page.evaluate(there, "wick")
    context.close()


def test_a_download_that_fails_leaves_nothing_behind(site: str, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/data/search.json", lambda route: route.fulfill(status=500))
    page.goto(f"{site}offline/")
    page.get_by_role("button", name="Download for offline use").click()
    expect(page.locator(".offline-state")).to_contain_text("Download failed")
    assert page.evaluate("caches.keys()") == []
    context.close()


def test_what_an_interrupted_download_left_is_said_and_can_be_removed(page: Page, site: str) -> None:
    page.goto(f"{site}offline/")
    page.evaluate("caches.open(`conspectus ${new URL('..', location)}`)")
    page.reload()
    expect(page.locator(".offline-state")).to_have_text("The download was not completed.")
    page.get_by_role("button", name="Remove offline copy").click()
    expect(page.locator(".offline-state")).to_have_text("Not downloaded to this device.")
    assert page.evaluate("caches.keys()") == []


def path(site: str) -> str:
    """The path part of the site's address."""
    return "/" + site.split("/", 3)[3]
