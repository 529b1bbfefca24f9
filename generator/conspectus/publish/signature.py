"""What identifies the files of a site as they are on the disk, without reading them."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from conspectus.derived import packed

REPOSITORY = ".git"
"""What of a site's folder is not looked at: it is git's, and changes with every commit of the site."""


class State(NamedTuple):
    """A file as it is on the disk. `size` is -1 if it is none, but a link or the like."""

    size: int
    written: int
    number: int
    touched: int
    """The time at which anything about it last changed, which no program can set."""

    @classmethod
    def of(cls, state: os.stat_result) -> State:
        size = state.st_size if stat.S_ISREG(state.st_mode) else -1
        return cls(size, state.st_mtime_ns, state.st_ino, state.st_ctime_ns)

    @property
    def file(self) -> tuple[int, int, int]:
        """What stays the same when the file gets another name."""
        return self[:3]


EMPTY = State(-1, 0, 0, 0)
"""What stands for a folder that nothing is in."""

Listing = Mapping[str, State]
"""The files of a folder by their paths, with forward slashes, and the empty folders below it, with one at the end."""


def signed(listing: Listing) -> str:
    """The signature of a site's files: a digest of all paths, with the size, times and number of each file; empty if it
    has none. No program can set the time at which anything about a file last changed, its name too."""
    paths = sorted(listing)
    return packed((paths, [listing[path] for path in paths])).hex() if listing else ""


def listing(folder: Path) -> dict[str, State]:
    """What is below a folder; what links lead to is not looked at. OSError if a folder cannot be read."""
    found: dict[str, State] = {}
    folders = [""]
    while folders:
        here = folders.pop()
        empty = True
        with os.scandir(f"{folder}/{here}") as entries:
            for entry in entries:
                empty = False
                path = here + entry.name
                if not entry.is_dir(follow_symlinks=False):
                    found[path] = State.of(entry.stat(follow_symlinks=False))
                elif path != REPOSITORY:
                    folders.append(f"{path}/")
        if empty and here:
            found[here] = EMPTY
    return found


def seen(folder: Path) -> dict[str, State]:
    """The same; nothing where it cannot be read."""
    try:
        return listing(folder)
    except OSError:
        return {}


def signature(folder: Path) -> str:
    """That of a site; empty if it cannot be looked at. What is written, removed or touched makes it another."""
    return signed(seen(folder))
