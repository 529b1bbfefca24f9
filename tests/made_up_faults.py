"""Faults of the disk while a site is published: at each operation on a file in turn."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from conspectus.model.site import Output
from conspectus.publish import publish
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
        if self.folder and event in OPERATIONS and str(arguments[0]).startswith(self.folder):
            self.count += 1
            if self.count == self.failing and self.error:
                raise self.error


FAULTS = _Faults()
_HOOKED: list[bool] = []


@contextmanager
def fault(folder: Path, at: int = 0, error: BaseException | None = None) -> Iterator[_Faults]:
    """While this lasts, the operation with this number fails; with 0, all are counted."""
    if not _HOOKED:
        sys.addaudithook(FAULTS.hook)  # stays until the program ends, and does nothing between faults
        _HOOKED.append(True)
    FAULTS.count, FAULTS.failing, FAULTS.error, FAULTS.folder = 0, at, error, str(folder)
    try:
        yield FAULTS
    finally:
        FAULTS.folder = ""


def sites() -> tuple[list[Output], list[Output]]:
    """A site, and the next: files that stay, change, come, go, and turn into folders."""
    same = [Output(f"papers/{name}/index.html", b"<p>A lamp.</p>" * 99) for name in ("sun", "moon")]
    before = [*same, Output("index.html", b"old"), Output("gone/index.html", b"gone"), Output("turns", b"a file")]
    after = [*same, Output("index.html", b"new"), Output("new/index.html", b"come"), Output("turns/index.html", b"x")]
    return before, after


def put(outputs: list[Output], out: Path) -> None:
    publish(lambda site, write: map(write, outputs), out, indexed=(), progress=lambda stage: None)


def held(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def wholes(folder: Path) -> tuple[dict[str, bytes], dict[str, bytes], int]:
    """What the folder holds with the one site and with the next, and how many operations lead from one to the other."""
    out = folder / "counted" / "site"
    before, after = sites()
    put(before, out)
    (out / ".kept").mkdir()
    (out / ".kept" / "file").write_text("kept")
    first = held(out)
    with fault(out.parent) as faults:
        put(after, out)
    return first, held(out), faults.count


def tried(folder: Path, at: int, error: BaseException, first: dict[str, bytes], last: dict[str, bytes]) -> str:
    """What is wrong after the operation with this number failed: nothing, if one site stands there whole, the next
    build works, and it leaves nothing behind."""
    out = folder / f"try-{at}" / "site"
    before, after = sites()
    put(before, out)
    (out / ".kept").mkdir()
    (out / ".kept" / "file").write_text("kept")
    failed = False
    with fault(out.parent, at, error):
        try:
            put(after, out)
        except (OSError, PublishError, KeyboardInterrupt):
            failed = True
    if held(out) not in ((first, last) if failed else (last,)):
        return f"operation {at}: {'failed' if failed else 'done'}, and the site is neither"
    put(after, out)
    if held(out) != last:
        return f"operation {at}: the next build does not mend it"
    left = sorted(path.name for path in out.parent.iterdir())
    return "" if left == ["site"] else f"operation {at}: left behind {left}"
