"""What of Pagefind's output is published: its engine, what it stores, a list of that, and where each file is in it.

Pagefind also writes interfaces of its own, half a megabyte of scripts and styles that our pages have no use for. The
list is what a browser goes by that is to keep the search for reading offline, for which it needs no engine.
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


Pages = Mapping[str, Mapping[str, Any]]
"""What Pagefind stores of each page, by what it calls it."""


def stored(bundle: Path) -> Pages:
    """All pages; none if a file is empty or broken: on a full disk Pagefind (1.5.2) leaves empty files, and says that
    it is done."""
    if any(path.is_file() and not path.stat().st_size for path in bundle.rglob("*")):
        return {}
    try:
        return {file.stem: said(file) for file in (bundle / "fragment").iterdir()}
    except (OSError, EOFError, ValueError, zlib.error):
        return {}


def said(fragment: Path) -> dict[str, Any]:
    """What Pagefind says of a page."""
    told: dict[str, Any] = json.loads(gzip.decompress(fragment.read_bytes()).removeprefix(MAGIC))
    return told


def texts_of(pages: Pages) -> dict[str, list[str]]:
    """The texts that are stored, by the addresses of their pages."""
    return {page["url"]: [anchor["id"] for anchor in page["anchors"]] for page in pages.values()}


def named(bundle: Path, pages: Pages, suffix: str) -> None:
    """Write into the folder what Pagefind calls each file, whose page has its path and a suffix."""
    names = {page["url"].removeprefix("/").removesuffix(suffix): name for name, page in pages.items()}
    (bundle / NAMES).write_text(json.dumps(dict(sorted(names.items()))), "utf-8")


def trimmed(bundle: Path) -> None:
    """Take Pagefind's own interfaces out of the folder."""
    for name in OWN_INTERFACES:
        for suffix in (".js", ".css"):
            (bundle / f"{name}{suffix}").unlink(missing_ok=True)


def listed(bundle: Path) -> None:
    """Write into the folder the list of what our pages read of it: all but the engine and its index."""
    names = [NAMES, *(file.relative_to(bundle).as_posix() for file in sorted((bundle / "fragment").iterdir()))]
    (bundle / LIST).write_text(json.dumps(names), "utf-8")
