"""The new site, put together beside the present one."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

from conspectus.model.site import Kept, Made
from conspectus.publish.errors import PublishError
from conspectus.publish.paths import INDEX, checked
from conspectus.publish.present import MANIFEST, Manifest, Present, files


class Staging:
    """A folder that outputs are written to; those that the present site has already are linked, in the end.

    So a build that changes nothing writes nothing, and one that changes a page writes that page.
    """

    def __init__(self, folder: Path, present: Present) -> None:
        self.folder = folder
        self.changed = False
        """Whether it differs from the present site."""
        self.indexed: dict[str, str] = {}
        """The digests of the pages the search finds, by path."""
        self._present = present
        self._paths: set[str] = set()
        self._same: list[str] = []
        self._made: set[str] = set()
        self._indexed = self._index = ""

    def add(self, output: Made) -> None:
        """Add an output, or the present file where that is kept. PublishError if its path leaves the site, or is taken
        already."""
        path = checked(output.path)
        if path in self._paths:
            raise PublishError(f"two pages would be written to {path!r}; rename one of them")
        if isinstance(output, Kept):
            self._keep(path)
        else:
            self._put(path, output.data)
        if output.indexed:
            data = self._present.read(path) if isinstance(output, Kept) else output.data
            self.indexed[path] = hashlib.sha256(data).hexdigest()

    def keep_index(self, pages: str) -> bool:
        """Take over the present index, if it is whole and was made from pages with this digest."""
        manifest, old = self._present.manifest, self._present.folder / INDEX
        if manifest.indexed != pages or not old.is_dir() or _digest(old) != manifest.index:
            return False
        self._indexed, self._index = pages, manifest.index
        self._same += (f"{INDEX}/{path}" for path in sorted(files(old)))
        self._paths.update(self._same)
        return True

    def take_index(self, pages: str) -> None:
        """Take in the index that was made here, from pages with this digest."""
        made = self.folder / INDEX
        if made.is_dir():
            self.changed = True
            self._indexed, self._index = pages, _digest(made)
            self._paths.update(f"{INDEX}/{path}" for path in files(made))

    def finish(self) -> None:
        """Write the manifest; if that or anything else differs, make the folder a whole site."""
        self._put(MANIFEST, Manifest(tuple(sorted(self._paths)), self._indexed, self._index).dump())
        if not self.changed:
            return
        self.settle()
        for name in self._present.kept:
            old, new = self._present.folder / name, self.folder / name
            if old.is_dir() and not old.is_symlink():
                shutil.copytree(old, new, symlinks=True, copy_function=_link)
            else:
                _link(str(old), str(new))

    def settle(self) -> None:
        """Have all files in the folder that were taken in so far."""
        for path in self._same:
            self._make_room(path)
            _link(f"{self._present.folder}/{path}", f"{self.folder}/{path}")
        self._same.clear()

    def _keep(self, path: str) -> None:
        self._paths.add(path)
        self._same.append(path)

    def _put(self, path: str, data: bytes) -> None:
        if self._present.holds(path, data):
            self._keep(path)
            return
        self._paths.add(path)
        self.changed = True
        self._make_room(path)
        try:
            # buffered: without that, a disk that takes a part of the bytes would raise no error
            with open(f"{self.folder}/{path}", "xb") as file:  # noqa: PTH123 - ten thousand times
                file.write(data)
        except (FileExistsError, IsADirectoryError) as error:
            raise _both(path) from error
        except OSError as error:
            error.filename = error.filename or path  # writing to an open file names none
            raise

    def _make_room(self, path: str) -> None:
        """Make the folder a file lies in."""
        parent = path.rpartition("/")[0]
        if parent not in self._made:
            try:
                os.makedirs(f"{self.folder}/{parent}", exist_ok=True)  # noqa: PTH103
            except (FileExistsError, NotADirectoryError) as error:
                raise _both(parent) from error
            self._made.add(parent)


def _both(path: str) -> PublishError:
    return PublishError(f"a file and a folder would both stand at {path!r}; rename one of them")


def _link(old: str, new: str) -> None:
    """The same file under a second name, or a copy where the disk knows no such thing."""
    try:
        os.link(old, new, follow_symlinks=False)
    except FileExistsError as error:
        raise _both(new) from error
    except OSError:
        shutil.copy2(old, new, follow_symlinks=False)


def _digest(folder: Path) -> str:
    """One digest of all files of a folder, their paths and their bytes."""
    digest = hashlib.sha256()
    for path in sorted(files(folder)):
        digest.update(path.encode() + b"\0" + hashlib.sha256((folder / path).read_bytes()).digest())
    return digest.hexdigest()
