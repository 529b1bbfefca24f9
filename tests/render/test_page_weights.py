"""What a page costs to read: one stylesheet, scripts that don't hold it up, and little of both."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from conspectus.cache import Cache
from conspectus.pipeline import compile
from conspectus.project import Project

SURVEY = Path(__file__).resolve().parents[1] / "survey"
MOST = 17_300
"""Bytes of our own scripts, and of styles, that a page may ask for, compressed."""

ENGINE = "search-index"
"""The script that finds papers; with what it needs it may take `MOST_TO_FIND` more. Pagefind's own engine is 118 kB."""

MOST_TO_FIND = 17_300

ASSET = re.compile(r"/assets/([\w.-]+\.(?:js|css))")
"""An asset's address, wherever on a page it stands: scripts that are loaded when they are needed count too."""


IMPORT = re.compile(r"""\b(?:from|import) ?["']\./([\w.-]+)["']""")
"""What a script needs to run; what it only loads when a reader reaches for it is `import(…)`, and counts for itself."""

LATER = re.compile(r"""import\(["']\./([\w.-]+)["']\)""")


def with_imports(name: str, outputs: dict[str, bytes]) -> set[str]:
    """An asset, and the scripts that are loaded with it."""
    text = outputs[f"assets/{name}"].decode() if name.endswith(".js") else ""
    return {name}.union(*(with_imports(other, outputs) for other in IMPORT.findall(text)))


def engine_of(outputs: dict[str, bytes]) -> set[str]:
    (path,) = (path for path in outputs if path.startswith(f"assets/{ENGINE}."))
    return with_imports(path.removeprefix("assets/"), outputs)


@pytest.fixture(scope="module")
def outputs() -> dict[str, bytes]:
    compiled = compile(Project(SURVEY), Cache(None))
    return {output.path: output.data for output in compiled.renderer.outputs(compiled.site)}


@pytest.fixture(scope="module")
def pages(outputs: dict[str, bytes]) -> dict[str, str]:
    return {path: data.decode() for path, data in outputs.items() if path.endswith(".html")}


@pytest.mark.parametrize("ending", [".js", ".css"])
def test_no_page_asks_for_more_than_its_limit(ending: str, pages: dict[str, str], outputs: dict[str, bytes]) -> None:
    weights = {path: len(gzip.compress(data, 9)) for path, data in outputs.items() if path.startswith("assets/")}
    engine = engine_of(outputs)
    assert sum(weights[f"assets/{name}"] for name in engine) <= MOST_TO_FIND
    heaviest = {}
    for path, text in pages.items():
        names = set().union(*(with_imports(found, outputs) for found in ASSET.findall(text))) - engine
        heaviest[path] = sum(weights[f"assets/{name}"] for name in names if name.endswith(ending))
    assert {path: weight for path, weight in heaviest.items() if weight > MOST} == {}


def test_what_is_loaded_later_has_a_limit_too(outputs: dict[str, bytes]) -> None:
    scripts = {path: data.decode() for path, data in outputs.items() if path.endswith(".js") and "assets/" in path}
    later = {name for text in scripts.values() for name in LATER.findall(text)}
    known = {"search-box", ENGINE, "lookup", "spelling", "export", "export-search", "like-these", "phrases"}
    known |= {"filters", "meanings", "unmet", "left-out", "respelling", "rewriting"}
    known |= {"search-said", "similar", "postings", "rare-first", "renewal"}
    assert {name.partition(".")[0] for name in later} == known
    engine = engine_of(outputs)
    for name in later:
        weight = sum(len(gzip.compress(outputs[f"assets/{one}"], 9)) for one in with_imports(name, outputs) - engine)
        assert weight <= 10_000, name


def test_a_page_is_seen_after_one_html_and_one_css_file(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        if 'http-equiv="refresh"' in text:
            continue  # a redirect shows nothing of its own
        assert text.count('rel="stylesheet"') == 1, path
        for script in re.findall(r"<script[^>]*>", text):
            assert 'type="module"' in script or "defer" in script or 'type="application/ld+json"' in script, path


def test_nothing_comes_from_another_host(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        for tag in re.findall(r"<(?:script|img|iframe|source|video|audio)\b[^>]*>|<link [^>]*stylesheet[^>]*>", text):
            assert "://" not in tag, path
