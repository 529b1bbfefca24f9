"""A new kind of page is a module, a template and a line in KINDS: tried in a copy of the generator."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]

MODULE = '''
"""Lamplighters: made up, a page for each facet."""

from functools import partial

from conspectus.model.site import Kind, NavItem, Page
from conspectus.pages.views import Head

KIND = Kind("lighter", ("lighters/{facet}/",), indexed=True, in_sitemap=True)


def nav(survey):
    yield NavItem("Lighters", "lighters/topic/")


def pages(shelf):
    for facet in shelf.survey.taxonomy.facets:
        head = partial(Head, f"Lighters of {facet.title}")
        yield Page(f"lighters/{facet.id}/", KIND, "pages/lighters.html", partial(dict, head=head()), facet)
'''

TEMPLATE = """{% extends "layouts/base.html" %}
{% block main_attributes %} data-pagefind-body{% endblock %}
{% block content %}<h1>{{ page.head.title }}</h1>{% endblock %}
"""

TRIED = """
import json, sys
from pathlib import Path
from conspectus.cache import Cache
from conspectus.changes.comparing import compare
from conspectus.pipeline import build, compile
from conspectus.preview.page_sources import page_sources
from conspectus.project import Project

root = Path(sys.argv[1])
before = build(Project(root), Cache(None), root / "site")
page = before.site.page("lighters/fuel/")
names = json.loads((root / "site/pagefind/papers.json").read_text())
fuel = root / "content/taxonomy/fuel.yaml"
fuel.write_text(fuel.read_text().replace("facet: fuel", "facet: lighters"))
after = compile(Project(root), Cache(None))
print(json.dumps({
    "html": (root / "site/lighters/fuel/index.html").read_text(),
    "sitemap": (root / "site/sitemap.xml").read_text(),
    "found": sorted(names.values()),
    "places": [place["title"] for place in before.site.page("data/finder.json").view.document["places"]],
    "sources": [source.span.file for source in page_sources(before.survey, page.subject)],
    "mistakes": [diagnostic.message for diagnostic in after.report.diagnostics],
    "gone": [gone.url for gone in compare(before, after).gone],
}))
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the parts of a generator that has one more kind of page say of it."""
    folder = tmp_path_factory.mktemp("copy")
    for name in ("generator", "templates"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "tests" / "survey", folder / "survey")
    pages = folder / "generator" / "conspectus" / "pages"
    (pages / "lighters.py").write_text(MODULE, "utf-8")
    (folder / "templates" / "pages" / "lighters.html").write_text(TEMPLATE, "utf-8")
    kinds = (pages / "__init__.py").read_text("utf-8")
    kinds = kinds.replace("    home,\n", "    home,\n    lighters,\n")  # where it is imported, and in KINDS
    (pages / "__init__.py").write_text(kinds, "utf-8")
    command = [sys.executable, "-c", TRIED, str(folder / "survey")]
    environment = {**os.environ, "PYTHONPATH": str(folder / "generator")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    return found


def test_its_pages_are_published_and_lead_to_one_another(told: dict[str, Any]) -> None:
    assert "<h1>Lighters of Fuel</h1>" in told["html"]
    assert '<a href="/lamps/lighters/topic/">Lighters</a>' in told["html"]
    assert "Lighters" in told["places"]


def test_the_sitemap_and_the_search_have_them(told: dict[str, Any]) -> None:
    assert "https://keepers.example/lamps/lighters/fuel/" in told["sitemap"]
    assert {"fuel", "wick"} <= set(told["found"])


def test_the_preview_knows_what_they_are_made_from(told: dict[str, Any]) -> None:
    assert told["sources"] == ["content/taxonomy/fuel.yaml"]


def test_no_facet_can_take_their_place(told: dict[str, Any]) -> None:
    assert "the site's own page stands at `lighters`" in told["mistakes"]


def test_a_comparison_knows_which_are_gone(told: dict[str, Any]) -> None:
    assert "lighters/fuel/" in told["gone"]
