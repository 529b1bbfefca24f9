"""Answers of services, kept on disk by the rules of the cache: plain data with a checksum, in folders that nobody else
can write to.

An answer is found by what was asked, without any key. Deleting the folder is always safe.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from conspectus.cache import Cache, unusable

AGE = 12 * 3600
"""Seconds for which an answer of a service is used again; older ones are deleted."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came, and when: seconds since 1970."""

    at: float
    data: bytes


class Responses:
    """A folder of answers in a cache's folder; without a folder, none is kept."""

    def __init__(self, folder: Path | None, now: Callable[[], float] = time.time, age: float = AGE) -> None:
        """`age`: the seconds for which an answer is used again."""
        self._folder = folder
        self._cache = Cache(folder.parent if folder else None)
        self._now = now
        self._age = age
        self.reused = 0

    def get(self, asked: str) -> bytes | None:
        """The answer to the same request, if it is not too old."""
        answer = self._cache.load(self._folder.name, Answer, asked) if self._folder else None
        if answer is None or not 0 <= self._now() - answer.at < self._age:
            return None
        self.reused += 1
        return answer.data

    def keep(self, asked: str, data: bytes) -> None:
        """Keep an answer. A full or read-only disk costs speed, not the command."""
        if self._folder:
            self._cache.save(self._folder.name, asked, Answer(self._now(), data))

    def forget(self, *, every: bool = False) -> None:
        """Delete the answers that are too old to be used, or every one."""
        if self._folder is None or not self._folder.is_dir() or unusable(self._folder):
            return
        for path in self._folder.iterdir():
            with suppress(OSError):
                if every or path.lstat().st_mtime < time.time() - self._age:
                    path.unlink()
