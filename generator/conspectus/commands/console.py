"""How commands write to the terminal: results go to stdout, everything else to stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

if TYPE_CHECKING:
    from conspectus.diagnostics import Report
    from conspectus.project import Project


class Failure(click.ClickException):
    """A failure that the user can fix; shown without a traceback, exit code 1."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint

    def show(self, file: IO[str] | None = None) -> None:
        head = click.style("error", fg="red", bold=True) if colored(sys.stderr) else "error"
        click.echo(f"{head}: {printable(self.message)}", file=file, err=file is None)
        if self.hint:
            click.echo(f"  help: {printable(self.hint)}", file=file, err=file is None)


def printable(text: str) -> str:
    """Text that may contain other people's, such as titles, without characters that control the terminal."""
    from conspectus.diagnostics.excerpt import visible

    return "\n".join(map(visible, text.split("\n")))


def is_interactive() -> bool:
    """Whether somebody can be asked: both ends are a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def colored(stream: IO[str]) -> bool:
    """Whether to write colors: on a terminal, unless NO_COLOR (no-color.org) is set."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


CLEAR_LINE = "\r\x1b[2K"
"""What takes back the line that the cursor stands on."""


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Shows the running stage on a terminal; writes nothing to a pipe or a log.

    Without a thread, because a build copies its process, which no other thread survives.
    """
    if not sys.stderr.isatty():
        yield lambda stage: None
        return
    try:
        yield lambda stage: click.echo(f"{CLEAR_LINE}{stage} …", err=True, nl=False)
    finally:
        click.echo(CLEAR_LINE, err=True, nl=False)


@contextmanager
def telling(help: str = "") -> Iterator[None]:
    """Turns errors of the file system, and what cannot be done as it was asked for, into a Failure; `help`: what to do
    about the former."""
    from conspectus.diagnostics import HintedError

    try:
        yield
    except HintedError as error:
        raise Failure(str(error), error.hint) from error
    except OSError as error:
        where = f": {error.filename}" if error.filename else ""
        raise Failure(f"{error.strerror or error}{where}", help) from error


def show_report(report: Report, project: Project, *, notes_told: int = 0) -> None:
    """Write the errors and warnings of a report to stderr with their lines; notes are only counted, and only if they
    are not as many as were told of last."""
    from conspectus.diagnostics import Severity, text
    from conspectus.text.counting import counted

    mistakes = report.without_notes()
    if mistakes.diagnostics:
        click.echo(text.render(mistakes, reader(project.root), color=colored(sys.stderr)), err=True, nl=False)
    notes = report.count(Severity.NOTE)
    if notes and notes != notes_told:
        click.echo(f"{counted(notes, 'note')}: see `conspectus check`", err=True)


def reader(root: Path) -> Callable[[str], str | None]:
    """A function that returns the text of a file, named relative to `root`; None if it cannot be read."""

    def read(name: str) -> str | None:
        try:
            return (root / name).read_text("utf-8-sig", errors="replace")
        except OSError:
            return None

    return read
