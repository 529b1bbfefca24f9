"""Answers of services, kept on disk as data: a line of JSON that says what was asked and when, then the bytes.

An answer is found by what was asked, without any key. Deleting the folder is always safe.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

AGE = 12 * 3600
"""Seconds for which an answer of a service is used again; older ones are deleted."""


class Responses:
    """A folder of answers; without a folder, none is kept."""

    def __init__(self, folder: Path | None, now: Callable[[], float] = time.time, age: float = AGE) -> None:
        """`age`: the seconds for which an answer is used again."""
        self._folder = folder
        self._now = now
        self._age = age
        self.reused = 0

    def get(self, asked: str) -> bytes | None:
        """The answer to the same request, if it is not too old."""
        if self._folder is None:
            return None
        try:
            head, _, data = self._path(asked).read_bytes().partition(b"\n")
            known = json.loads(head)
            is_fresh = known["asked"] == asked and 0 <= self._now() - known["at"] < self._age
        except (OSError, ValueError, KeyError, TypeError):
            return None
        self.reused += is_fresh
        return data if is_fresh else None

    def keep(self, asked: str, data: bytes) -> None:
        """Keep an answer. A full or read-only disk costs speed, not the command."""
        if self._folder is None:
            return
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            head = json.dumps({"asked": asked, "at": self._now()})
            with tempfile.NamedTemporaryFile(dir=self._folder, prefix=".", delete=False) as file:
                file.write(head.encode() + b"\n" + data)
            Path(file.name).replace(self._path(asked))

    def forget(self, *, every: bool = False) -> None:
        """Delete the answers that are too old to be used, or every one."""
        if self._folder is None or not self._folder.is_dir():
            return
        for path in self._folder.iterdir():
            with suppress(OSError):
                if every or path.stat().st_mtime < time.time() - self._age:
                    path.unlink()

    def _path(self, asked: str) -> Path:
        assert self._folder is not None  # noqa: S101 - the callers ask first
        return self._folder / hashlib.sha256(asked.encode()).hexdigest()
