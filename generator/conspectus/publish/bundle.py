"""What of Pagefind's output is published: its engine and the index, and a list of them.

Pagefind also writes interfaces of its own, half a megabyte of scripts and styles that our pages have no use for. The
list is what a browser goes by that is to keep the whole search for reading offline.
"""

from __future__ import annotations

import json
from pathlib import Path

OWN_INTERFACES = ("pagefind-component-ui", "pagefind-highlight", "pagefind-modular-ui", "pagefind-ui")
LIST = "files.json"


def trimmed(bundle: Path) -> None:
    """Take Pagefind's own interfaces out of the folder of an index, and write the list of what stays."""
    for name in OWN_INTERFACES:
        for suffix in (".js", ".css"):
            (bundle / f"{name}{suffix}").unlink(missing_ok=True)
    names = sorted(file.relative_to(bundle).as_posix() for file in bundle.rglob("*") if file.is_file())
    (bundle / LIST).write_text(json.dumps([name for name in names if name != LIST]), "utf-8")
