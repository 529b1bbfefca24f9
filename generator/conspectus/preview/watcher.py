"""Notices changes of content and templates, once for each save.

Editors save in many ways: by renaming a temporary file over the old one, by writing twice, with backup and lock files
beside. A save is complete when a file that the build reads has changed and no more writing is going on.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

from conspectus.project import Project

CHANGES: list[type[FileSystemEvent]] = [
    *(FileCreatedEvent, FileModifiedEvent, FileClosedEvent, FileMovedEvent, FileDeletedEvent),
    *(DirCreatedEvent, DirMovedEvent, DirDeletedEvent),
]
"""The events that tell of a change. Our own reading raises others, hundreds of them while a page is waited for, and a
folder is modified whenever a temporary file comes and goes in it."""

CALM = 0.002
"""Seconds without an event after which what was saved counts as whole: a checkout of 300 files has shorter breaks."""

QUIET = 0.1
"""The same where a file was emptied, or written to and not closed, which some systems never tell."""

PATIENCE = 2.0
"""How many seconds to wait for that at most."""

PASSING = (".swp", ".swx", ".tmp", ".part", ".crdownload")
"""Endings of files that programs write for themselves while somebody saves or downloads."""


class Watcher(FileSystemEventHandler):
    """Calls `changed`, in a thread of its own, after content or templates changed; a context manager.

    `noticed` is called before that, as soon as anything happens: until `changed` has been, what is known is old.
    """

    def __init__(
        self, project: Project, changed: Callable[[], None], noticed: Callable[[], None] = lambda: None
    ) -> None:
        self._project = project
        self._changed = changed
        self._noticed = noticed
        self._observer = Observer()
        self._watches: list[ObservedWatch] = []
        self._stale = threading.Event()  # a folder we watch came or went
        self._happened = threading.Event()
        self._closed = threading.Event()
        self._writing: set[Path] = set()
        self._thread = threading.Thread(target=self._run, name="watcher", daemon=True)

    def __enter__(self) -> Watcher:
        # The project's folder itself, for `content` and `templates` being made, renamed or replaced.
        self._schedule(self._project.root, recursive=False)
        self._watch()
        self._observer.start()
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._closed.set()
        self._happened.set()
        self._observer.stop()
        self._observer.join(timeout=5)
        self._thread.join(timeout=5)

    def dispatch(self, event: FileSystemEvent) -> None:
        """Watchdog tells of an event here."""
        paths = [Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path]
        if any(path in self._tops() for path in paths):
            self._stale.set()
        elif not any(self.counts(path) for path in paths):
            return
        whole = event.is_directory or event.event_type not in ("created", "modified")
        self._writing.difference_update(paths)
        # A file with nothing in it has just been emptied, to be written to.
        self._writing.update(path for path in paths[-1:] if not whole or _is_empty(path))
        self._noticed()
        self._happened.set()

    def counts(self, path: Path) -> bool:
        """Whether the build would look at this file."""
        for folder in (self._project.content, *self._project.templates):
            if path.is_relative_to(folder):
                parts = path.relative_to(folder).parts
                return not any(part.startswith((".", "#")) or part.endswith(("~", *PASSING)) for part in parts)
        return False

    def _tops(self) -> tuple[Path, ...]:
        return (self._project.content, self._project.root / "templates")

    def _watch(self) -> None:
        """Watch the folders that are there now, anew: a folder that was replaced is another one to the system."""
        for watch in self._watches:
            self._observer.unschedule(watch)
        folders = (self._project.content, *self._project.templates)
        self._watches = [self._schedule(folder, recursive=True) for folder in folders if folder.is_dir()]

    def _schedule(self, folder: Path, *, recursive: bool) -> ObservedWatch:
        return self._observer.schedule(self, str(folder), recursive=recursive, event_filter=CHANGES)

    def _run(self) -> None:
        while True:
            self._happened.wait()
            self._settle()
            if self._closed.is_set():
                return
            if self._stale.is_set():
                self._stale.clear()
                self._watch()
            try:
                self._changed()
            except Exception:  # the next save has to be noticed, whatever failed here
                sys.excepthook(*sys.exc_info())

    def _settle(self) -> None:
        """Wait until no more file events come."""
        end = time.monotonic() + PATIENCE
        while self._happened.is_set() and not self._closed.is_set() and time.monotonic() < end:
            self._happened.clear()
            time.sleep(CALM)
            if self._writing or self._checking_out():
                self._happened.wait(QUIET)
        self._happened.clear()
        self._writing.clear()

    def _checking_out(self) -> bool:
        """Whether git is putting another state of the files in place."""
        root = self._project.root
        return any((folder / ".git" / "index.lock").exists() for folder in (root, *root.parents))


def _is_empty(path: Path) -> bool:
    try:
        return path.is_file() and path.stat().st_size == 0
    except OSError:
        return False
