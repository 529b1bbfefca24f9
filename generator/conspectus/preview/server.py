"""The preview's web server: only by names that are allowed may anybody ask, and only for what there is to see."""

from __future__ import annotations

import json
import os
import secrets
import sys
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import socket
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

from conspectus import __version__
from conspectus.preview import overlay
from conspectus.preview.actions import ACTIONS, answered, last
from conspectus.preview.answers import TYPES, Answer, as_json, content_type, file, refusal, wanted
from conspectus.preview.edits import Edits
from conspectus.preview.guard import UNKNOWN_NAME, body, has_key, is_loopback, is_ours, objection, welcome
from conspectus.preview.state import MOVED, Preview, Shown

HOST = "127.0.0.1"
ANYWHERE = ("0.0.0.0", "")  # noqa: S104 - what is compared with, not listened at
"""Hosts that stand for every address of this machine."""

FOLDER = overlay.FOLDER.strip("/") + "/"
OWN = {path.name: path for path in Path(__file__).with_name("assets").iterdir()}
"""The preview's own files by their names below FOLDER."""

HEARTBEAT = 15.0
"""Seconds after which an idle stream is written to, to notice that the page was closed."""


CALM = 0.2
"""Seconds after a change before the bar of an open page is updated."""


class PreviewServer(ThreadingHTTPServer):
    """Serves a preview at http://127.0.0.1:<port>/, or at another address. OSError if it cannot be had."""

    allow_reuse_address = os.name == "posix"  # elsewhere it would let two servers share a port
    daemon_threads = True

    preview: Preview
    edits: Edits

    def __init__(self, port: int, host: str = HOST, allowed: Sequence[str] = ()) -> None:
        """Take the port (0 for any that is free); `preview` and `edits` are to be set before serving.

        `allowed`: more names by which browsers may ask, with a port of their own or without. Where other machines can
        ask, `key` is what a browser has to show to edit.
        """
        super().__init__((host, port), Handler)
        names = [HOST, "localhost", *([] if host in ANYWHERE else [host]), *allowed]
        self.hosts = {name.lower() if ":" in name else f"{name.lower()}:{self.server_port}" for name in names}
        if self.server_port == 80:
            self.hosts.update(name.lower() for name in names)
        self.token = secrets.token_urlsafe(32)
        self.key = "" if is_loopback(host) else secrets.token_urlsafe(16)
        shown = names[0] if host in ANYWHERE else host
        self.url = f"http://{shown}:{self.server_port}/"

    def handle_error(self, request: socket | tuple[bytes, socket], client_address: Any) -> None:
        """A browser that hangs up is no error; of anything else, the standard library prints the traceback."""
        if not isinstance(sys.exc_info()[1], ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class Handler(BaseHTTPRequestHandler):
    """Answers one connection."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else the system holds a page back for 40 ms, until its head has been acknowledged
    timeout = 60

    def do_GET(self) -> None:
        """Answer GET, and HEAD without the body."""
        path = wanted(self.path)
        if not is_ours(self.headers, self.server.hosts):
            self.answer(refusal(403, UNKNOWN_NAME))
        elif self.server.key and self.query("key"):
            self.answer(welcome(self.query("key"), self.server.key))
        elif path == FOLDER + "events":
            self.stream()
        else:
            self.answer(self.found(path))

    do_HEAD = do_GET  # noqa: N815

    def do_POST(self) -> None:
        """Answer what our own pages may post; see guard.py and actions.py."""
        name = (wanted(self.path) or "").removeprefix(FOLDER)
        if name not in ACTIONS:
            self.refuse_method()
        elif refused := objection(self.headers, self.server.hosts, self.server.token, self.server.key):
            self.close_connection = True  # its body is not read
            self.answer(refused)
        else:
            try:
                data = body(self.headers, self.rfile)
            except ValueError:
                self.answer(refusal(400, "The request is not valid JSON."))
            else:
                self.answer(answered(name, data, self.server.edits))

    def refuse_method(self) -> None:
        self.close_connection = True  # there may be a body, which we don't read
        self.answer(refusal(405, "Only GET and HEAD are allowed here.", Allow="GET, HEAD"))

    do_PUT = do_PATCH = do_DELETE = do_OPTIONS = refuse_method  # noqa: N815

    def found(self, path: str | None) -> Answer:
        """The answer to a request for a path below the root."""
        if path is None:
            return refusal(404, "Address not found.")
        if path == FOLDER + "mistakes":
            return Answer(200, self.server.preview.mistakes().encode(), TYPES[".html"])
        if path == FOLDER + "panel":
            return self.panel()
        if path.startswith(FOLDER):
            own = OWN.get(path.removeprefix(FOLDER))
            return file(path, own.read_bytes() if own else None)
        return self.page(path)

    def panel(self) -> Answer:
        """What the panel of the paper that is asked for shows, and which edit would be undone next."""
        found = self.server.preview.panel(self.query("paper"))
        if found is None:
            return refusal(404, "Paper not found.")
        return as_json({**found, "undo": last(self.server.edits.last)})

    def query(self, name: str) -> str:
        """The value of a parameter in the query of the address; empty if there is none."""
        return parse_qs(urlsplit(self.path).query).get(name, [""])[0]

    def page(self, path: str) -> Answer:
        """A page or an asset of the site."""
        shown = self.server.preview.show(path)
        if shown.status == MOVED:
            query = urlsplit(self.path).query
            return Answer(shown.status, headers={"Location": f"/{quote(path)}/" + (f"?{query}" if query else "")})
        html = shown.path.endswith(".html")
        token = self.server.token if has_key(self.headers, self.server.key) else ""
        data = overlay.with_script(shown.data, shown.digest, token) if html else shown.data
        return Answer(shown.status, data, content_type(shown.path))

    def stream(self) -> None:
        """Server-sent events for an open page: its digest and the mistakes, at once and whenever they change.

        The text of its bar follows when no more edits come, so that a page never waits for the comparison.
        """
        path = wanted(self.query("page") or "/")
        self.close_connection = True
        self.start(200, "text/event-stream; charset=utf-8", Connection="close")
        if self.command == "HEAD" or path is None:
            return
        preview = self.server.preview
        last_message = last_bar = b""
        seen: int | None = 0
        while seen is not None:
            last_message = self.tell(message(preview.show(path)), last_message)
            now = preview.wait(seen, 0 if preview.is_compared() else CALM)
            if now == seen:
                last_bar = self.tell(event(preview.bar(path), "bar"), last_bar)
                now = preview.wait(seen, HEARTBEAT)
            seen = now

    def tell(self, event: bytes, before: bytes) -> bytes:
        """Send an event, unless it is the same as the one before, and return it."""
        self.wfile.write(event if event != before else b": still here\n\n")
        self.wfile.flush()
        return event

    def answer(self, answer: Answer) -> None:
        self.start(answer.status, answer.kind, **{"Content-Length": str(len(answer.data))}, **answer.headers)
        if self.command != "HEAD":
            self.wfile.write(answer.data)

    def start(self, status: int, kind: str, **headers: str) -> None:
        """Send status and headers."""
        self.send_response(status)
        if kind:
            headers["Content-Type"] = kind
        headers["Cache-Control"] = "no-store"
        headers["X-Content-Type-Options"] = "nosniff"
        headers["Cross-Origin-Resource-Policy"] = "same-origin"
        headers["Content-Security-Policy"] = "frame-ancestors 'none'"
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def version_string(self) -> str:
        return f"Conspectus/{__version__}"

    def log_message(self, format: str, *args: Any) -> None:
        """Requests are not logged: what the curator needs to see in the terminal is the mistakes."""


def message(shown: Shown) -> bytes:
    """The event that tells an open page what it would be now."""
    return event({"digest": shown.digest, "overlay": shown.overlay})


def event(data: object, name: str = "message") -> bytes:
    """A server-sent event."""
    return f"event: {name}\ndata: {json.dumps(data)}\n\n".encode()
