"""The folder beside a site in which the next one is made, and the swap of the two."""

from __future__ import annotations

import os
import secrets
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from conspectus.publish import disk, journal
from conspectus.publish.errors import PublishError
from conspectus.publish.journal import JOURNAL
from conspectus.saving import flush_names

NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)  # Windows has no such flag


@dataclass(frozen=True, slots=True)
class Workplace:
    """The site's folder, the folder of the workplace, and `new`, the folder in it that the next site is made in.

    `new` has another name in each build: a Pagefind that outlives a killed build writes into none of a later one.
    """

    out: Path
    folder: Path
    new: Path

    @classmethod
    def beside(cls, out: Path) -> Workplace:
        """Where the next site of a folder is made: beside it, because only within one disk can a folder be renamed."""
        folder = out.parent / f".{out.name}.conspectus"
        return cls(out, folder, folder / f"new-{secrets.token_hex(4)}")

    @property
    def old(self) -> Path:
        return self.folder / "old"

    @property
    def is_half_done(self) -> bool:
        """Whether a change in place was begun and is not completed."""
        return os.path.lexists(self.folder / JOURNAL)

    def change(self, put: Iterable[str], removed: Iterable[str]) -> None:
        """Make the old site the new one in place, after all that is `put` is on the disk in `new`.

        What was begun is completed even if something fails or interrupts it. PublishError if it cannot be: the journal
        stays, and the next build completes it.
        """
        try:
            disk.flush(self.new)
            journal.begin(self.folder, self.new, put, removed)
            self.complete()
        except BaseException as error:
            if not self.is_half_done:
                raise
            self.complete()
            if not isinstance(error, Exception):
                raise

    def complete(self) -> None:
        """If a change in place was broken off, do what is left of it."""
        if self.is_half_done and self.out.exists():
            journal.complete(self.out, self.folder)

    def swap(self) -> None:
        """Replace the old site by the new one, after all of it is on the disk.

        If the system can exchange two folders, there is always one of the two sites. Elsewhere there is none for the
        moment between two renames; if the build is killed then, the next one restores the old site.
        """
        try:
            disk.flush(self.new)
            if not self.out.exists():
                self.new.rename(self.out)
            else:
                shutil.copymode(self.out, self.new)
                if not disk.exchange(self.new, self.out):
                    self.out.rename(self.old)
                    self.new.rename(self.out)
            flush_names(self.out.parent)
        except OSError as error:
            raise PublishError(f"{self.out} cannot be replaced: {error.strerror}; close what uses it") from error
        finally:
            self.put_back()

    def put_back(self) -> None:
        """If a swap was broken off half way, undo the half."""
        if self.old.is_dir() and not self.old.is_symlink() and not self.out.exists():
            self.old.rename(self.out)

    def clear(self) -> None:
        """Remove what a killed build left here. A link is removed, never followed."""
        for path in self.folder.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            elif path.is_symlink() or path.name not in (LOCK, IGNORE):
                path.unlink()


LOCK, IGNORE = "lock", ".gitignore"


@contextmanager
def workplace(out: Path) -> Iterator[Workplace]:
    """A folder in which the next site of `out` is made, used by one build at a time and deleted afterwards.

    What a killed build began to change in place is completed; what else it left is deleted. PublishError if another
    build is using it, or if it cannot be created.
    """
    place = Workplace.beside(out)
    if out.is_mount():
        raise PublishError(
            f"{out} is a mount point, which cannot be replaced; name a folder below it, as {out / 'site'}"
        )
    try:
        lock = _locked(place)
    except OSError as error:
        what = f"the site is made beside {out}, which cannot be done: {error.strerror}"
        raise PublishError(what, "name a folder that can be written to with --out") from error
    try:
        place.put_back()
        place.complete()
        place.clear()
        place.new.mkdir()
        yield place
    finally:
        try:
            place.put_back()
            if not place.is_half_done:
                shutil.rmtree(place.folder, ignore_errors=True)
        finally:
            os.close(lock)


def is_being_built(out: Path) -> bool:
    """Whether a build is writing a site, or was killed while it did."""
    return Workplace.beside(Path(os.path.realpath(out))).folder.exists()


def is_half_written(out: Path) -> bool:
    """Whether a build is changing a site in place, or was killed while it did."""
    return Workplace.beside(Path(os.path.realpath(out))).is_half_done


def completed(out: Path) -> bool:
    """Complete what a killed build began to change in a site; whether there was anything. PublishError as above."""
    if not is_half_written(out):
        return False
    with workplace(Path(os.path.realpath(out))):
        return True


def leftover(out: Path) -> bool:
    """Whether a killed build left its workplace: nobody holds the lock. OSError if it goes meanwhile."""
    handle = os.open(Workplace.beside(Path(os.path.realpath(out))).folder / LOCK, os.O_RDWR | NO_FOLLOW)
    try:
        return _lock(handle)
    finally:
        os.close(handle)


def _locked(place: Workplace) -> int:
    """The handle of the lock of a workplace, which is made for it; however the program ends, the system lets go of it.

    The folder may have come with a checkout, so no link in it is written through.
    """
    while True:
        place.folder.mkdir(parents=True, exist_ok=True)
        if place.folder.is_symlink():
            raise PublishError(f"{place.folder} is a link, and the site is made there; remove it")
        with suppress(FileNotFoundError):  # the one who held the lock before may clear the folder away at any time
            for name in (LOCK, IGNORE):
                if (place.folder / name).is_symlink():
                    (place.folder / name).unlink()
            with suppress(FileExistsError), (place.folder / IGNORE).open("x", encoding="utf-8") as file:
                file.write("*\n")  # if the build is killed, the remains must not be committed
            handle = os.open(place.folder / LOCK, os.O_CREAT | os.O_RDWR | NO_FOLLOW, 0o600)
            try:
                if not _lock(handle):
                    raise PublishError(f"another build is writing {place.out}; wait until it is done")
                if os.fstat(handle).st_ino == (place.folder / LOCK).stat().st_ino:
                    return handle
            except BaseException:
                os.close(handle)
                raise
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
