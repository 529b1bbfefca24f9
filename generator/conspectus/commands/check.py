"""`conspectus check`: report mistakes in the content."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from conspectus.commands import console, linking, reading
from conspectus.commands.options import find_project, format_option, project_option, untrusted_option

if TYPE_CHECKING:
    from conspectus.diagnostics import Report


@click.command(short_help="Report every mistake in the content.")
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@format_option("text for people, json for programs, github for annotations on a pull request.", "json", "github")
@click.option("--links", is_flag=True, help="Ask whether the links to other sites work, each once.")
@click.option("--refresh", is_flag=True, help="With --links, ask again, even what was asked in the last 7 days.")
@click.option("--explain", "code", metavar="CODE", help="Explain a check by its code, such as T012, or name.")
@untrusted_option
@project_option
def command(
    strict: bool, form: str, links: bool, refresh: bool, code: str | None, untrusted: bool, folder: Path | None
) -> None:
    """Check the content and report every mistake with its file, line and column. If the survey has templates of its
    own, all pages are rendered to check them. Nothing is written.

    With --links, each link in records, prose and settings is asked for once, at most one of a host in a second; what
    is known is kept for 7 days, so that a second run is quick, and one that was interrupted goes on. Dead links, or no
    network, are warnings; links that have moved or could not be checked are notes.

    Exit code: 0 no errors, 1 errors (with --strict, or warnings), 2 wrong usage.
    """
    if code is not None:
        click.echo(explained(code))
        return
    if refresh and not links:
        raise click.UsageError("--refresh goes with --links")
    from conspectus import checks, pipeline

    project = find_project(folder, untrusted=untrusted)
    with console.telling(), console.progress() as progress:
        compiled = pipeline.compile(project, reading.cache(), progress=progress)
        if project.has_own_templates:
            progress("rendering")
            compiled = pipeline.with_template_mistakes(compiled)
        report, offline = compiled.report, False
        if links:
            found = linking.mistakes(compiled.survey, progress, refresh=refresh)
            report, offline = report.joined(checks.reported(found or ())), found is None
    if written := rendered(report, form, project.root):
        click.echo(written, nl=not written.endswith("\n"))
    if report.fails(strict=strict) or (strict and offline):
        raise click.exceptions.Exit(1)


def explained(code: str) -> str:
    """The documentation of the check with this code or name. UsageError if there is none."""
    from conspectus import checks
    from conspectus.diagnostics import FORMER

    documentation = checks.explain(code)
    if documentation is None:
        raise click.UsageError(f"there is no check {code!r}; messages have their code in brackets, as in error[T012]")
    if name := FORMER.get(code.strip().lower()):
        click.echo(f"warning: {code} is now {name}", err=True)
    return documentation


def rendered(report: Report, form: str, root: Path) -> str:
    """The report in a format, by its name."""
    from conspectus.diagnostics import github, json, text

    if form == "json":
        return json.render(report)
    if form == "github":
        return github.render(from_here(report, root))
    return text.render(report, console.reader(root), color=console.colored(sys.stdout))


def from_here(report: Report, root: Path) -> Report:
    """The report with file names relative to the working folder, the repository's top in a workflow."""
    here = Path.cwd()
    if root == here or not root.is_relative_to(here):
        return report
    prefix = root.relative_to(here).as_posix()
    moved = (replace(each, span=each.span._replace(file=f"{prefix}/{each.span.file}")) for each in report.diagnostics)
    return replace(report, diagnostics=tuple(moved))
