"""Saving a file: whole or not at all, and never through a link that leads out of the folder it belongs to."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from pathlib import Path


def save(path: Path, data: bytes, within: Path | None = None) -> None:
    """Write a file, and the folders it lies in. What was there stays until all of the new bytes are on the disk.

    A link is followed, if it leads to a place below `within`. OSError if it leads elsewhere, or the disk refuses.
    """
    target = path.resolve()
    if within is not None and not target.is_relative_to(within.resolve()):
        raise OSError(errno.EPERM, "a link leads out of the survey's folder; remove it", str(path))
    temporary = beside(target)
    try:
        stage(temporary, target, data)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
    flush_names(target.parent)


def beside(target: Path) -> Path:
    """A name beside a file that nothing has yet, hidden, so that nobody takes what is there for content."""
    return target.with_name(f".{target.name}.{secrets.token_hex(4)}~")


def stage(path: Path, target: Path, data: bytes) -> None:
    """Write a new file that is to replace another, with that one's permissions, and have it on the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if target.exists():
        path.chmod(stat.S_IMODE(target.stat().st_mode))


def flush_names(folder: Path) -> None:
    """Have the system write down which names a folder holds, where it can be asked to."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
