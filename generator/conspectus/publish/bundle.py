"""What of Pagefind's output is published: its engine and the index, a list of them, and which papers they are of.

Pagefind also writes interfaces of its own, half a megabyte of scripts and styles that our pages have no use for. The
list is what a browser goes by that is to keep the whole search for reading offline.
"""

from __future__ import annotations

import json
from pathlib import Path

from conspectus.publish.steady import content

OWN_INTERFACES = ("pagefind-component-ui", "pagefind-highlight", "pagefind-modular-ui", "pagefind-ui")
LIST = "files.json"
NAMES = "papers.json"
"""The ids of the papers by what Pagefind calls a result. Without it a browser that is to know all results, in order to
take them along, would fetch a file for each."""


def named(bundle: Path) -> None:
    """Write into the folder of an index which paper each result is, by the folder of its page."""
    names = {}
    for file in sorted((bundle / "fragment").iterdir()):
        url = json.loads(content(file))["url"]
        names[file.stem] = url.rstrip("/").rpartition("/")[2]
    (bundle / NAMES).write_text(json.dumps(names), "utf-8")


def trimmed(bundle: Path) -> None:
    """Take Pagefind's own interfaces out of the folder of an index, and write the list of what stays."""
    for name in OWN_INTERFACES:
        for suffix in (".js", ".css"):
            (bundle / f"{name}{suffix}").unlink(missing_ok=True)
    names = sorted(file.relative_to(bundle).as_posix() for file in bundle.rglob("*") if file.is_file())
    (bundle / LIST).write_text(json.dumps([name for name in names if name != LIST]), "utf-8")
