"""What the preview's server answers with, and how a request's target is read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from conspectus import exports

TYPES = {
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
}
"""Types by a file's ending. The standard library's table asks the system, and systems differ."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer whose length is known: its status, its bytes and their type, and headers beside the usual ones."""

    status: int
    data: bytes = b""
    kind: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


def content_type(path: str) -> str:
    """The type of a file, by its name. An export of no usual type is text: by its own, a browser would not show it."""
    suffix = Path(path).suffix.lower()
    exported = suffix in {f".{export.SUFFIX}" for export in exports.EXPORTS}
    return TYPES.get(suffix) or (TYPES[".txt"] if exported else "application/octet-stream")


def refusal(status: int, why: str, **headers: str) -> Answer:
    """No, and why, as a line of text."""
    return Answer(status, f"{why}\n".encode(), TYPES[".txt"], headers)


def file(path: str, data: bytes | None) -> Answer:
    """A file's bytes; a refusal where there is no such file."""
    return refusal(404, "File not found.") if data is None else Answer(200, data, content_type(path))


def as_json(value: object, status: int = 200) -> Answer:
    return Answer(status, json.dumps(value).encode(), TYPES[".json"])


def wanted(target: str) -> str | None:
    """The path below the root that a request asks for, decoded; None if no page can have it."""
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
