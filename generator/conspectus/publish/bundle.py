"""What of Pagefind's output is published: its engine, what it stores, a list of that, and where each file is in it.

Pagefind also writes interfaces of its own, half a megabyte of scripts and styles that our pages have no use for. The
list is what a browser goes by that is to keep the whole search for reading offline.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

MAGIC = b"pagefind_dcd"
"""What every file begins with that Pagefind packs."""

OWN_INTERFACES = ("pagefind-component-ui", "pagefind-highlight", "pagefind-modular-ui", "pagefind-ui")
LIST = "files.json"
NAMES = "stored.json"
"""What Pagefind calls each file that it stores, by its path."""


def is_whole(bundle: Path, texts: Mapping[str, str]) -> bool:
    """Whether texts are stored as they are, by the addresses of their pages. On a full disk Pagefind (1.5.2) leaves
    empty files, and says that it is done."""
    if any(path.is_file() and not path.stat().st_size for path in bundle.rglob("*")):
        return False
    try:
        pages = [said(file) for file in (bundle / "fragment").iterdir()]
    except (OSError, EOFError, ValueError, zlib.error):
        return False
    return {page["url"]: [anchor["id"] for anchor in page["anchors"]] for page in pages} == {
        url: [text] for url, text in texts.items()
    }


def named(bundle: Path, suffix: str) -> None:
    """Write into the folder what Pagefind calls each file, whose page has its path and a suffix."""
    fragments = (bundle / "fragment").iterdir()
    names = {said(file)["url"].removeprefix("/").removesuffix(suffix): file.stem for file in fragments}
    (bundle / NAMES).write_text(json.dumps(dict(sorted(names.items()))), "utf-8")


def said(fragment: Path) -> dict[str, Any]:
    """What Pagefind says of a page."""
    told: dict[str, Any] = json.loads(gzip.decompress(fragment.read_bytes()).removeprefix(MAGIC))
    return told


def trimmed(bundle: Path) -> None:
    """Take Pagefind's own interfaces out of the folder."""
    for name in OWN_INTERFACES:
        for suffix in (".js", ".css"):
            (bundle / f"{name}{suffix}").unlink(missing_ok=True)


def listed(bundle: Path) -> None:
    """Write into the folder the list of what is in it."""
    names = sorted(file.relative_to(bundle).as_posix() for file in bundle.rglob("*") if file.is_file())
    (bundle / LIST).write_text(json.dumps(names), "utf-8")
