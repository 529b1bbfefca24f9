"""`conspectus check`: look for mistakes in the content."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from conspectus.commands import console
from conspectus.commands.options import find_project, project_option

if TYPE_CHECKING:
    from conspectus.diagnostics import Report


@click.command(short_help="Print every mistake in the content.")
@click.option("--strict", is_flag=True, help="Exit with 1 on warnings too.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="text for people, json for programs, github for annotations on a pull request.",
)
@click.option("--explain", "code", metavar="CODE", help="Explain a code such as T012, or its name, and exit.")
@project_option
def command(strict: bool, form: str, code: str | None, folder: Path | None) -> None:
    """Check the content and print every mistake with its file, line and column.

    Nothing is written. Exit code: 0 no errors, 1 errors (with --strict: or warnings), 2 wrong usage.
    """
    if code is not None:
        click.echo(explained(code))
        return
    from conspectus import pipeline
    from conspectus.cache import Cache, default_folder

    project = find_project(folder)
    with console.telling(), console.progress() as progress:
        report = pipeline.compile(project, Cache(default_folder()), progress=progress).report
    said = rendered(report, form, project.root)
    if said:
        click.echo(said, nl=not said.endswith("\n"))
    if report.fails(strict=strict):
        raise click.exceptions.Exit(1)


def explained(code: str) -> str:
    """The documentation of the check with this code or name."""
    from conspectus import checks

    said = checks.explain(code)
    if said is None:
        raise click.UsageError(f"there is no check {code!r}; codes stand in brackets in messages, as in error[T012]")
    return said


def rendered(report: Report, form: str, root: Path) -> str:
    """The report in a format by name."""
    from conspectus.diagnostics import github, json, text

    read = console.reader(root)
    if form == "json":
        return json.render(report, read)
    if form == "github":
        return github.render(from_here(report, root), read)
    return text.render(report, read, color=console.colored(sys.stdout))


def from_here(report: Report, root: Path) -> Report:
    """The report with its files named from the working folder: annotations count from the repository's top."""
    here = Path.cwd()
    if root == here or not root.is_relative_to(here):
        return report
    prefix = root.relative_to(here).as_posix()
    moved = []
    for diagnostic in report.diagnostics:
        span = diagnostic.span._replace(file=f"{prefix}/{diagnostic.span.file}")
        moved.append(replace(diagnostic, mistake=replace(diagnostic.mistake, span=span)))
    return replace(report, diagnostics=tuple(moved))
