"""One import at a time: two that run at once would not know of each other's papers, and might give two works one id."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from conspectus.project import Project

WAITING = "another import into this survey is running; waiting until it is done"


@contextmanager
def turn(project: Project | None) -> Iterator[None]:
    """Waits until no other process has its turn in the survey. The folder is locked, so nothing is left when the
    process ends, however it does; where a system locks no folders, nobody waits."""
    if project is None or sys.platform == "win32":
        yield
        return
    import fcntl

    handle = os.open(project.content, os.O_RDONLY)
    try:
        with suppress(OSError):
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                click.echo(WAITING, err=True)
                fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
