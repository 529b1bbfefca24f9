"""Values kept on disk between runs, as plain data, found again by the digest of what they were made from.

A kept file is a header and the value in MessagePack. The header says which format it is, the digest of what the value
was made from, and that of the value. A file that does not fit is thrown away, and what was in it made anew. Nothing in
a file is ever run, and nothing is more than a value of the type that was asked for.

Deleting the folder is always safe. It lies with the user's other caches and never in the project, so that nobody can
hand us values by putting them into a repository.
"""

from __future__ import annotations

import functools
import hashlib
import logging
import os
import stat
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TypeVar

import msgspec

T = TypeVar("T")

HEAD = b"conspectus cache 1\n"
"""What a kept file begins with; another number is another format."""

DIGEST = hashlib.sha256().digest_size

MAX_BYTES = 256 * 1024 * 1024
"""How much is kept of one kind; beyond that, what has not been asked for longest goes."""

MAKERS = (
    "Babel", "bibtexparser", "charset-normalizer", "comrak-ext", "font-source-serif-pro", "google-re2", "Jinja2",
    "latex2mathml", "Markdown", "msgspec", "nh3", "pagefind-bin", "pillow", "pylatexenc", "pyuca", "PyYAML",
    "rapidfuzz",
)  # fmt: skip
"""Libraries that take part in making what is kept."""

UNFOLLOWED = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

log = logging.getLogger(__name__)


def default_folder() -> Path:
    """`$XDG_CACHE_HOME/conspectus`, or `~/.cache/conspectus`. A relative path in the variable is ignored, as the XDG
    Base Directory Specification demands."""
    base = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return (base if base.is_absolute() else Path.home() / ".cache") / "conspectus"


class Cache:
    """A folder of values. One without a folder (`Cache(None)`) keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self._room: dict[str, int] = {}  # how many bytes may be written of a kind before we tidy up

    def get(self, kind: str, type: type[T], digest: str, make: Callable[[], T]) -> T:
        """The value `make()` returned when last asked for this kind and digest, or a fresh one."""
        value = self.load(kind, type, digest)
        if value is None:
            value = make()
            self.save(kind, digest, value)
        return value

    def load(self, kind: str, type: type[T], digest: str) -> T | None:
        """The value that was saved of this kind and digest, if it is of this type; None if there is none."""
        if self.folder is None:
            return None
        inputs = _inputs(kind, digest)
        path = self.folder / kind / inputs.hex()
        try:
            value = msgspec.msgpack.decode(_content(path, self.folder, inputs), type=type)
            os.utime(path)
        except FileNotFoundError:
            return None
        except (OSError, ValueError, RecursionError) as error:
            log.debug("not used: %s: %s", path, error)
            return None
        return value

    def save(self, kind: str, digest: str, value: object) -> None:
        """Keep a value of plain data: text, numbers, bytes, tuples and frozen dataclasses of such.

        One that cannot be written, and a full or read-only disk, cost speed, not the build.
        """
        if self.folder is None:
            return
        inputs = _inputs(kind, digest)
        try:
            content = msgspec.msgpack.encode(value)
            data = b"".join((HEAD, inputs, hashlib.sha256(content).digest(), content))
            self._write(self.folder / kind / inputs.hex(), data)
        except (OSError, ValueError, OverflowError, RecursionError) as error:
            log.debug("not kept: %s %s: %s", kind, digest, error)

    def _write(self, path: Path, data: bytes) -> None:
        """Write through a temporary file, so that nobody reads half a value."""
        for folder in (path.parent.parent, path.parent):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _check(path.parent, path.parent.parent)
        self._make_room(path.parent, len(data))
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
            try:
                file.write(data)
                file.close()
                Path(file.name).replace(path)
            except BaseException:
                Path(file.name).unlink(missing_ok=True)
                raise

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


def _content(path: Path, top: Path, inputs: bytes) -> bytes:
    """The value in a kept file, as bytes that are whole. OSError where it cannot be read or may be somebody else's,
    ValueError where it is damaged, or not what is looked for."""
    handle = os.open(path, UNFOLLOWED)
    with os.fdopen(handle, "rb") as file:
        _check(path.parent, top)
        state = os.fstat(handle)
        if not stat.S_ISREG(state.st_mode) or state.st_size > MAX_BYTES:
            raise ValueError("not a file of ours")
        _check_state(path, state)
        data = file.read()
    head = HEAD + inputs
    content = data[len(head) + DIGEST :]
    if data[: len(head)] != head or data[len(head) : len(head) + DIGEST] != hashlib.sha256(content).digest():
        raise ValueError("damaged, or in another format")
    return content


def _check(folder: Path, top: Path) -> None:
    """OSError if anybody else can have put something into a folder of the cache, whose own folder is `top`.

    Above that, others in a group may write: with what is theirs, they can replace nothing that is looked at.
    """
    folder, top = folder.resolve(), top.resolve()
    for level in (folder, *folder.parents):
        _check_state(level, level.stat(), is_ours=level.is_relative_to(top))


def _check_state(path: Path, state: os.stat_result, *, is_ours: bool = True) -> None:
    if not hasattr(os, "getuid"):
        return  # Windows, where a user's folder is the user's
    owners, writers = ({os.getuid()}, 0o022) if is_ours else ({os.getuid(), 0}, 0o002)
    is_shared = not is_ours and state.st_mode & stat.S_ISVTX  # such as /tmp, where nobody can rename what is another's
    if state.st_uid not in owners or (state.st_mode & writers and not is_shared):
        raise PermissionError(f"{path} is not only yours to write")


def unusable(folder: Path) -> str:
    """Why nothing in the cache's folder is used; empty if it is, or is not there yet."""
    try:
        if folder.exists():
            _check(folder, folder)
    except OSError as error:
        return error.strerror or str(error)
    return ""


def _inputs(kind: str, digest: str) -> bytes:
    """The digest of what a value is made from: what it was asked for by, and what makes it."""
    return hashlib.sha256(f"{_made_by()}\0{kind}\0{digest}".encode()).digest()


@functools.cache
def _made_by() -> str:
    """A digest of the package's modules and translations and of the versions of what they use."""
    package = Path(__file__).parent
    digest = hashlib.sha256(sys.version.encode())
    for file in sorted([*package.rglob("*.py"), *package.rglob("*.po")]):
        data = file.read_bytes()
        digest.update(f"\0{file.relative_to(package)} {len(data)}\0".encode() + data)
    for name in MAKERS:
        with suppress(PackageNotFoundError):
            digest.update(f"\0{name} {version(name)}".encode())
    return digest.hexdigest()
