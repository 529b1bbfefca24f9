"""The preview's web server: this machine alone may ask, and only for what there is to see."""

from __future__ import annotations

import json
import os
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import socket
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

from conspectus import __version__
from conspectus.preview import overlay
from conspectus.preview.index import Index
from conspectus.preview.state import Preview, Shown

HOST = "127.0.0.1"
FOLDER = overlay.FOLDER.strip("/") + "/"
SEARCH = "pagefind/"
OWN = {"live.js": Path(__file__).with_name("live.js"), "overlay.css": Path(__file__).with_name("overlay.css")}
"""The preview's own files by their names below FOLDER."""

HEARTBEAT = 15.0
"""Seconds after which an idle stream is written to, which is how we learn that nobody listens any more."""

TYPES = {
    ".bib": "text/plain; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".ris": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
}
"""Types by a file's ending. The standard library's table asks the system, and systems differ."""


class PreviewServer(ThreadingHTTPServer):
    """Serves a preview at http://127.0.0.1:<port>/. OSError if the port cannot be had."""

    allow_reuse_address = os.name == "posix"  # elsewhere it would let two servers share a port
    daemon_threads = True

    preview: Preview
    index: Index

    def __init__(self, port: int) -> None:
        """Take the port (0 for any that is free); `preview` and `index` are to be set before serving."""
        super().__init__((HOST, port), Handler)
        hosts = [HOST, "localhost"]
        self.hosts = {f"{host}:{self.server_port}" for host in hosts}
        if self.server_port == 80:
            self.hosts.update(hosts)

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.server_port}/"

    def handle_error(self, request: socket | tuple[bytes, socket], client_address: Any) -> None:
        """A browser that hangs up is no error; of anything else, the standard library prints the traceback."""
        if not isinstance(sys.exc_info()[1], ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class Handler(BaseHTTPRequestHandler):
    """Answers one connection."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"
    timeout = 60

    def do_GET(self) -> None:
        """Answer GET, and HEAD without the body."""
        if self.headers.get("Host", "").lower() not in self.server.hosts:
            # A page elsewhere may have its own name resolve to this machine; its requests carry that name.
            self.refuse(403, "This preview answers at 127.0.0.1 and localhost only.")
            return
        path = wanted(self.path)
        if path is None:
            self.refuse(404, "There is no such address.")
        elif path == FOLDER + "events":
            self.stream()
        elif path.startswith(FOLDER):
            file = OWN.get(path.removeprefix(FOLDER))
            self.file(path, file.read_bytes() if file else None)
        elif path.startswith(SEARCH):
            self.file(path, self.server.index.file(path.removeprefix(SEARCH)))
        else:
            self.page(path)

    do_HEAD = do_GET  # noqa: N815

    def refuse_method(self) -> None:
        self.close_connection = True  # there may be a body, which we don't read
        self.refuse(405, "Only GET and HEAD are answered.", Allow="GET, HEAD")

    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = refuse_method  # noqa: N815

    def page(self, path: str) -> None:
        """A page or an asset of the site."""
        shown = self.server.preview.show(path)
        if shown.moved:
            query = urlsplit(self.path).query
            self.answer(shown.status, "", b"", Location=f"/{quote(path)}/" + (f"?{query}" if query else ""))
            return
        html = shown.path.endswith(".html")
        data = overlay.with_script(shown.data, shown.digest) if html else shown.data
        self.answer(shown.status, content_type(shown.path), data)

    def file(self, path: str, data: bytes | None) -> None:
        if data is None:
            self.refuse(404, "There is no such file.")
        else:
            self.answer(200, content_type(path), data)

    def stream(self) -> None:
        """Server-sent events for an open page: its digest and the mistakes, at once and whenever they change."""
        asked = parse_qs(urlsplit(self.path).query).get("page", ["/"])[0]
        path = wanted(asked)
        self.close_connection = True
        self.start(200, "text/event-stream; charset=utf-8", Connection="close")
        if self.command == "HEAD" or path is None:
            return
        seen: int | None = 0
        said = b""
        while seen is not None:
            event = message(self.server.preview.show(path))
            self.wfile.write(event if event != said else b": still here\n\n")
            self.wfile.flush()
            said = event
            seen = self.server.preview.wait(seen, HEARTBEAT)

    def refuse(self, status: int, why: str, **headers: str) -> None:
        self.answer(status, TYPES[".txt"], f"{why}\n".encode(), **headers)

    def answer(self, status: int, kind: str, data: bytes, **headers: str) -> None:
        self.start(status, kind, **{"Content-Length": str(len(data))}, **headers)
        if self.command != "HEAD":
            self.wfile.write(data)

    def start(self, status: int, kind: str, **headers: str) -> None:
        """Send status and headers."""
        self.send_response(status)
        if kind:
            headers["Content-Type"] = kind
        headers["Cache-Control"] = "no-store"
        headers["X-Content-Type-Options"] = "nosniff"
        headers["Cross-Origin-Resource-Policy"] = "same-origin"
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def version_string(self) -> str:
        return f"Conspectus/{__version__}"

    def log_message(self, format: str, *args: Any) -> None:
        """Requests are not logged: what the curator needs to see in the terminal is the mistakes."""


def wanted(target: str) -> str | None:
    """The path below the root that a request's target asks for, decoded; None for one that nothing can stand at."""
    raw = target.split("?", 1)[0].split("#", 1)[0]
    try:
        path = unquote(raw, errors="strict")
    except UnicodeDecodeError:
        return None
    if not path.startswith("/") or any(character in path for character in "\\\0\r\n"):
        return None
    parts = path[1:].split("/")
    if any(part in ("", ".", "..") for part in parts[:-1]) or parts[-1] in (".", ".."):
        return None
    return path[1:]


def content_type(path: str) -> str:
    return TYPES.get(Path(path).suffix.lower(), "application/octet-stream")


def message(shown: Shown) -> bytes:
    """The event that tells an open page what it would be now."""
    data = json.dumps({"digest": shown.digest, "overlay": shown.overlay})
    return f"data: {data}\n\n".encode()
