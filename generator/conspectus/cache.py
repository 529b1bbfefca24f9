"""Values kept on disk between runs, found again by the digest of what they were made from.

Deleting the folder is always safe. It lies with the user's other caches and never in the project, so that nobody can
hand us values by putting them into a repository.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TypeVar, cast

from conspectus import __version__

T = TypeVar("T")

MAX_BYTES = 256 * 1024 * 1024
"""How much is kept of one kind; beyond that, what has not been asked for longest goes."""

MAKERS = ("bibtexparser", "comrak-ext", "font-source-serif-pro", "pillow", "pylatexenc", "PyYAML")
"""Libraries that take part in making what is kept."""


def default_folder() -> Path:
    """`$XDG_CACHE_HOME/conspectus`, or `~/.cache/conspectus`."""
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "conspectus"


class Cache:
    """A folder of values. One without a folder (`Cache(None)`) keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder if folder is None or _is_ours(folder) else None
        self._room: dict[str, int] = {}  # how many bytes may be written of a kind before we tidy up

    def get(self, kind: str, digest: str, make: Callable[[], T]) -> T:
        """The value `make()` returned when last asked for this kind and digest, or a fresh one."""
        if self.folder is None:
            return make()
        path = self.folder / kind / _name(kind, digest)
        found = _read(path)
        if found is not None:
            return cast(T, found[0])
        value = make()
        self._keep(path, pickle.dumps((value,), protocol=pickle.HIGHEST_PROTOCOL))
        return value

    def _keep(self, path: Path, data: bytes) -> None:
        """Write through a temporary file; a full or read-only disk costs speed, not the build."""
        try:
            for folder in (path.parent.parent, path.parent):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._make_room(path.parent, len(data))
            with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
                try:
                    file.write(data)
                    file.close()
                    Path(file.name).replace(path)
                except BaseException:
                    Path(file.name).unlink(missing_ok=True)
                    raise
        except OSError:
            pass

    def _make_room(self, folder: Path, size: int) -> None:
        """Look at the folder's size once, and again when as much has been written as was free then."""
        left = self._room.get(folder.name, 0) - size
        if left < 0:
            aged = sorted((entry.stat().st_mtime_ns, entry.stat().st_size, entry.path) for entry in os.scandir(folder))
            left = MAX_BYTES - size - sum(bytes for _, bytes, _ in aged)
            for _, bytes, path in aged:
                if left >= MAX_BYTES // 4:
                    break
                Path(path).unlink(missing_ok=True)
                left += bytes
        self._room[folder.name] = left


def _is_ours(folder: Path) -> bool:
    """Whether nobody else can have put anything into the folder, which would be run when it is read."""
    try:
        state = folder.stat()
    except OSError:
        return True  # it is yet to be made, or cannot be
    return not hasattr(os, "getuid") or (state.st_uid == os.getuid() and not state.st_mode & 0o022)


def _read(path: Path) -> tuple[object] | None:
    """The value kept in a file, in a tuple; None if there is none that can be read."""
    try:
        found = pickle.loads(path.read_bytes())  # noqa: S301 - the user's own folder, which nobody else can write to
        os.utime(path)
    except Exception:  # a damaged pickle can raise anything
        return None
    return found if isinstance(found, tuple) and len(found) == 1 else None


def _name(kind: str, digest: str) -> str:
    return hashlib.sha256(f"{_made_by()}\0{kind}\0{digest}".encode()).hexdigest()


@cache
def _made_by() -> str:
    """A digest of the package's modules by size and change time, and of what they use: other code, other values."""
    package = Path(__file__).parent
    stamps = [__version__, sys.version]
    for file in sorted(package.rglob("*.py")):
        state = file.stat()
        stamps.append(f"{file.relative_to(package)} {state.st_size} {state.st_mtime_ns}")
    for name in MAKERS:
        try:
            stamps.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            continue
    return hashlib.sha256("\n".join(stamps).encode()).hexdigest()
