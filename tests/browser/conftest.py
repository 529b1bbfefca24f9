"""Chromium, and the made-up survey's site served for it: at the root of a host, and under a sub-path."""

from __future__ import annotations

import functools
import http.server
import json
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from conspectus.cache import Cache
from conspectus.commands.serve import edits, history, steps
from conspectus.components import results
from conspectus.pipeline import build
from conspectus.preview import Preview, PreviewServer, Watcher
from conspectus.preview.editor import Editor
from conspectus.project import Project

expect.set_options(timeout=15_000)  # milliseconds; a loaded machine is slow and not wrong

SURVEY = Path(__file__).resolve().parents[1] / "survey"
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
QUIET = (
    "--disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
)


@pytest.fixture(scope="session")
def chromium(missing: Callable[[str], None]) -> str:
    """Where Chromium is."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not path:
        missing("Chromium was not found; install it, or name it in CHROMIUM, to run the browser tests")
    return path or ""


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=[*QUIET.split(), *sandbox])
        yield browser
        browser.close()


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        pass


class Server:
    """Serves a folder on a free port of this machine for as long as the block lasts."""

    def __init__(self, folder: Path, handler: type[http.server.SimpleHTTPRequestHandler] = Quiet) -> None:
        self.server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(handler, directory=str(folder))
        )

    def __enter__(self) -> str:
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self.server.server_port}/"

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture(scope="session")
def serve() -> type[Server]:
    """Serves a folder: `with serve(folder) as address`."""
    return Server


BASES = {"at the root": "", "under a path": "repo/"}


def built_below(folder: Path, base: str) -> Path:
    """The made-up survey's site, built to stand at `base` of a host, in that place below a folder."""
    out = folder / base
    compiled = build(Project(SURVEY), Cache(None), out, f"https://keepers.example/{base}")
    assert not compiled.report.fails(), compiled.report
    return out


@pytest.fixture(scope="session", params=BASES.values(), ids=BASES.keys())
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the made-up survey's site, ending in a slash: at the root of a host, and under a path. There, what
    results show is in files of our own, as in a large survey."""
    folder = tmp_path_factory.mktemp("served")
    with pytest.MonkeyPatch.context() as patch:
        if request.param:
            patch.setattr(results, "MOST_BY_PAGEFIND", 0)
        built_below(folder, request.param)
    with Server(folder) as address:
        yield address + request.param


LAMPS = 60
"""Papers in one category of a survey of its own: two pages of a list."""

LAMP_FILES = {
    "survey.yaml": (
        "title: Many lamps\nbase_url: https://keepers.example/many/\nrankings: true\n"
        "columns:\n  saved: {title: Saved, type: figure}\n  gauge: {title: Gauge, type: text}\n"
        "  manned: {title: Manned, type: flag}\ntables:\n  lamps: [saved, gauge, manned]\n"
    ),
    "taxonomy/topic.yaml": (
        "facet: topic\ntitle: Topics\nabout: Lamps.\ncategories:\n"
        "  - {id: lamps, title: Lamps, about: That shine.}\n  - {id: bells, title: Bells, about: That ring.}\n"
    ),
    "taxonomy/fuel.yaml": (
        "facet: fuel\ntitle: Fuel\nabout: Burnt.\ncategories:\n"
        "  - {id: oil, title: Oil, about: Old.}\n  - {id: gas, title: Gas, also: [carbide], about: New.}\n"
        "  - {id: wind, title: Wind, about: Nobody's yet.}\n"
    ),
}


def lamp(number: int) -> str:
    """The made-up papers by date, newest first: ten a year, half of them of oil, every third with code.

    Those of the last three years have a figure, and those of gas a gauge with it.
    """
    facts = {"saved": f"{number * 7 % LAMPS}% of oil", **({} if number % 2 else {"gauge": f'"{number}", tall'})}
    return json.dumps(
        {
            "id": f"lamp-{number}",
            "title": f"Lamp {LAMPS - number}",
            "date": f"{2025 - number // 10}-06-{28 - number % 10}",
            "score": number * 7 % LAMPS,
            "code": number % 3 == 0,
            "facts": facts if number < 30 else {},
            "place": {"topic": ["lamps"], "fuel": ["oil" if number % 2 else "gas"]},
        }
    )


@pytest.fixture(scope="session")
def lamps(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the category that all the papers are in."""
    folder = tmp_path_factory.mktemp("many")
    files = {**LAMP_FILES, "papers/lamps.jsonl": "\n".join(map(lamp, range(LAMPS)))}
    for name, text in files.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    out = folder / "served" / "many"
    compiled = build(Project(folder), Cache(None), out, "https://keepers.example/many/")
    assert not compiled.report.fails(), compiled.report
    with Server(out.parent) as address:
        yield f"{address}many/topics/lamps/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh tab; an error in a script, a refusal by the Content-Security-Policy or a missing file fails the test."""
    context = browser.new_context()
    page = context.new_page()
    problems: list[str] = []
    # A view transition that a quick reader interrupts is reported as an error and is none.
    page.on("pageerror", lambda error: None if "Transition was" in str(error) else problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    page.on("response", lambda reply: problems.append(f"{reply.status} {reply.url}") if reply.status >= 400 else None)
    yield page
    context.close()
    assert not problems


@pytest.fixture
def url(survey: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a preview of the made-up survey."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with PreviewServer(0) as server:
        editor = Editor("quill://open/{path}#{line}", survey)
        preview = Preview(steps(survey, server.url, editor), history(survey, server.url))
        server.preview, server.edits = preview, edits(survey, server.url, preview)
        with closing(server.preview), Watcher(survey, server.preview.rebuild):
            server.preview.rebuild()
            thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
            thread.start()
            yield server.url
            server.shutdown()
            thread.join()
