"""What strangers wrote runs nowhere: on no kind of page, in nothing that scripts make of it, even without the policy
that would stop it."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from conspectus.cache import Cache
from conspectus.pipeline import build
from conspectus.project import Project

pytestmark = pytest.mark.browser

SNARE = """<img src=snare onerror=alert(1)>"'><script>alert(2)</script>"""
PAGES = (
    "",
    "topics/a/",
    "topics/a/?topic=%3Cimg%20src=snare%3E&sort=%22%3E",
    "papers/p1/",
    "papers/",
    "overview/",
    "overview/gaps/",
    "authors/",
    "organisations/",
    "search/?q=img",
    "queries/q/",
    "new/",
    "reading/",
    "compare/?p=p1&p=p2&p=%3Cimg%20src=snare%3E",
)


def paper(number: int) -> dict[str, object]:
    """A made-up paper with the snare wherever text may stand."""
    return {
        "id": f"p{number}",
        "title": f"{number} {SNARE}",
        "authors": [SNARE, "Ann Keeper"],
        **dict.fromkeys(("organization", "venue", "summary", "abstract"), SNARE),
        "date": f"202{number}-01-01",
        "added": "2024-01-02",
        "keywords": [SNARE],
        "facts": {"gauge": SNARE},
        "place": {"topic": ["a" if number % 2 else "b"]},
    }


@pytest.fixture(scope="module")
def snared(tmp_path_factory: pytest.TempPathFactory, serve: type) -> Iterator[str]:
    """The address of a survey all of whose words are snares."""
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
            "categories": [{"id": id, "title": f"{id} {SNARE}", "about": SNARE} for id in "ab"],
        },
        "papers/all.yaml": [paper(number) for number in range(6)],
    }
    for name, value in files.items():
        file = folder / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(value), "utf-8")
    compiled = build(Project(folder), Cache(None), folder / "site", "https://keepers.example/")
    assert not compiled.report.fails(), compiled.report
    with serve(folder / "site") as address:
        yield address


def test_nothing_that_strangers_wrote_runs(snared: str, browser: Browser) -> None:
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    run: list[str] = []
    page.on("dialog", lambda dialog: (run.append(page.url), dialog.dismiss()))
    page.on("request", lambda request: run.append(request.url) if request.url.endswith("/snare") else None)
    for url in PAGES:
        page.goto(snared + url, wait_until="networkidle")
        for button in page.get_by_role("button", name="Save ").all()[:2]:
            if button.is_visible():
                button.click()
        link = page.locator("main a[href*='/papers/p']").first
        if link.count() and link.is_visible():
            link.hover()
            page.wait_for_timeout(300)  # for the card of the paper
        page.keyboard.press("Escape")
        page.keyboard.press("/")
        page.keyboard.type("img")
        page.wait_for_timeout(500)  # for what search finds
        assert page.locator("img[src=snare], main script:not([src])").count() == 0, url
    context.close()
    assert run == []
