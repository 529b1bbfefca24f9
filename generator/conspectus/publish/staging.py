"""The new site, put together beside the present one."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

from conspectus.model.site import Output
from conspectus.publish.errors import PublishError
from conspectus.publish.paths import INDEX, checked
from conspectus.publish.present import MANIFEST, Manifest, Present, files
from conspectus.publish.search import is_paper


class Staging:
    """A folder that outputs are written to; those that are there already are not written but linked."""

    def __init__(self, folder: Path, present: Present) -> None:
        self.folder = folder
        self.changed = False
        """Whether it differs from the present site."""
        self.papers: dict[str, str] = {}
        """The digests of the pages the search finds, by path."""
        self._present = present
        self._files: set[str] = set()
        self._made: set[Path] = {folder}
        self._indexed = self._index = ""

    def add(self, output: Output) -> None:
        """Take in an output. PublishError if its path leaves the site, or something stands there already."""
        path = checked(output.path)
        if path in self._files:
            raise PublishError(f"two pages would be written to {path!r}; rename one of them")
        self._put(path, output.data)
        if is_paper(path):
            self.papers[path] = hashlib.sha256(output.data).hexdigest()

    def keep_index(self, pages: str) -> bool:
        """Take over the present index, if it is whole and was made from pages with this digest."""
        manifest, old = self._present.manifest, self._present.folder / INDEX
        if not manifest.index or manifest.indexed != pages or not old.is_dir() or _digest(old) != manifest.index:
            return False
        shutil.copytree(old, self.folder / INDEX, copy_function=_link)
        self._indexed, self._index = pages, manifest.index
        self._note_index()
        return True

    def take_index(self, pages: str) -> None:
        """Take in the index that was made here, from pages with this digest."""
        if (self.folder / INDEX).is_dir():
            self._indexed, self._index = pages, _digest(self.folder / INDEX)
            self._note_index()

    def finish(self) -> None:
        """Write the manifest, and keep what is hidden in the present site and not ours."""
        manifest = Manifest(tuple(sorted(self._files)), self._indexed, self._index)
        self._put(MANIFEST, manifest.dump())
        for name in self._present.kept:
            old, new = self._present.folder / name, self.folder / name
            if old.is_dir() and not old.is_symlink():
                shutil.copytree(old, new, symlinks=True, copy_function=_link)
            else:
                _link(str(old), str(new))

    def _put(self, path: str, data: bytes) -> None:
        file = self.folder / path
        try:
            if file.parent not in self._made:
                file.parent.mkdir(parents=True, exist_ok=True)
                self._made.add(file.parent)
            old = self._present.holds(path, data)
            if old is None:
                self.changed = True
                with file.open("xb", buffering=0) as handle:
                    handle.write(data)
            else:
                _link(str(old), str(file))
        except (FileExistsError, NotADirectoryError) as error:
            raise PublishError(f"a file and a folder would both stand at {path!r}; rename one of them") from error
        self._files.add(path)

    def _note_index(self) -> None:
        self._files.update(f"{INDEX}/{path}" for path in files(self.folder / INDEX))


def _link(old: str, new: str) -> None:
    """The same file under a second name, or a copy where the disk knows no such thing."""
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError:
        shutil.copy2(old, new, follow_symlinks=False)


def _digest(folder: Path) -> str:
    """One digest of all files of a folder, their paths and their bytes."""
    digest = hashlib.sha256()
    for path in sorted(files(folder)):
        digest.update(path.encode() + b"\0" + hashlib.sha256((folder / path).read_bytes()).digest())
    return digest.hexdigest()
