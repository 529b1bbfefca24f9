"""The new site, put together beside the present one."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

from conspectus.publish.errors import PublishError
from conspectus.publish.paths import INDEX
from conspectus.publish.present import MANIFEST, Manifest, Present, files
from conspectus.publish.writing import Writer, Written, both


class Staging:
    """A folder that outputs are written to; those that the present site has already are linked, in the end.

    So a build that changes nothing writes nothing, and one that changes a page writes that page.
    """

    def __init__(self, folder: Path, present: Present) -> None:
        self.folder = folder
        self.write = Writer(folder, present)
        self.changed = False
        """Whether it differs from the present site."""
        self.indexed: dict[str, str] = {}
        """The digests of the pages the search finds, by path."""
        self._present = present
        self._paths: set[str] = set()
        self._same: list[str] = []
        self._indexed = self._index = ""

    def add(self, written: Written) -> None:
        """Take in what was written. PublishError if its path is taken already."""
        if written.path in self._paths:
            raise PublishError(f"two pages would be written to {written.path!r}; rename one of them")
        self._take(written.path, same=written.same)
        if written.indexed:
            self.indexed[written.path] = written.indexed

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
        manifest = Manifest(tuple(sorted(self._paths)), self._indexed, self._index).dump()
        self._take(MANIFEST, same=self.write.put(MANIFEST, manifest))
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
            self.write.make_room(path)
            _link(f"{self._present.folder}/{path}", f"{self.folder}/{path}")
        self._same.clear()

    def _take(self, path: str, *, same: bool) -> None:
        self._paths.add(path)
        if same:
            self._same.append(path)
        else:
            self.changed = True


def _link(old: str, new: str) -> None:
    """The same file under a second name, or a copy where the disk knows no such thing."""
    try:
        os.link(old, new, follow_symlinks=False)
    except FileExistsError as error:
        raise both(new) from error
    except OSError:
        shutil.copy2(old, new, follow_symlinks=False)


def _digest(folder: Path) -> str:
    """One digest of all files of a folder, their paths and their bytes."""
    digest = hashlib.sha256()
    for path in sorted(files(folder)):
        digest.update(path.encode() + b"\0" + hashlib.sha256((folder / path).read_bytes()).digest())
    return digest.hexdigest()
