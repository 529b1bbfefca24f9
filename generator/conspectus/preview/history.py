"""What the survey has been: the states that the newest one is compared with."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from conspectus.changes.comparing import Changes, compare
from conspectus.pipeline import Compiled


class Since(StrEnum):
    """What a comparison begins with."""

    SAVE = "save"
    START = "start"
    HEAD = "head"


@dataclass(frozen=True, slots=True)
class Compared:
    """The newest state, an earlier one, and what changed between them. `commit`: of the earlier one, if it has one."""

    before: Compiled
    now: Compiled
    changes: Changes = field(repr=False)
    commit: str = ""


class History:
    """Remembers the survey as it was when the server started and before the last save; HEAD, once it is asked for.

    Only states without errors count: what cannot be read looks as if it were not there. Threads may share it.
    """

    def __init__(self, newest: Callable[[], str], compile: Callable[[str, Compiled | None], Compiled]) -> None:
        """`newest`: gives the commit that HEAD is now, in full. `compile`: the survey as a commit has it, taking over
        what another one has in common with it. Both raise a RevisionError where git cannot say."""
        self._newest = newest
        self._compile = compile
        self._taken: dict[Since, Compiled] = {}
        self._now: Compiled | None = None
        self._head = ""  # the commit of the state taken for HEAD
        self._compared: dict[Since, Compared] = {}
        self._lock = threading.Lock()
        self._asking = threading.Lock()  # HEAD takes long: what asks for it must not hold up what does not

    def take(self, now: Compiled) -> Compiled | None:
        """Take in the newest state; the one that is forgotten for it. To let go of that takes a while as well.

        A save may be noticed twice: where no file changed, the last save stays the one before.
        """
        with self._lock:
            if self._now is not None and _no_file_changed(self._now, now):
                last, self._now = self._now, now
                self._compared.clear()
                return last
            forgotten = self._taken.get(Since.SAVE)
            self._taken.setdefault(Since.START, now)
            self._taken[Since.SAVE] = self._now or now
            self._now = now
            self._compared.clear()
            return forgotten

    def has(self, since: Since) -> bool:
        """Whether the comparison has been made already."""
        return since in self._compared

    def compared(self, since: Since) -> Compared | None:
        """The newest state compared with an earlier one; None as long as there is none. RevisionError without HEAD."""
        if since is Since.HEAD:
            self._ask_for_head()
        with self._lock:
            if since not in self._compared and self._now is not None:
                before = self._taken[since]
                commit = self._head if since is Since.HEAD else ""
                self._compared[since] = Compared(before, self._now, compare(before, self._now), commit)
            return self._compared.get(since)

    def _ask_for_head(self) -> None:
        """Record the state at HEAD; a commit that is recorded already is not read again."""
        with self._asking:
            commit = self._newest()
            if commit == self._head:
                return
            compiled = self._compile(commit, self._now)
            with self._lock:
                self._taken[Since.HEAD], self._head = compiled, commit
                self._compared.pop(Since.HEAD, None)


def _no_file_changed(before: Compiled, now: Compiled) -> bool:
    """Whether two states were made from the same content and templates."""
    then, files = before.snapshot.stages.files, now.snapshot.stages.files
    if not then or not files or before.renderer.files != now.renderer.files:
        return False
    sources = [{name: file.source for name, file in each.by_name.items()} for each in (then, files)]
    return sources[0] == sources[1]
