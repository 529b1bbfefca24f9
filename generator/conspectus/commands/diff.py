"""`conspectus diff`: what changed in the survey since a git revision."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from conspectus.commands import console, reading
from conspectus.commands.options import find_project, format_option, project_option

if TYPE_CHECKING:
    from conspectus.changes.comparing import Changes
    from conspectus.changes.revision import Revision
    from conspectus.diagnostics import Report


@click.command(short_help="Show what changed since a git revision.")
@click.argument("revision", metavar="[REV]", default="HEAD")
@format_option("text for people, json for programs, markdown for a pull request's comment.", "json", "markdown")
@click.option("--strict", is_flag=True, help="Exit with 1 if an address is gone without a redirect.")
@project_option
def command(revision: str, form: str, strict: bool, folder: Path | None) -> None:
    """Compare the content on disk with the git revision REV (default: HEAD): not line by line, but as a survey.

    \b
    papers       added, removed, moved to other categories (and the phrase that moved them), corrected, or with a new id
    categories   added, removed, emptied, with another title, or with a new id
    addresses    that no longer exist, and whether they redirect: `was:` with the former id makes a redirect

    An address is lost if it showed a paper, a category, a facet, a saved query or a page of prose, or redirected to
    one, and does neither now. Feeds, tables and further pages of lists do not count. Nothing is written, and the
    repository is only read.

    Exit code: 0 compared, 1 not compared (or, with --strict, an address is lost), 2 wrong usage.

    \b
    conspectus diff                          what is not committed yet
    conspectus diff main --format markdown   what this branch changes, for its pull request
    """
    from conspectus import pipeline
    from conspectus.changes.comparing import compare
    from conspectus.changes.revision import checked_out

    project = find_project(folder)
    cache = reading.cache()
    with console.telling(), console.progress() as progress, checked_out(project, revision) as then:
        before = pipeline.compile(then.project, cache, progress=progress)
        after = pipeline.compile(project, cache, progress=progress, previous=before)
    warn(before.report, str(then))
    warn(after.report, "the content")
    changes = compare(before, after)
    click.echo(rendered(changes, form, then), nl=False)
    if strict and changes.lost_addresses:
        raise click.exceptions.Exit(1)


def warn(report: Report, what: str) -> None:
    """Warn that errors can look like changes: anything that could not be read counts as missing."""
    from conspectus.diagnostics import Severity
    from conspectus.text.counting import counted

    if errors := report.count(Severity.ERROR):
        has = f"{console.printable(what)} has {counted(errors, 'error')}"
        click.echo(f"warning: {has}; anything that could not be read counts as missing", err=True)


def rendered(changes: Changes, form: str, then: Revision) -> str:
    """The changes in a format, by its name."""
    from conspectus.changes import json, markdown, text

    if form == "json":
        return json.render(changes, then.name, then.commit)
    if form == "markdown":
        return markdown.render(changes, str(then))
    return "".join(f"{console.printable(line)}\n" for line in text.lines(changes, str(then)))
