"""Files that are to come into `content/papers/`: how they are read, and the names they get there."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from conspectus.commands import console

if TYPE_CHECKING:
    from conspectus.model.paper import Source


def read(path: Path) -> Source:
    """A file anywhere on disk as a source, with the path as the user typed it."""
    from conspectus.model.paper import Source

    refuse_pipe(path)
    data = path.read_bytes()
    return Source(path.as_posix(), data, hashlib.sha256(data).hexdigest())


def refuse_pipe(path: Path) -> None:
    """Failure for what is no file, such as a pipe, which might never end."""
    if not path.is_file():
        raise console.Failure(f"{path} is not a file", "save what it gives into a file, and import that")


def unused(name: str, taken: Collection[str]) -> str:
    """A path in content/papers/ that is not taken, case aside, for a file of this name."""
    lower = {path.lower() for path in taken}
    return next(path for each in names(name) if (path := f"content/papers/{each}").lower() not in lower)


def names(name: str) -> Iterator[str]:
    """A safe file name like this one, then the same with -v2, -v3 and so on before its suffix.

    The `v` keeps the number from being read as part of a date, which the names of listings often end with.
    """
    safe = Path(safe_name(name))
    yield safe.name
    number = 2
    while True:
        yield f"{safe.stem}-v{number}{safe.suffix}"
        number += 1


def safe_name(name: str) -> str:
    """A file name like this one that is the same on every system.

    Only ASCII letters, digits, `.`, `_` and `-` are kept. A dot or a dash at the start would hide the file from the
    build or make it an option on the command line.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    safe = Path(re.sub(r"[^A-Za-z0-9._-]+", "-", plain).lstrip(".-") or "papers")
    return f"{safe.stem[:100].rstrip('.-') or 'papers'}{safe.suffix[:20].lower()}"
