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
MOST = 15_000
"""Bytes of our own scripts, and of styles, that a page may ask for, compressed."""

ASSET = re.compile(r"/assets/([\w.-]+\.(?:js|css))")
"""An asset's address, wherever on a page it stands: scripts that are loaded when they are needed count too."""


@pytest.fixture(scope="module")
def outputs() -> dict[str, bytes]:
    compiled = compile(Project(SURVEY), Cache(None))
    return {output.path: output.data for output in compiled.renderer.outputs(compiled.site)}


@pytest.fixture(scope="module")
def pages(outputs: dict[str, bytes]) -> dict[str, str]:
    return {path: data.decode() for path, data in outputs.items() if path.endswith(".html")}


@pytest.mark.parametrize("ending", [".js", ".css"])
def test_no_page_asks_for_more_than_15_kb(ending: str, pages: dict[str, str], outputs: dict[str, bytes]) -> None:
    weights = {path: len(gzip.compress(data, 9)) for path, data in outputs.items() if path.startswith("assets/")}
    heaviest = {
        path: sum(weights[f"assets/{name}"] for name in set(ASSET.findall(text)) if name.endswith(ending))
        for path, text in pages.items()
    }
    assert {path: weight for path, weight in heaviest.items() if weight > MOST} == {}


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
