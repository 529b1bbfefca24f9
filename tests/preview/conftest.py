"""A made-up site of a few pages, held in memory, to preview; and a client that asks for it."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, cast

import pytest

from conspectus.catalog import Catalog
from conspectus.diagnostics import Diagnostic, Mistake, Report, Severity, Span
from conspectus.language import ENGLISH
from conspectus.model.paper import Library, Paper
from conspectus.model.settings import Settings
from conspectus.model.site import Kind, Output, Page, Pages, Shell, Site
from conspectus.model.survey import Placing, Survey
from conspectus.model.taxonomy import Taxonomy
from conspectus.model.work import Work
from conspectus.pipeline import Compiled, Snapshot, Stages
from conspectus.preview import Preview, PreviewServer, Steps
from conspectus.preview.history import History
from conspectus.render import Renderer
from conspectus.text import Text
from made_up_pages import ANY

PAPER = Kind("paper", ("papers/{paper}/",))

SOMEWHERE = Span("content/a.yaml", 2, 4, 3)


def error(message: str, span: Span = SOMEWHERE, help: str = "") -> Report:
    return Report((Diagnostic.of("X001", Severity.ERROR, Mistake("made-up", message, span, help)),))


def edit(span: Span) -> str:
    """The address of a made-up editor."""
    return f"quill://{span}"


class MadeUp:
    """The content of a site, and what is wrong with it: change them, then have the preview rebuild."""

    def __init__(self) -> None:
        self.pages = {
            "": "front",
            "topics/wicks/": "wicks",
            "papers/lamp/": "lamp",
            "papers/": "all papers",
            "404.html": "not here",
        }
        self.wrong = Report()
        self.broken: dict[str, Report] = {}  # pages whose template is wrong
        self.reports: list[Report] = []
        self.rendered: list[str] = []
        self.at_render: Callable[[], None] = lambda: None

    def compile(self, previous: Compiled | None = None) -> Compiled:
        shell = Shell("Lamps", "", ENGLISH, "", "", "/", "", (), "")
        planned: dict[Kind, list[Page]] = {PAPER: [], ANY: []}
        for url, text in self.pages.items():
            kind = PAPER if PAPER.may_have(url) else ANY
            planned[kind].append(Page(url, kind, "page.html", partial(str, text)))
        site = Site(shell, tuple(Pages.of(kind, partial(list, pages)) for kind, pages in planned.items()))
        ids = [url.split("/")[1] for url in self.pages if url.startswith("papers/") and url != "papers/"]
        papers = Library(tuple(Paper(id, Work(title=Text(id)), (), {}) for id in sorted(ids)))
        survey = Survey(Settings(), (), papers, Taxonomy(), Placing())
        return Compiled(Snapshot(survey, Stages()), self.wrong, Catalog(survey), site, cast(Renderer, self))

    def render(self, compiled: Compiled, page: Page) -> Output | Report:
        if page.url in self.broken:
            return self.broken[page.url]
        self.rendered.append(page.url)
        self.at_render()
        return Output(page.path, f"<html><body>{page.view}</body></html>".encode())

    def asset(self, path: str) -> Output | None:
        return Output(path, b"p { color: inherit }") if path == "assets/site.css" else None

    def steps(self) -> Steps:
        return Steps(self.compile, self.render, self.reports.append, lambda name: "one\ntwo <b>: wrong\n", edit)

    def history(self) -> History:
        """A repository of a single commit, which has the content as it is when it is asked for."""
        return History(lambda: "c0ffee" * 6 + "c0ff", lambda commit, previous: self.compile())


@pytest.fixture
def said() -> Callable[..., Report]:
    """Makes a report of one error."""
    return error


@pytest.fixture
def content() -> MadeUp:
    return MadeUp()


@pytest.fixture
def preview(content: MadeUp) -> Preview:
    return Preview(content.steps(), content.history())


class Client:
    """Asks the preview as a browser does."""

    def __init__(self, server: PreviewServer) -> None:
        self.server = server

    def ask(
        self, target: str, method: str = "GET", body: bytes | None = None, **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.server.server_port, timeout=10)
        connection.request(method, target, body, headers)
        answer = connection.getresponse()
        data = answer.read()
        connection.close()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, data

    def listen(self, page: str) -> Any:
        """An open stream of events for a page; read it by lines."""
        connection = http.client.HTTPConnection("127.0.0.1", self.server.server_port, timeout=10)
        connection.request("GET", f"/__conspectus/events?page={page}")
        answer = connection.getresponse()
        assert answer.status == 200
        return answer


@pytest.fixture
def client(preview: Preview) -> Iterator[Client]:
    """A server on a free port, with the first build done."""
    with PreviewServer(0) as server:
        preview.rebuild()
        server.preview = preview
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield Client(server)
        preview.close()
        server.shutdown()
        thread.join()
