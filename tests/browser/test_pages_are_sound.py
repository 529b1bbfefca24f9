"""Pages are sound: axe-core finds nothing on any kind of page, the Nu HTML checker nothing on any page, and nothing
overflows a phone.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext

from conspectus.cache import Cache
from conspectus.pipeline import build, compile
from conspectus.project import Project

ROOT = Path(__file__).resolve().parents[2]
SURVEYS = {"made up": ROOT / "tests" / "survey", "this repository's": ROOT}

MODULES = Path(__file__).parent / "node_modules"
AXE = MODULES / "axe-core" / "axe.min.js"
NU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"

PASSED_THROUGH = {"redirect"}
"""Kinds of pages that nobody stays on."""

KINDS = sorted({path.stem for path in (ROOT / "templates" / "pages").glob("*.html")} - PASSED_THROUGH)
"""Every kind of page, by the name of its template."""

EXAMPLES = {
    "category": "topics/light/",
    "compare": "compare/?p=wick&p=sun-valve",
    "facet": "topics/",
    "paper": "papers/wick/",
    "search": "search/?q=lens",
}
"""The page to look at, where the first of its kind shows little."""

STATES = {
    "narrowed category": "topics/light/?fuel=-oil&code=no&table=-saved",
    "category of another facet": "fuel/acetylene/",
}
"""Pages of the same kinds that show something else."""

PAGES = (*KINDS, *STATES)


@cache
def addresses() -> dict[str, str]:
    """Where in the made-up survey's site a page of each kind stands, and each of the other states."""
    pages = compile(Project(SURVEYS["made up"]), Cache(None)).site.pages
    first = {Path(page.template).stem: page.url for page in reversed(pages) if page.path.endswith(".html")}
    return first | EXAMPLES | STATES


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


AXE_RUN = """
async () => {
  document.querySelectorAll("details").forEach((details) => { details.open = true; });
  const rules = {"target-size": {enabled: true}};
  return await axe.run(document, {resultTypes: ["violations"], rules});
}
"""
"""With everything unfolded, and the one rule of WCAG 2.2 AA that axe leaves out unless it is asked for."""


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_no_violation(kind: str, look: str, site: str, browser: Browser, missing: Missing) -> None:
    if not AXE.is_file():
        missing("axe-core is not installed: npm install --prefix tests/browser --no-package-lock")
    context = reader(browser, site, look)
    page = context.new_page()
    page.goto(site + addresses()[kind], wait_until="networkidle")
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate(AXE_RUN)["violations"]
    context.close()
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []


@pytest.mark.parametrize("kind", PAGES)
def test_nothing_is_wider_than_a_phone(kind: str, site: str, browser: Browser) -> None:
    context = reader(browser, site, "phone")
    page = context.new_page()
    page.goto(site + addresses()[kind], wait_until="networkidle")
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    context.close()
    assert wider <= 0


@pytest.mark.parametrize("survey", SURVEYS.values(), ids=SURVEYS.keys())
def test_the_nu_checker_finds_no_error_on_any_page(survey: Path, tmp_path: Path, missing: Missing) -> None:
    if not NU.is_file() or not shutil.which("java"):
        missing("the Nu HTML checker needs Java, and: npm install --prefix tests/browser --no-package-lock")
    build(Project(survey), Cache(None), tmp_path / "site", "https://keepers.example/lamps/", pagefind=False)
    pages = [str(path) for path in sorted((tmp_path / "site").rglob("*.html"))]
    assert pages
    command = ["java", "-jar", str(NU), "--errors-only", "--format", "json", "--exit-zero-always", *pages]
    told = subprocess.run(command, capture_output=True, check=True).stderr.decode()
    messages = json.loads(told)["messages"]
    assert [(message["url"].rpartition("/site/")[2], message["message"]) for message in messages] == []
