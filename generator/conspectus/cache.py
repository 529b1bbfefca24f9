"""Values kept on disk between runs, found again by the digest of what they were made from.

Deleting the folder is always safe. It lies with the user's other caches and never in the project, so that nobody can
hand us values by putting them into a repository.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

from conspectus import __version__

T = TypeVar("T")


def default_folder() -> Path:
    """`$XDG_CACHE_HOME/conspectus`, or `~/.cache/conspectus`."""
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "conspectus"


class Cache:
    """A folder of values. One without a folder (`Cache(None)`) keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def get(self, kind: str, digest: str, make: Callable[[], T]) -> T:
        """The value `make()` returned when last asked for this kind and digest, or a fresh one."""
        if self.folder is None:
            return make()
        path = self.folder / kind / self._name(kind, digest)
        try:
            return cast(T, pickle.loads(path.read_bytes()))  # noqa: S301 - the user's own cache folder, mode 0700
        except (OSError, pickle.PickleError, EOFError, AttributeError, ImportError, TypeError, ValueError):
            value = make()
            self._keep(path, value)
            return value

    def _name(self, kind: str, digest: str) -> str:
        return hashlib.sha256(f"{__version__}\0{CODE}\0{kind}\0{digest}".encode()).hexdigest()

    def _keep(self, path: Path, value: object) -> None:
        """Write through a temporary file; a full or read-only disk costs speed, not the build."""
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
                file.write(pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL))
            Path(file.name).replace(path)
        except OSError:
            pass


def _code_digest() -> str:
    """A digest of the package's own modules by size and change time: other code, other cache."""
    package = Path(__file__).parent
    files = sorted(package.rglob("*.py"))
    stamps = "".join(f"{file.relative_to(package)}{file.stat().st_size}{file.stat().st_mtime_ns}" for file in files)
    return hashlib.sha256(stamps.encode()).hexdigest()


CODE = _code_digest()
