"""`conspectus diff`: what an edit did to the survey."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from conspectus.commands import console
from conspectus.commands.options import find_project, project_option

if TYPE_CHECKING:
    from conspectus.changes.comparing import Changes
    from conspectus.changes.revision import Revision
    from conspectus.diagnostics import Report


@click.command(short_help="Tell what changed since a git revision.")
@click.argument("revision", metavar="[REV]", default="HEAD")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="text for people, json for programs, markdown for a comment on a pull request.",
)
@click.option("--strict", is_flag=True, help="Exit with 1 if an address vanishes and no redirect covers it.")
@project_option
def command(revision: str, form: str, strict: bool, folder: Path | None) -> None:
    """Compare the content as it is on disk with a git revision REV (HEAD if not given): the survey before and after,
    not its lines.

    \b
    papers       that came, went, moved to other categories (with the phrase that moved them), or changed their id
    categories   that appear, vanish, empty, or change their id
    addresses    that vanish, and whether a redirect covers them: `was:` with the earlier id makes one

    An address counts as lost if it showed a paper, a category, a facet, a saved query or a page of prose, or redirected
    to one; feeds, tables and further pages of lists come and go with these. Nothing is written, and the repository is
    only read.

    Exit code: 0 compared, 1 not compared (or with --strict: an address is lost), 2 wrong usage.

    \b
    conspectus diff                          what I have not committed yet
    conspectus diff main --format markdown   what this branch does, for its pull request
    """
    from conspectus import pipeline
    from conspectus.cache import Cache, default_folder
    from conspectus.changes.comparing import compare
    from conspectus.changes.revision import RevisionError, checked_out

    project = find_project(folder)
    cache = Cache(default_folder())
    try:
        with console.telling(), console.progress() as progress, checked_out(project, revision) as then:
            before = pipeline.compile(then.project, cache, progress=progress)
            after = pipeline.compile(project, cache, progress=progress, previous=before)
    except RevisionError as error:
        raise console.Failure(str(error), error.hint) from error
    warn(before.report, str(then))
    warn(after.report, "the content")
    changes = compare(before, after)
    click.echo(rendered(changes, form, then), nl=False)
    if strict and changes.lost_addresses:
        raise click.exceptions.Exit(1)


def warn(report: Report, what: str) -> None:
    """Say that mistakes may pass for changes: what could not be read looks as if it were not there."""
    from conspectus.diagnostics import Severity

    if errors := report.count(Severity.ERROR):
        some = "an error" if errors == 1 else f"{errors:,} errors"
        click.echo(f"warning: {console.printable(what)} has {some}; what could not be read counts as absent", err=True)


def rendered(changes: Changes, form: str, then: Revision) -> str:
    """The changes in a format by name."""
    from conspectus.changes import json, markdown, text

    if form == "json":
        return json.render(changes, then.name, then.commit)
    if form == "markdown":
        return markdown.render(changes, str(then))
    return "".join(f"{console.printable(line)}\n" for line in text.lines(changes, str(then)))
