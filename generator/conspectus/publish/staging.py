"""The new site, put together beside the present one."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate
from pathlib import Path

from conspectus.publish.errors import PublishError
from conspectus.publish.paths import INDEX
from conspectus.publish.present import MANIFEST, Manifest, Present
from conspectus.publish.signature import EMPTY, listing
from conspectus.publish.writing import Writer, Written, both

MOST, PART = 2000, 10
"""A change of at most so many files, and of at most one in so many, is made in place."""


class Staging:
    """A folder that outputs are written to; those that the present site has already are linked, in the end.

    So a build that changes nothing writes nothing, and one that changes a page writes that page.
    """

    def __init__(self, folder: Path, present: Present) -> None:
        self.folder = folder
        self.write = Writer(folder, present)
        self.stored: dict[str, bytes] = {}
        """What Pagefind is to store, by path."""
        self.new: list[str] = []
        """The files that the present site has not, or otherwise."""
        self.same: list[str] = []
        self._present = present
        self._paths: set[str] = set()
        self._linked: set[str] = set()
        self._indexed = self._index = ""

    def add(self, written: Written) -> None:
        """Take in what was written. PublishError if its path is taken already."""
        if written.path in self._paths or written.path in self.stored:
            raise PublishError(f"two pages would be written to {written.path!r}; rename one of them")
        if written.stored is None:
            self._take(written.path, same=written.same)
        else:
            self.stored[written.path] = written.stored

    def keep_index(self, files: str) -> bool:
        """Take over Pagefind's present folder, if it is whole and was made from files with this digest."""
        manifest, old = self._present.manifest, self._present.folder / INDEX
        if manifest.indexed != files or not old.is_dir() or _digest(old) != manifest.index:
            return False
        self._indexed, self._index = files, manifest.index
        for path in _files(old):
            self._take(f"{INDEX}/{path}", same=True)
        return True

    def take_index(self, files: str) -> None:
        """Take in Pagefind's folder that was made here, from files with this digest."""
        made = self.folder / INDEX
        self._indexed, self._index = files, _digest(made)
        for path in _files(made):
            same = self._present.holds(f"{INDEX}/{path}", (made / path).read_bytes())
            if same:
                (made / path).unlink()
            self._take(f"{INDEX}/{path}", same=same)

    def finish(self) -> bool:
        """Write the manifest. Returns whether the new site differs from the present one."""
        manifest = Manifest(tuple(sorted(self._paths)), self._indexed, self._index).dump()
        self._take(MANIFEST, same=self.write.put(MANIFEST, manifest))
        return bool(self.new)

    @cached_property
    def removed(self) -> list[str]:
        """The present site's files that the new one has not, and the empty folders in it."""
        kept = {*self._present.kept}
        return [path for path in self._present.files if path not in self._paths and path.split("/")[0] not in kept]

    @property
    def is_small(self) -> bool:
        """Whether the present site can be made the new one in place: few files differ, and none becomes a folder, or
        was one."""
        count = len(self.new) + len(self.removed)
        few = count <= MOST and count * PART <= len(self._present.files)
        return few and not any(self._turns(path) for path in self.new)

    def _turns(self, path: str) -> bool:
        above = accumulate(path.split("/")[:-1], "{}/{}".format)
        return (self._present.folder / path).is_dir() or any(folder in self._present.files for folder in above)

    def fill(self) -> None:
        """Make the folder a whole site, by linking all that stays."""
        self.settle(self.same)
        for name in self._present.kept:
            old, new = self._present.folder / name, self.folder / name
            if old.is_dir() and not old.is_symlink():
                shutil.copytree(old, new, symlinks=True, copy_function=_link)
            else:
                _link(str(old), str(new))

    def settle(self, paths: Iterable[str]) -> None:
        """Have these files in the folder."""
        for path in paths:
            if path not in self._linked:
                self.write.make_room(path)
                _link(f"{self._present.folder}/{path}", f"{self.folder}/{path}")
                self._linked.add(path)

    def _take(self, path: str, *, same: bool) -> None:
        self._paths.add(path)
        (self.same if same else self.new).append(path)


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
    for path in _files(folder):
        digest.update(path.encode() + b"\0" + hashlib.sha256((folder / path).read_bytes()).digest())
    return digest.hexdigest()


def _files(folder: Path) -> list[str]:
    return sorted(path for path, state in listing(folder).items() if state != EMPTY)
