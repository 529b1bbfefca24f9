"""A small change of a site, made in place: its files are renamed into the site one after another, under a journal.

The journal says all that is to be done, and is on the disk before any of it is. Whoever finds one does what is left, so
a change that was broken off is completed. It may have come with a checkout: nothing is replaced or removed but what the
site's manifest names, and no link is followed.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from conspectus.publish import disk
from conspectus.publish.errors import HalfWrittenError
from conspectus.publish.paths import belongs_to_git, is_within
from conspectus.publish.present import DROPPINGS, MANIFEST, UNFOLLOWED, Manifest
from conspectus.saving import save

JOURNAL = "journal.json"
VERSION = 1

IS_POSSIBLE = {os.open, os.mkdir, os.rename, os.unlink, os.rmdir, os.stat} <= os.supports_dir_fd
"""Whether the system has handles of folders to work in."""

FOLDER = UNFOLLOWED | getattr(os, "O_DIRECTORY", 0)


@dataclass(frozen=True, slots=True)
class Change:
    """What a journal says. `staged`: the folder beside it that has the new files. `put`: their paths in the site, with
    the digests of their bytes. `removed`: the files that go, and empty folders, with a slash at the end."""

    version: int
    staged: str
    put: Mapping[str, str]
    removed: tuple[str, ...]


def begin(folder: Path, staged: Path, put: Iterable[str], removed: Iterable[str]) -> None:
    """Write the journal of a change into a folder; from then on it is to be completed. OSError, and no journal, if a
    staged file cannot be read or is gone."""
    digests = {path: _digest(staged, path) for path in sorted(put)}
    if gone := next((path for path, digest in digests.items() if not digest), ""):
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(staged / gone))
    change = Change(VERSION, staged.name, digests, tuple(sorted(removed)))
    save(folder / JOURNAL, msgspec.json.format(msgspec.json.encode(change), indent=1))


def complete(out: Path, folder: Path) -> None:
    """Do what the journal in a folder says and is not done yet. HalfWrittenError if that cannot be."""
    remedy = f"remove {out} and {folder}, and build again"
    try:
        change = msgspec.json.decode(_read(folder, JOURNAL), type=Change)
        if change.version != VERSION or not is_within(change.staged):
            raise ValueError("its journal is of another version")
        left = _left(out, folder / change.staged, change)
    except (OSError, ValueError) as error:
        raise HalfWrittenError(f"{out} is half written and cannot be completed: {_reason(error)}", remedy) from error
    try:
        _carry_out(out, folder / change.staged, left, change.removed)
        disk.flush(out)
        (folder / JOURNAL).unlink()
    except OSError as error:
        to_do = f"build again, which completes it; if that fails, {remedy}"
        raise HalfWrittenError(f"{out} is half written: {_reason(error)}", to_do) from error


def _left(out: Path, staged: Path, change: Change) -> list[str]:
    """The files that are still to be put into the site. ValueError if one is missing, or would replace or remove a file
    that is not the site's."""
    manifest = Manifest.read(out)
    ours = {*manifest.files, MANIFEST} if manifest else set()
    left = []
    for path, digest in change.put.items():
        if not is_within(path) or belongs_to_git(path):
            raise ValueError(f"{path!r} is not a path of a site")
        present = _digest(out, path)
        if _digest(staged, path) == digest:
            left.append(path)
            if present not in ("", digest) and path not in ours:
                raise ValueError(f"somebody else wrote {path}")
        elif present != digest:
            raise ValueError(f"{path} is lost")
    for path in change.removed:
        if not is_within(path.rstrip("/")) or belongs_to_git(path):
            raise ValueError(f"{path!r} is not a path of a site")
        if not path.endswith("/") and path not in ours and path.split("/")[-1] not in DROPPINGS and _digest(out, path):
            raise ValueError(f"somebody else wrote {path}")
    return left


def _carry_out(out: Path, staged: Path, put: Iterable[str], removed: Iterable[str]) -> None:
    """The manifest comes last: as long as anything is left to do, it names what may be replaced and removed."""
    pages, manifest = [path for path in put if path != MANIFEST], [path for path in put if path == MANIFEST]
    for path in pages:
        _put(out, staged, path)
    for path in removed:
        _remove(out, path)
    for path in manifest:
        _put(out, staged, path)


def _put(out: Path, staged: Path, path: str) -> None:
    with _folder_of(staged, path) as (source, name), _folder_of(out, path, make=True) as (target, _):
        os.rename(name, name, src_dir_fd=source, dst_dir_fd=target)


def _remove(out: Path, path: str) -> None:
    """Remove a file or an empty folder, and the folders that are empty then."""
    with _unless_gone(out, path), _folder_of(out, path.rstrip("/")) as (folder, name):
        (os.rmdir if path.endswith("/") else os.unlink)(name, dir_fd=folder)
    above = path.rstrip("/").rpartition("/")[0]
    while above:
        try:
            with _unless_gone(out, above), _folder_of(out, above) as (folder, name):
                os.rmdir(name, dir_fd=folder)
        except OSError as error:
            if error.errno in (errno.ENOTEMPTY, errno.EEXIST):
                return
            raise
        above = above.rpartition("/")[0]


@contextmanager
def _unless_gone(out: Path, path: str) -> Iterator[None]:
    """Let removing a file or a folder go that is not there; one that is, and cannot be found, is an error as others."""
    try:
        yield
    except FileNotFoundError:
        if os.path.lexists(out / path):
            raise


def _digest(top: Path, path: str) -> str:
    """The digest of a file; empty if nothing is there. OSError if it is behind a link, or cannot be read."""
    try:
        with _folder_of(top, path) as (folder, name):
            if not stat.S_ISREG(os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode):
                return "not a file"
        return hashlib.sha256(_read(top, path)).hexdigest()
    except FileNotFoundError:
        return ""


def _read(top: Path, path: str) -> bytes:
    with _folder_of(top, path) as (folder, name):
        handle = os.open(name, UNFOLLOWED, dir_fd=folder)
        with os.fdopen(handle, "rb", buffering=0) as file:
            return file.read()


@contextmanager
def _folder_of(top: Path, path: str, *, make: bool = False) -> Iterator[tuple[int, str]]:
    """A handle of the folder that a path below `top` lies in, and its name there; no link is followed on the way."""
    *folders, name = path.split("/")
    handle = os.open(top, FOLDER)
    try:
        for folder in folders:
            if make:
                with suppress(FileExistsError):
                    os.mkdir(folder, dir_fd=handle)
            inner = os.open(folder, FOLDER, dir_fd=handle)
            os.close(handle)
            handle = inner
        yield handle, name
    finally:
        os.close(handle)


def _reason(error: Exception) -> str:
    return (isinstance(error, OSError) and error.strerror) or str(error)
