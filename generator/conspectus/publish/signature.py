"""What identifies the files of a site as they are on the disk, without reading them."""

from __future__ import annotations

import hashlib
import os
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

REPOSITORY = "/.git"
"""What of a site's folder is not looked at: it is git's, and changes with every commit of the site."""


class Signature(NamedTuple):
    """`files`: a digest of all paths, with the size, change time and number of each file. `times`: one of the times at
    which anything about the files last changed, their names too; no program can set these."""

    files: str = ""
    times: str = ""


def signature(folder: Path) -> Signature:
    """That of a site; an empty one if it cannot be looked at. What is written, removed or touched makes it another."""
    paths: list[str] = []
    numbers: list[int] = []
    times: list[int] = []
    folders = [""]
    try:
        while folders:
            here = folders.pop()
            paths.append(f"{here}/")
            with os.scandir(f"{folder}{here}") as entries:
                for entry in sorted(entries, key=attrgetter("name")):
                    path = f"{here}/{entry.name}"
                    if not entry.is_dir(follow_symlinks=False):
                        state = entry.stat(follow_symlinks=False)
                        paths.append(path)
                        numbers += (state.st_size, state.st_mtime_ns, state.st_ino)
                        times.append(state.st_ctime_ns)
                    elif path != REPOSITORY:
                        folders.append(path)
    except OSError:
        return Signature()
    return Signature(_digest(paths, numbers), _digest(times))


def _digest(*values: object) -> str:
    return hashlib.sha256(repr(values).encode()).hexdigest()
