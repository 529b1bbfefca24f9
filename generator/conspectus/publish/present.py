"""What a site's folder holds now, and the manifest that says which of it we wrote."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from conspectus.publish.errors import PublishError
from conspectus.publish.signature import Listing, listing

UNFOLLOWED = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""How a file is opened that may be a link, or a pipe that nobody writes to."""

MANIFEST = ".conspectus.json"
DROPPINGS = frozenset([".DS_Store", "Thumbs.db", "desktop.ini"])
"""What file managers leave in a folder they have shown."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of a site, and of Pagefind's folder the digest of what it stores and that of its files."""

    files: tuple[str, ...] = ()
    indexed: str = ""
    index: str = ""

    def dump(self) -> bytes:
        values = {"files": self.files, "indexed": self.indexed, "index": self.index}
        return json.dumps(values, indent=0, ensure_ascii=False).encode() + b"\n"

    @classmethod
    def load(cls, data: bytes) -> Manifest | None:
        """The manifest in these bytes; None if they are not one."""
        try:
            values = json.loads(data)
            files, indexed, index = values["files"], values["indexed"], values["index"]
        except (ValueError, TypeError, KeyError):
            return None
        texts = isinstance(files, list) and all(isinstance(text, str) for text in (*files, indexed, index))
        return cls(tuple(files), indexed, index) if texts else None

    @classmethod
    def read(cls, folder: Path) -> Manifest | None:
        """That of the site in a folder; None if it has none."""
        path = folder / MANIFEST
        return cls.load(path.read_bytes()) if path.is_file() and not path.is_symlink() else None


@dataclass(frozen=True, slots=True)
class Present:
    """The site that is in `folder` now. `kept`: hidden files and folders at its top in which nothing is ours. `files`:
    what is in the folder, whoever wrote it."""

    folder: Path
    manifest: Manifest
    kept: tuple[str, ...]
    files: Listing

    @classmethod
    def of(cls, folder: Path) -> Present:
        """Look at a folder, which need not be there. PublishError if it is none, or holds what is not ours."""
        if not folder.exists():
            return cls(folder, Manifest(), (), {})
        if not folder.is_dir():
            raise PublishError(f"{folder} is a file; name another folder for the site")
        manifest = Manifest.read(folder)
        files = listing(folder)
        ours = {*manifest.files, MANIFEST} if manifest else set()
        tops = {path.split("/")[0] for path in ours}
        hidden = {entry.name for entry in folder.iterdir() if entry.name.startswith(".")} - tops
        found = (path for path in files if path not in ours and path.split("/")[0] not in hidden)
        found = (path for path in found if not path.endswith("/") or not any(file.startswith(path) for file in ours))
        foreign = list(islice((path for path in found if path.split("/")[-1] not in DROPPINGS), 4))
        if foreign:
            more = " and more" if len(foreign) > 3 else ""
            raise PublishError(
                f"{folder} holds files that a build did not write: {', '.join(sorted(foreign[:3]))}{more}; "
                "move them away, or name another folder for the site"
            )
        return cls(folder, manifest or Manifest(), tuple(sorted(hidden - DROPPINGS)), files)

    def read(self, path: str) -> bytes:
        """What the present site has at this path. OSError if it cannot be read, or is behind a link."""
        handle = os.open(f"{self.folder}/{path}", UNFOLLOWED)
        with os.fdopen(handle, "rb", buffering=0) as file:
            return file.read()

    def holds(self, path: str, data: bytes) -> bool:
        """Whether the present site has a file at this path with these bytes."""
        state = self.files.get(path)
        try:
            return state is not None and state.size == len(data) and self.read(path) == data
        except OSError:
            return False
