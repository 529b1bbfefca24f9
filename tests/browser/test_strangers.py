"""What strangers wrote runs nowhere: on no kind of page, in nothing that scripts make of it, even without the policy
that would stop it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from conspectus.cache import Cache
from conspectus.pipeline import build
from conspectus.project import Project

pytestmark = pytest.mark.browser

SNARE = """<img src=snare onerror=alert(1)>"'></title></script><script>__hacked=1</script><svg onload=__hacked=1>"""
LINKED = f"[a](javascript:__hacked=1) ![b](https://elsewhere.example/snare) <https://a.example/{quote(SNARE)}> {SNARE}"
"""Markdown with it."""

ASKED = quote(SNARE)
PRESSED = (
    "",
    "topics/a/?topic=%3Cimg%20src=snare%3E&sort=%22%3E",
    "papers/p1/",
    "search/?q=img",
    "reading/",
    "compare/?p=p1&p=p2&p=%3Cimg%20src=snare%3E",
)
"""Pages on which papers are saved, their cards shown and the finder opened."""


TEXTS = ("organization", "venue", "abstract", "subject", "volume", "issue", "pages", "publisher")

TRANSLATED = ("Search", "Papers", "Authors", "Overview", "Save", "Compare", "Timeline", "New", "Cite", "Export")
"""UI strings that a translation of the survey's own puts snares into."""

ASKED_FOR = (
    f"search/?q={ASKED}",
    f"search/?q=img&topic={ASKED}&sort={ASKED}&author={ASKED}&year={ASKED}#{ASKED}",
    f"compare/?p={ASKED}&p=p1&only={ASKED}&only=differences#{ASKED}",
    "compare/?p=javascript:__hacked=1&p=../papers/p1&p=%00",
    f"topics/a/?topic={ASKED}&q={ASKED}&sort={ASKED}&code={ASKED}#{ASKED}",
    f"overview/?topic={ASKED}#{ASKED}",
)


def paper(number: int) -> dict[str, object]:
    """A made-up paper with the snare wherever text may stand."""
    return {
        "id": f"p{number}",
        "title": f"{number} {SNARE}",
        "authors": [SNARE, "Ann Keeper"],
        **dict.fromkeys(TEXTS, SNARE),
        "summary": LINKED,
        "urls": [{"code": f"https://a.example/{ASKED}"}],
        "date": f"202{number}-01-01",
        "added": "2024-01-02",
        "keywords": [SNARE],
        "facts": {"gauge": SNARE},
        "place": {"topic": ["a" if number % 2 else "b"]},
    }


class Snared(NamedTuple):
    """The site of a survey all of whose words are snares: where it is served, and its pages of every kind."""

    address: str
    pages: tuple[str, ...]


@pytest.fixture(scope="module")
def snared(tmp_path_factory: pytest.TempPathFactory, serve: type) -> Iterator[Snared]:
    folder = tmp_path_factory.mktemp("snared")
    files: dict[str, object] = {
        "survey.yaml": {
            **dict.fromkeys(("title", "tagline", "author"), SNARE),
            "columns": {"gauge": {"title": SNARE}},
            "tables": {"a": ["gauge"]},
            "queries": {"q": {"title": SNARE, "match": {"any": ["img"]}}},
        },
        "taxonomy/topic.yaml": {
            "facet": "topic",
            "title": SNARE,
            "categories": [{"id": id, "title": f"{id} {SNARE}", "about": LINKED} for id in "ab"],
        },
        "papers/all.yaml": [paper(number) for number in range(6)],
    }
    texts = {name: json.dumps(value) for name, value in files.items()}
    texts |= {
        "notes/p1.md": f"# {SNARE}\n\n{LINKED}\n",
        "pages/about.md": f"# {SNARE}\n\n{LINKED}\n",
        "locale/en.po": "".join(
            f"msgid {json.dumps(word)}\nmsgstr {json.dumps(word + SNARE)}\n\n" for word in TRANSLATED
        ),
    }
    for name, text in texts.items():
        file = folder / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    compiled = build(Project(folder), Cache(None), folder / "site", "https://keepers.example/")
    assert not compiled.report.fails(), compiled.report
    with serve(folder / "site") as address:
        yield Snared(address, tuple(_pages(folder / "site")))


def _pages(site: Path) -> Iterator[str]:
    """All pages but those of papers and of the search engine, of which one is like the other."""
    for file in sorted(site.rglob("*.html")):
        name = file.relative_to(site).as_posix()
        if not name.startswith(("papers/p", "pagefind/")) or name.startswith("papers/p1"):
            yield name.removesuffix("index.html")


class Watched(NamedTuple):
    """A page without the policy, and what ran on it or was asked for that should not be."""

    page: Page
    seen: list[str]

    @classmethod
    def of(cls, context: BrowserContext, address: str) -> Watched:
        page, seen = context.new_page(), list[str]()
        page.on("dialog", lambda dialog: (seen.append(f"a dialog at {page.url}"), dialog.dismiss()))

        def asked(url: str) -> None:
            if url.endswith("/snare") or not url.startswith((address, "blob:", "data:")):
                seen.append(url)

        context.on("request", lambda request: asked(request.url))
        return cls(page, seen)

    def check(self) -> None:
        """Nothing ran on the page that is shown."""
        url = self.page.url
        assert self.page.evaluate("window.__hacked") is None, url
        assert self.page.locator("img[src$=snare], main script:not([src]), a[href^=javascript]").count() == 0, url
        assert self.page.locator("[onerror], [onload], svg[onload]").count() == 0, url
        assert self.seen == [], url


def test_nothing_that_strangers_wrote_runs(snared: Snared, browser: Browser) -> None:
    context = browser.new_context(bypass_csp=True)
    watched = Watched.of(context, snared.address)
    page = watched.page
    for url in PRESSED:
        page.goto(snared.address + url, wait_until="networkidle")
        for button in page.get_by_role("button", name="Save ").all()[:2]:
            if button.is_visible():
                button.dispatch_event("click")  # words that long cover others
        link = page.locator("main a[href*='/papers/p']").first
        if link.count() and link.is_visible():
            link.hover()
            page.wait_for_timeout(300)  # for the card of the paper
        page.keyboard.press("Escape")
        page.keyboard.press("/")
        page.keyboard.type("img")
        page.wait_for_timeout(500)  # for what search finds
        watched.check()
    context.close()


def test_no_page_of_any_kind_runs_it(snared: Snared, browser: Browser) -> None:
    context = browser.new_context(bypass_csp=True)
    watched = Watched.of(context, snared.address)
    for url in snared.pages:
        watched.page.goto(snared.address + url, wait_until="load")
        watched.page.wait_for_timeout(50)  # for scripts that fill the page
        watched.check()
    assert len(snared.pages) > 15
    context.close()


def test_no_address_runs_what_it_asks_for(snared: Snared, browser: Browser) -> None:
    context = browser.new_context(bypass_csp=True)
    watched = Watched.of(context, snared.address)
    for url in ASKED_FOR:
        watched.page.goto(snared.address + url, wait_until="networkidle")
        watched.check()
    watched.page.keyboard.press("/")
    watched.page.keyboard.type(SNARE[:40])
    watched.page.wait_for_timeout(500)  # for what search finds
    watched.check()
    context.close()
