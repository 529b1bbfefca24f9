"""Writing a file of the new site, which each process of a build does for what it rendered itself."""

from __future__ import annotations

import os
import platform
import secrets
from pathlib import Path
from typing import NamedTuple, Protocol

from conspectus.model.site import UNKNOWN, Kept, Made, Shows
from conspectus.publish.errors import PublishError
from conspectus.publish.paths import checked
from conspectus.publish.present import Present


class Written(NamedTuple):
    """A file of the new site. `same`: it is the present site's, and not written. `digest`: that of its bytes, if it is
    in an object store. `shows`: as of the output. `stored`: its bytes, if it is not written but Pagefind is to store
    it."""

    path: str
    same: bool
    digest: str = ""
    shows: Shows = UNKNOWN
    stored: bytes | None = None


class Write(Protocol):
    """Writes files of the new site; what it returns is for the process that publishes."""

    def __call__(self, made: Made) -> Written: ...

    def repeatable(self) -> Write:
        """The same for processes of other machines: one may be lost before it says what it wrote, and another one then
        writes it again."""


class Writer:
    """Writes files into a folder, but for those that the present site has already.

    A writer remembers nothing but which folders are there, so that copies of
    it may write into one folder.
    """

    def __init__(self, folder: Path, present: Present, *, repeatable: bool = False) -> None:
        self._folder, self._present, self._repeatable = folder, present, repeatable
        self._rooms: set[str] = set()

    def repeatable(self) -> Writer:
        """As `Write.repeatable`: files are renamed into place."""
        return Writer(self._folder, self._present, repeatable=True)

    def __call__(self, made: Made) -> Written:
        """Write an output. PublishError if its path leaves the site, or another file stands in its way."""
        if isinstance(made, Kept):  # whose path was checked when it was written
            return Written(made.path, same=True, shows=made.shows)
        path = checked(made.path)
        if made.stored:
            return Written(path, same=False, stored=made.data)
        return Written(path, self.put(path, made.data), shows=made.shows)

    def put(self, path: str, data: bytes) -> bool:
        """Write a file, unless the present site has the very same: whether it has."""
        if self._present.holds(path, data):
            return True
        self.make_room(path)
        file = f"{self._folder}/{path}"
        written = f"{self._folder}.{secrets.token_hex(8)}" if self._repeatable else file
        try:
            # buffered: without that, a disk that takes a part of the bytes would raise no error
            with open(written, "xb") as handle:  # noqa: PTH123 - ten thousand times
                handle.write(data)
            if self._repeatable:
                os.replace(written, file)  # noqa: PTH105
        except (FileExistsError, IsADirectoryError) as error:
            raise both(path) from error
        except OSError as error:
            error.filename = error.filename or path  # writing to an open file names none
            raise
        return False

    def make_room(self, path: str) -> None:
        """Make the folder a file lies in. PublishError on a machine that does not have the site's."""
        if not self._rooms and not self._folder.is_dir():
            raise PublishError(f"{platform.node()} does not see {self._folder}", "name a folder that all workers share")
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
