"""The folder beside a site in which the next one is made, and the swap of the two."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from conspectus.publish.errors import PublishError


@dataclass(frozen=True, slots=True)
class Workplace:
    """The site's folder, the folder the next one is made in, and where the old one goes."""

    out: Path
    folder: Path

    @property
    def new(self) -> Path:
        return self.folder / "new"

    @property
    def old(self) -> Path:
        return self.folder / "old"

    def swap(self) -> None:
        """Put the new site in the place of the old. Whatever comes in between, one of the two stands there."""
        try:
            if self.out.exists():
                shutil.copymode(self.out, self.new)
                self.out.rename(self.old)
            self.new.rename(self.out)
        except OSError as error:
            raise PublishError(f"{self.out} cannot be replaced: {error.strerror}; close what uses it") from error
        finally:
            self.put_back()

    def put_back(self) -> None:
        """If a swap was broken off half way, undo the half."""
        if self.old.exists() and not self.out.exists():
            self.old.rename(self.out)


@contextmanager
def workplace(out: Path) -> Iterator[Workplace]:
    """A place to make the next site of the folder `out`, which nobody else has at the same time; gone afterwards.

    It lies beside `out`, because only within one disk can a folder be renamed. What a killed build has left there is
    cleared away. PublishError if another build is at work there, or the place cannot be made.
    """
    place = Workplace(out, out.parent / f".{out.name}.conspectus")
    with _locked(place.folder, out):
        place.put_back()
        for left in (place.new, place.old):
            shutil.rmtree(left, ignore_errors=True)
        place.new.mkdir()
        try:
            yield place
        finally:
            place.put_back()
            shutil.rmtree(place.folder, ignore_errors=True)


@contextmanager
def _locked(folder: Path, out: Path) -> Iterator[None]:
    """Hold the lock in a folder, which is made for it; however the program ends, the system lets go of it."""
    lock = folder / "lock"
    while True:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise PublishError(f"the site is made beside {out}, which cannot be done: {error.strerror}") from error
        with suppress(FileNotFoundError):
            (folder / ".gitignore").write_text("*\n", "utf-8")  # if we are killed, nobody shall commit what is left
            handle = os.open(lock, os.O_CREAT | os.O_RDWR, 0o600)
            try:
                if not _lock(handle):
                    raise PublishError(f"another build is writing {out}; wait until it is done")
                # The one who held it before may have cleared the folder away since we opened the file.
                if os.fstat(handle).st_ino == lock.stat().st_ino:
                    yield
                    return
            finally:
                os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
