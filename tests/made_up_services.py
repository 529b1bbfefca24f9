"""A server on loopback that answers as the services do, about papers that are made up, and fails when it is told to."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from conspectus.fetching import SERVICES, Clock, web
from made_up_answers import Made, crossref, feed, hf, openalex, semantic_scholar, zotero


@dataclass(slots=True)
class Asked:
    """A request that came."""

    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes
    raw: str


@dataclass(slots=True)
class Time:
    """Time that passes only by waiting; `waits` are the seconds of each."""

    seconds: float = 1000.0
    waits: list[float] = field(default_factory=list)

    def now(self) -> float:
        return self.seconds

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.seconds += seconds


Fault = Callable[["Handler"], None]


@dataclass(slots=True)
class Services:
    """The server: what it knows, what came, and what it does in place of the next answers."""

    papers: list[Made] = field(default_factory=lambda: [Made(n) for n in range(5)])
    asked: list[Asked] = field(default_factory=list)
    faults: list[Fault | None] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    time: Time = field(default_factory=Time)
    base: str = ""

    def answer(self, asked: Asked) -> tuple[str, str]:
        """The type and the text of the answer to a request."""
        query = asked.query
        if asked.path == "/api/query":
            return "application/atom+xml", self._arxiv(query)
        if asked.path == "/api/daily_papers":
            shown = self.papers if query.get("p") == "0" and query["date"].endswith("12") else []
            return "application/json", json.dumps([hf(p, query["date"]) for p in shown])
        if asked.path == "/graph/v1/paper/batch":
            ids = [id.partition(":")[2] for id in json.loads(asked.body)["ids"]]
            found = {id: p for p in self.papers for id in (p.arxiv, p.doi)}
            answered = [semantic_scholar(found[id]) if id in found else None for id in ids]
            return "application/json", json.dumps(answered)
        if asked.path == "/graph/v1/paper/search/bulk":
            start = int(query.get("token", "0"))
            page = self.papers[start : start + 100]
            more = {"token": str(start + 100)} if start + 100 < len(self.papers) else {}
            data = {"total": len(self.papers), "data": [semantic_scholar(p) for p in page], **more}
            return "application/json", json.dumps(data)
        if asked.path.endswith("/items/top"):
            start = int(query["start"])
            return "application/json", json.dumps([zotero(p) for p in self.papers[start : start + int(query["limit"])]])
        return "application/json", json.dumps(self._works(query))

    def _arxiv(self, query: dict[str, str]) -> str:
        if "id_list" in query:
            ids = query["id_list"].split(",")
            found = [p for p in self.papers if p.arxiv in ids]
            return feed(found, len(found))
        start = int(query["start"])
        return feed(self.papers[start : start + int(query["max_results"])], len(self.papers))

    def _works(self, query: dict[str, str]) -> dict[str, Any]:
        if "select" in query:  # OpenAlex
            if query.get("filter", "").startswith("doi:"):
                ids = query["filter"].removeprefix("doi:").split("|")
                found = [p for p in self.papers if {p.doi, f"10.48550/arxiv.{p.arxiv}"} & set(ids)]
                return {"meta": {"count": len(found)}, "results": [openalex(p) for p in found]}
            start = 0 if query["cursor"] == "*" else int(query["cursor"])
            page = self.papers[start : start + 100]
            following = str(start + 100) if page else None
            return {"meta": {"next_cursor": following}, "results": [openalex(p) for p in page]}
        if "query.bibliographic" not in query:
            found = [p for p in self.papers if f"doi:{p.doi}" in query["filter"].split(",")]
        else:
            start = int(query["offset"])
            found = self.papers[start : start + int(query["rows"])]
        message = {"total-results": len(self.papers), "items": [crossref(p) for p in found]}
        return {"status": "ok", "message-type": "work-list", "message": message}


class Handler(BaseHTTPRequestHandler):
    """Answers one request, or fails as it was told."""

    protocol_version = "HTTP/1.1"
    services: Services

    def do_GET(self) -> None:
        self._do()

    def do_POST(self) -> None:
        self._do()

    def _do(self) -> None:
        parts = urlsplit(self.path)
        query = {key: values[0] for key, values in parse_qs(parts.query, keep_blank_values=True).items()}
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        asked = Asked(parts.path, query, {k.lower(): v for k, v in self.headers.items()}, body, self.path)
        self.services.asked.append(asked)
        fault = self.services.faults.pop(0) if self.services.faults else None
        with suppress(OSError):
            if fault:
                fault(self)
            else:
                type, text = self.services.answer(asked)
                self.reply(200, text.encode(), {"Content-Type": type, **self.services.headers})

    def reply(self, status: int, body: bytes, headers: dict[str, str], length: int | None = None) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """Threads of its own, and no word about clients that hang up."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing."""


def status(code: int, text: str = "", **headers: str) -> Fault:
    """An answer with another status."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda handler: handler.reply(code, text.encode(), named)


def text(content: str) -> Fault:
    """An answer that says something else."""
    return status(200, content)


def cut(handler: Handler) -> None:
    """Half an answer, then the end."""
    handler.reply(200, b'{"results": [', {}, length=5000)
    handler.close_connection = True


def endless(handler: Handler) -> None:
    """An answer without end."""
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    piece = b"10000\r\n" + b" " * 65536 + b"\r\n"
    for _ in range(10_000):
        handler.wfile.write(piece)


def slow(services: Services) -> Fault:
    """An answer of which a byte comes each minute."""

    def drip(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        for _ in range(20):
            services.time.seconds += 60
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.01)

    return drip


@contextmanager
def serving() -> Iterator[Services]:
    """The server, running; all services ask it, and waiting takes no time."""
    services = Services()
    handler = type("Bound", (Handler,), {"services": services})
    server = Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    services.base = f"http://127.0.0.1:{server.server_port}"
    patch = pytest.MonkeyPatch()
    for module in SERVICES.values():
        patch.setattr(module, "HOST", replace(module.HOST, base=services.base))
    patch.setattr(web, "Clock", lambda: Clock(services.time.now, services.time.sleep))
    try:
        yield services
    finally:
        patch.undo()
        server.shutdown()
        server.server_close()
        thread.join()
