"""A project on disk: where its folders and files are, and how they are listed and read."""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from conspectus.model.paper import Source

PACKAGE = Path(__file__).parent

MOST_BYTES = 256 * 1024 * 1024
"""How large a file of a survey may be at all; the formats have lower limits, and messages with lines."""

READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Project:
    """A survey's folder. It is a project if it has `content/survey.yaml`.

    `untrusted`: it is a stranger's, whose templates are not used.
    """

    root: Path
    untrusted: bool = False

    @classmethod
    def find(cls, start: Path) -> Project | None:
        """The project that `start` lies in: the nearest folder upwards with `content/survey.yaml`."""
        start = start.resolve()
        return next((cls(folder) for folder in (start, *start.parents) if cls(folder).settings_file.is_file()), None)

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def settings_file(self) -> Path:
        return self.content / "survey.yaml"

    @property
    def papers(self) -> Path:
        return self.content / "papers"

    @property
    def ledger_file(self) -> Path:
        """Where the citation keys are kept, if they are."""
        return self.content / "citation-keys.yaml"

    @property
    def out(self) -> Path:
        return self.root / "site"

    @property
    def templates(self) -> tuple[Path, ...]:
        """Where templates and assets are looked for, first hit wins: the project's own shadow ours file by file."""
        ours = packaged_templates()
        own = self.root / "templates"
        return (own, ours) if not self.untrusted and own.is_dir() and own != ours else (ours,)

    def links_out(self) -> Iterator[str]:
        """What below `content/` is a link that leads out of it, and `content/` itself if it leads out of the folder."""
        content = _real(self.content)
        if not content.is_relative_to(_real(self.root)):
            yield self.name(self.content)
            return
        waiting = [self.content]
        while waiting:
            for entry in sorted(os.scandir(waiting.pop()), key=lambda entry: entry.name):
                path = Path(entry.path)
                if entry.is_symlink() and not _real(path).is_relative_to(content):
                    yield self.name(path)
                elif entry.is_dir(follow_symlinks=False):
                    waiting.append(path)

    @property
    def has_own_templates(self) -> bool:
        """Whether the survey replaces any templates or assets."""
        return len(self.templates) > 1

    def source(self, path: Path) -> Source:
        """Read a file below the project's folder. OSError where it cannot be read, or is too large to be one of a
        survey's. No link that a stranger puts there after `links_out` is followed out of `content/`."""
        with os.fdopen(_inside(self.content, path) if self.untrusted else os.open(path, READING), "rb") as file:
            return Source.of(self.name(path), _read(file, path))

    def data(self, name: str) -> bytes:
        """The bytes of a file by what it is called in messages. OSError as for `source`."""
        return self.source(self.root / name).data

    def name(self, path: Path) -> str:
        """What a file below the project's folder is called in messages: its path from there, with forward slashes."""
        return _name(path, self.root)

    def signature(self, path: Path) -> Signature:
        """What changes when a file of the project does."""
        return signature_of(path)

    def sources(self, folder: str, *suffixes: str) -> Iterator[Source]:
        """All files below `content/<folder>`, read."""
        yield from map(self.source, self.files(folder, *suffixes))

    def files(self, folder: str, *suffixes: str) -> Iterator[Path]:
        """All files below `content/<folder>`, sorted by path, without hidden, temporary and linked-away ones."""
        top, content = self.content / folder, _real(self.content)
        if not _real(top).is_relative_to(content):
            return
        for _, entry in sorted(_below(str(top)), key=lambda pair: pair[0]):
            path = _path(entry.path)
            inside = not entry.is_symlink() or _real(path).is_relative_to(content)
            if inside and (not suffixes or path.suffix in suffixes) and entry.is_file():
                yield path


def packaged_templates() -> Path:
    """Where our own templates and assets are: in the package, or beside it in a checkout."""
    packaged = PACKAGE / "templates"
    return packaged if packaged.is_dir() else PACKAGE.parent.parent / "templates"


def _real(path: Path) -> Path:
    """Where a path leads; a link that leads to itself, nowhere else."""
    return Path(os.path.realpath(path))


def _inside(folder: Path, path: Path) -> int:
    """A handle of a file in a folder, or below it. PermissionError where a link leads out of it.

    One folder is opened after the other, and none by a link, so that nothing can change on the way.
    """
    real, top = _real(path), _real(folder)
    if not real.is_relative_to(top):
        raise PermissionError(errno.EPERM, "a link leads out of the survey", str(path))
    if os.open not in os.supports_dir_fd:
        return os.open(real, READING)
    handle = os.open(top, os.O_RDONLY)
    *folders, name = real.relative_to(top).parts
    for part, flags in (*((part, os.O_DIRECTORY) for part in folders), (name, READING)):
        above = handle
        try:
            handle = os.open(part, os.O_RDONLY | os.O_NOFOLLOW | flags, dir_fd=above)
        finally:
            os.close(above)
    return handle


def _read(file: BinaryIO, path: Path) -> bytes:
    """The bytes of a file that was opened. OSError where it is not a file, or a very large one."""
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        raise OSError(errno.EINVAL, "not a file", str(path))
    if len(data := file.read(MOST_BYTES + 1)) > MOST_BYTES:
        raise OSError(errno.EFBIG, f"the file is larger than {MOST_BYTES // 1024 // 1024} MiB", str(path))
    return data


@lru_cache(maxsize=65536)
def _path(name: str) -> Path:
    """The very same path each time: to take one apart takes longer than to ask what state the file is in."""
    return Path(name)


@lru_cache(maxsize=65536)
def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


Signature = tuple[int, ...]
"""What changes when a file does: its size, its times and its number. Empty where that cannot be told, or not yet."""

State = tuple[tuple[str, Signature | bytes], ...]
"""What changes when anything in a folder does: its files by name, each with what changes when it does."""


def state_of(folder: Path) -> State:
    """What changes when anything in a folder or below it does."""
    entries = sorted(_below(str(folder)), key=lambda entry: entry[0])
    return tuple((name, signature_of(entry) or _bytes(entry)) for name, entry in entries)


def _bytes(entry: os.DirEntry[str]) -> bytes:
    return Path(entry.path).read_bytes() if entry.is_file() else b""


def _below(folder: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """The files in a folder and in the folders below it, by their paths from there; none if there is no such folder."""
    waiting = [(folder, "")]
    while waiting:
        folder, before = waiting.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError:
            continue
        for entry in entries:
            if not entry.name.startswith(".") and not entry.name.endswith("~"):
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{before}{entry.name}/"))
                else:
                    yield f"{before}{_readable(entry)}", entry


def _readable(entry: os.DirEntry[str]) -> str:
    """The name of a file, which messages and pages can show. OSError where it is not text."""
    try:
        entry.name.encode()
    except UnicodeEncodeError:
        shown = os.fsencode(entry.path).decode("utf-8", "backslashreplace")
        raise OSError(errno.EILSEQ, "the name of a file is not UTF-8; rename it", shown) from None
    return entry.name


SETTLED = 2_000_000_000
"""Nanoseconds for which a file has to have been left alone before its times tell whether it changed: that is how rough
the clocks of file systems are."""


def signature_of(path: Path | os.DirEntry[str]) -> Signature:
    """The signature of a file as it is now."""
    now = time.time_ns()
    try:
        state = path.stat()
    except OSError:
        return ()
    settled = max(state.st_mtime_ns, state.st_ctime_ns) + SETTLED < now
    return (state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino) if settled else ()
