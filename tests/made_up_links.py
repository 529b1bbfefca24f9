"""A server on loopback whose pages work, have moved, are gone, or do not answer programs; and what asks it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from conspectus.fetching import Clock, Responses, links
from conspectus.fetching.links import LinkChecker
from made_up_services import Time

ANSWERS: dict[str, tuple[int, dict[str, str]]] = {
    "/": (200, {}),
    "/lamp": (200, {}),
    "/moved": (301, {"Location": "/lamp"}),
    "/for-now": (302, {"Location": "/lamp"}),
    "/moved-for-now": (308, {"Location": "/for-now"}),
    "/moved-and-gone": (301, {"Location": "/gone"}),
    "/to-front": (301, {"Location": "/"}),
    "/gone": (404, {}),
    "/deleted": (410, {}),
    "/forbidden": (403, {}),
    "/login": (401, {}),
    "/busy": (429, {"Retry-After": "7200"}),
    "/tired": (503, {"Retry-After": "20"}),
    "/broken": (500, {}),
    "/captcha": (503, {"cf-mitigated": "challenge"}),
    "/loop": (302, {"Location": "/loop"}),
    "/elsewhere": (301, {"Location": "file:///etc/passwd"}),
    "/nowhere": (301, {"Location": "http://["}),
    "/empty": (416, {}),
}
"""What is answered, by path; a path that is not here does not take HEAD, and has no end."""


@dataclass(slots=True)
class Pages:
    """The server: where it is, and what it was asked for."""

    base: str = ""
    asked: list[tuple[str, str]] = field(default_factory=list)
    time: Time = field(default_factory=Time)

    def checker(self, kept: Responses | None = None) -> LinkChecker:
        clock = Clock(self.time.now, self.time.sleep)
        return LinkChecker("Conspectus", kept or Responses(None), clock, lambda address: address == "127.0.0.1")


class Handler(BaseHTTPRequestHandler):
    pages: Pages

    def do_HEAD(self) -> None:
        self.pages.asked.append((self.command, self.path))
        status, headers = ANSWERS.get(self.path, (405, {}))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def do_GET(self) -> None:
        if self.path in ANSWERS:
            self.do_HEAD()
            return
        self.pages.asked.append((self.command, self.headers.get("Range", "")))
        self.send_response(200)
        self.end_headers()
        with suppress(OSError):
            while True:
                self.wfile.write(b"lamp" * 4096)

    def log_message(self, *arguments: object) -> None:
        """Says nothing."""


@contextmanager
def pages() -> Iterator[Pages]:
    """The server, running."""
    made = Pages()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Own", (Handler,), {"pages": made}))
    server.daemon_threads = True
    made.base = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()


def said_by_links(run: Callable[[str], str]) -> Iterator[str]:
    """What `check --links` prints in a folder, in which it makes a survey of links; `run` runs a command."""
    page = Path("content/pages/links.md")
    page.parent.mkdir(parents=True)
    Path("content/survey.yaml").write_text("title: Links\n")
    with pages() as site, pytest.MonkeyPatch.context() as patch:
        clock = Clock(site.time.now, site.time.sleep)
        made = partial(LinkChecker, clock=clock, is_public=lambda address: not address.startswith("10."))
        patch.setattr(links, "LinkChecker", made)
        page.write_text("".join(f"[{path}]({site.base}{path})\n" for path in ANSWERS) + "[in](http://10.0.0.1/)\n")
        yield run("check --links")
        page.write_text(f"[/lamp]({site.base}/lamp) [/gone]({site.base}/gone)\n")
        yield run("check --links --strict")
        page.write_text("[1](http://a.invalid/) [2](http://b.invalid/) [3](http://c.invalid/)\n")
        yield run("check --links --refresh")
    yield run("check --refresh")
