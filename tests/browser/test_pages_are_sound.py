"""Every kind of page is sound: axe-core and the Nu HTML checker find nothing, and nothing overflows a phone."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext

MODULES = Path(__file__).parent / "node_modules"
AXE = MODULES / "axe-core" / "axe.min.js"
NU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"

KINDS = {
    "home": "",
    "facet": "topics/",
    "category": "topics/light/",
    "narrowed category": "topics/light/?fuel=-oil&code=no&table=-saved",
    "overview": "overview/",
    "gaps": "overview/gaps/",
    "other facet's category": "fuel/acetylene/",
    "paper": "papers/wick/",
    "all papers": "papers/",
    "timeline": "overview/timeline/",
    "what's new": "new/",
    "search": "search/?q=lens",
    "prose": "pages/about/",
    "comparison": "compare/?p=wick&p=sun-valve",
    "reading list": "reading/",
    "work list": "worklist/",
    "not found": "404.html",
}
MARKED = [{"id": "wick", "title": "Trimming the Wick", "note": "Halving.", "read": True}, {"id": "bell-log"}]
"""What the reader of these pages has marked: the reading list and the corner show it."""

LOOKS = {
    "light": {"color_scheme": "light", "viewport": {"width": 1280, "height": 900}},
    "dark": {"color_scheme": "dark", "viewport": {"width": 1280, "height": 900}},
    "phone": {"color_scheme": "light", "viewport": {"width": 390, "height": 844}, "is_mobile": True},
}

pytestmark = pytest.mark.browser
Missing = Callable[[str], None]


def reader(browser: Browser, site: str, look: str) -> BrowserContext:
    """A browser that has marks on this site."""
    context = browser.new_context(**LOOKS[look])
    key = json.dumps(f"conspectus {urlsplit(site).path} marks")
    context.add_init_script(f"localStorage.setItem({key}, {json.dumps(json.dumps(MARKED))})")
    return context


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_no_violation(kind: str, look: str, site: str, browser: Browser, missing: Missing) -> None:
    if not AXE.is_file():
        missing("axe-core is not installed: npm install --prefix tests/browser --no-package-lock")
    context = reader(browser, site, look)
    page = context.new_page()
    page.goto(site + KINDS[kind], wait_until="networkidle")
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    context.close()
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_wider_than_a_phone(kind: str, site: str, browser: Browser) -> None:
    context = reader(browser, site, "phone")
    page = context.new_page()
    page.goto(site + KINDS[kind], wait_until="networkidle")
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    context.close()
    assert wider <= 0


def test_the_nu_checker_finds_no_error(built: Path, missing: Missing) -> None:
    if not NU.is_file() or not shutil.which("java"):
        missing("the Nu HTML checker needs Java, and: npm install --prefix tests/browser --no-package-lock")
    pages = [str(path) for path in sorted(built.rglob("*.html")) if "pagefind" not in path.parts]
    command = ["java", "-jar", str(NU), "--errors-only", "--format", "json", "--exit-zero-always", *pages]
    told = subprocess.run(command, capture_output=True, check=True).stderr.decode()
    messages = json.loads(told)["messages"]
    assert [(message["url"].rpartition("/site/")[2], message["message"]) for message in messages] == []
