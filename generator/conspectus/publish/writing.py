"""Writing a file of the new site, which each process of a build does for what it rendered itself."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from conspectus.model.site import Kept, Made, Shows
from conspectus.publish.errors import PublishError
from conspectus.publish.paths import checked
from conspectus.publish.present import Present


class Written(NamedTuple):
    """A file of the new site. `same`: it is the present site's, and not written. `indexed`: the digest of its bytes, if
    the search finds it. `shows`: as of the output."""

    path: str
    same: bool
    indexed: str
    shows: Shows


Write = Callable[[Made], Written]
"""Writes a file of the new site; what it returns is for the process that publishes."""


class Writer:
    """Writes files into a folder, but for those that the present site has already.

    `search`: whether there is to be an index. A writer remembers nothing but which folders are there, so that copies of
    it may write into one folder.
    """

    def __init__(self, folder: Path, present: Present, *, search: bool) -> None:
        self._folder, self._present, self._search = folder, present, search
        self._rooms: set[str] = set()

    def __call__(self, made: Made) -> Written:
        """Write an output. PublishError if its path leaves the site, or another file stands in its way."""
        path, is_found = checked(made.path), self._search and made.indexed
        if isinstance(made, Kept):
            same, data = True, self._present.read(path) if is_found else b""
        else:
            same, data = self.put(path, made.data), made.data
        return Written(path, same, hashlib.sha256(data).hexdigest() if is_found else "", made.shows)

    def put(self, path: str, data: bytes) -> bool:
        """Write a file, unless the present site has the very same: whether it has."""
        if self._present.holds(path, data):
            return True
        self.make_room(path)
        try:
            # buffered: without that, a disk that takes a part of the bytes would raise no error
            with open(f"{self._folder}/{path}", "xb") as file:  # noqa: PTH123 - ten thousand times
                file.write(data)
        except (FileExistsError, IsADirectoryError) as error:
            raise both(path) from error
        except OSError as error:
            error.filename = error.filename or path  # writing to an open file names none
            raise
        return False

    def make_room(self, path: str) -> None:
        """Make the folder a file lies in."""
        parent = path.rpartition("/")[0]
        if parent not in self._rooms:
            try:
                os.makedirs(f"{self._folder}/{parent}", exist_ok=True)  # noqa: PTH103
            except (FileExistsError, NotADirectoryError) as error:
                raise both(parent) from error
            self._rooms.add(parent)


def both(path: str) -> PublishError:
    """Why a site with these pages cannot be written."""
    return PublishError(f"a file and a folder would both stand at {path!r}; rename one of them")
