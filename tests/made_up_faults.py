"""Faults of the disk, and kills, while a site is published: at each operation on a file in turn."""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from conspectus.model.site import Output
from conspectus.publish import completed, publish
from conspectus.publish.errors import PublishError

OPERATIONS = frozenset(
    f"os.{name}" for name in "mkdir rename remove rmdir link symlink chmod listdir scandir truncate utime".split()
) | {"open", "shutil.copytree", "shutil.copyfile", "shutil.rmtree"}
"""What Python tells its audit hooks before it does it."""

ERRORS: dict[str, BaseException] = {
    "no space left": OSError(errno.ENOSPC, "No space left on device"),
    "an input/output error": OSError(errno.EIO, "Input/output error"),
    "no permission": PermissionError(errno.EACCES, "Permission denied"),
    "a vanished file": FileNotFoundError(errno.ENOENT, "No such file or directory"),
    "Ctrl-C": KeyboardInterrupt(),
}


class _Faults:
    """Counts the operations below a folder, and has one of them fail."""

    folder = ""
    count = 0
    failing = 0
    error: BaseException | None = None

    def hook(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.folder and event in OPERATIONS and self.is_below(arguments[0]):
            self.count += 1
            if self.count == self.failing:
                if self.error:
                    raise self.error
                os.kill(os.getpid(), signal.SIGKILL)

    def is_below(self, path: object) -> bool:
        """Whether it is in the folder; a relative path is one by the handle of a folder."""
        if not isinstance(path, str | bytes | os.PathLike):
            return False  # a handle
        name = os.fsdecode(path)
        return name.startswith(self.folder) or not Path(name).is_absolute()


FAULTS = _Faults()
_HOOKED: list[bool] = []


@contextmanager
def fault(folder: Path, at: int = 0, error: BaseException | None = None) -> Iterator[_Faults]:
    """While this lasts, the operation with this number fails, or kills the process if there is no error; with 0, all
    are counted."""
    if not _HOOKED:
        sys.addaudithook(FAULTS.hook)  # stays until the program ends, and does nothing between faults
        _HOOKED.append(True)
    FAULTS.count, FAULTS.failing, FAULTS.error, FAULTS.folder = 0, at, error, str(folder)
    try:
        yield FAULTS
    finally:
        FAULTS.folder = ""


Sites = tuple[list[Output], list[Output]]

TURN = (Output("turns", b"a file"), Output("turns/index.html", b"x"))


def sites(same: int = 2) -> Sites:
    """A site, and the next: so many files stay, and others change, come, go, and turn into folders, which has the site
    swapped whole."""
    before, after = small(same)
    return [*before, TURN[0]], [*after, TURN[1]]


def small(same: int = 40) -> Sites:
    """A site, and one that differs in few files, which has it changed in place."""
    lamps = [Output(f"lamps/{number}.html", b"<p>A lamp.</p>" * 99) for number in range(same)]
    before = [*lamps, Output("index.html", b"old"), Output("gone/index.html", b"gone")]
    after = [*lamps, Output("index.html", b"new"), Output("new/index.html", b"come")]
    return before, after


def put(outputs: list[Output], out: Path) -> None:
    publish(lambda site, write: map(write, outputs), out, progress=lambda stage: None)


def held(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


class Wholes(NamedTuple):
    """Two sites, what a folder holds with the one and with the other, and how many operations lead from one to the
    other."""

    sites: Sites
    first: dict[str, bytes]
    last: dict[str, bytes]
    operations: int


def prepared(out: Path, before: list[Output]) -> None:
    put(before, out)
    (out / ".kept").mkdir()
    (out / ".kept" / "file").write_text("kept")


def wholes(folder: Path, sites: Sites) -> Wholes:
    out = folder / "counted" / "site"
    before, after = sites
    prepared(out, before)
    first = held(out)
    with fault(out.parent) as faults:
        put(after, out)
    return Wholes(sites, first, held(out), faults.count)


def tried(folder: Path, at: int, error: BaseException, whole: Wholes) -> str:
    """What is wrong after the operation with this number failed: nothing, if one site stands there whole, the next
    build works, and it leaves nothing behind."""
    out = folder / f"try-{at}" / "site"
    before, after = whole.sites
    prepared(out, before)
    failed = False
    with fault(out.parent, at, error):
        try:
            put(after, out)
        except (OSError, PublishError, KeyboardInterrupt):
            failed = True
    if held(out) not in ((whole.first, whole.last) if failed else (whole.last,)):
        return f"operation {at}: {'failed' if failed else 'done'}, and the site is neither"
    return _mended(out, at, whole)


def killed(folder: Path, at: int, whole: Wholes, again: int = 0) -> str:
    """What is wrong after the process was killed at the operation with this number, and, with another number, whoever
    completed the change at that one."""
    out = folder / f"kill-{at}-{again}" / "site"
    before, after = whole.sites
    prepared(out, before)
    _die(out, at, lambda: put(after, out))
    if again:
        _die(out, again, lambda: completed(out))
    completed(out)
    if held(out) not in (whole.first, whole.last):
        return f"operation {at}: killed, and the site is neither"
    return _mended(out, at, whole)


def _mended(out: Path, at: int, whole: Wholes) -> str:
    put(whole.sites[1], out)
    if held(out) != whole.last:
        return f"operation {at}: the next build does not mend it"
    left = sorted(path.name for path in out.parent.iterdir())
    return "" if left == ["site"] else f"operation {at}: left behind {left}"


def _die(out: Path, at: int, do: Callable[[], object]) -> None:
    """Have a copy of this process do something until the operation with this number, at which it is killed."""
    id = os.fork()
    if not id:
        try:
            with fault(out.parent, at):
                do()
        finally:
            os._exit(0)
    os.waitpid(id, 0)
