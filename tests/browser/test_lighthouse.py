"""Lighthouse on this repository's survey as GitHub Pages would serve it: mobile setting, compressed, with its search.

Accessibility, best practices and SEO are counts of what is there, and have to be perfect. Performance is measured, on a
machine that may be busy: the best of at most three runs counts, so that a slow moment fails nobody. A page that is slow
now and then would pass; one that has become slow does not.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from conspectus.cache import Cache
from conspectus.pipeline import build
from conspectus.project import Project

pytestmark = [pytest.mark.browser, pytest.mark.alone]

ROOT = Path(__file__).resolve().parents[2]
LIGHTHOUSE = Path(__file__).parent / "node_modules" / "lighthouse" / "cli" / "index.js"

PAGES = {
    "home": "",
    "category": "topics/vlm-efficiency/",
    "paper": "papers/snapkv/",
    "search": "search/?q=token+pruning",
}
PERFECT = ("accessibility", "best-practices", "seo")
FAST = {"home": 95, "category": 95, "paper": 95, "search": 90}
"""The least score in performance, of 100. A search loads and reads the words of all papers before it can show any;
it has 95 where nothing else runs."""

RUNS = 8
"""How often a page is tried at most: what else the machine does can only make it slower, so the best run counts."""

TEXT = (".html", ".css", ".js", ".json", ".svg", ".xml")


class Compressing(SimpleHTTPRequestHandler):
    """Serves text compressed and lets everything be kept for ten minutes, as GitHub Pages does."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        data = path.read_bytes()
        self.send_response(200)
        if path.suffix in TEXT and "gzip" in self.headers.get("Accept-Encoding", ""):
            data = gzip.compress(data, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(data)


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory, serve: Any) -> Iterator[str]:
    """The address of this repository's survey, search index and all."""
    folder = tmp_path_factory.mktemp("lighthouse")
    with serve(folder, Compressing) as address:
        compiled = build(Project(ROOT), Cache(None), folder / "site", f"{address}site/")
        assert not compiled.report.fails(), compiled.report
        yield f"{address}site/"


def scores(address: str, chromium: str, folder: Path) -> tuple[dict[str, int], list[str]]:
    """The scores of a page by category, of 100, and what cost it points."""
    out = folder / "report.json"
    flags = "--headless=new --disable-gpu" + (" --no-sandbox" if hasattr(os, "geteuid") and os.geteuid() == 0 else "")
    command = [
        *("node", str(LIGHTHOUSE), address, "--quiet", "--output=json", f"--output-path={out}"),
        *(f"--only-categories={','.join((*PERFECT, 'performance'))}", f"--chrome-flags={flags}"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180, env={**os.environ, "CHROME_PATH": chromium})
    report = json.loads(out.read_text("utf-8"))
    found = {name: round(100 * (part["score"] or 0)) for name, part in report["categories"].items()}
    weighed = {ref["id"] for part in report["categories"].values() for ref in part["auditRefs"] if ref["weight"]}
    lost = [
        f"{audit['id']}: {audit['title']} {audit.get('displayValue', '')}"
        for audit in report["audits"].values()
        if audit["id"] in weighed and audit["score"] is not None and audit["score"] < 1
    ]
    return found, lost


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_sound_and_fast(
    page: str, survey: str, chromium: str, tmp_path: Path, missing: Callable[[str], None]
) -> None:
    if not LIGHTHOUSE.is_file():
        missing("Lighthouse is not installed: npm install --prefix tests/browser --no-package-lock")
    best = 0
    for _ in range(RUNS):
        found, lost = scores(survey + PAGES[page], chromium, tmp_path)
        assert {name: found[name] for name in PERFECT} == dict.fromkeys(PERFECT, 100), lost
        best = max(best, found["performance"])
        if best >= FAST[page]:
            break
    print(f"{page}: performance {best}")
    assert best >= FAST[page], lost
