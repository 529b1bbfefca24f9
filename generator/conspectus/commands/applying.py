"""What the commands that edit files share: writing an edit, if it is valid, and showing it and its effects."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from conspectus.commands import console, reading
from conspectus.commands.options import find_project

if TYPE_CHECKING:
    from conspectus.model.survey import Survey
    from conspectus.pipeline import Snapshot
    from conspectus.project import Project
    from conspectus.yaml_edit import Draft

COLORS = {"+": "green", "-": "red", "@": "cyan"}

dry_run_option = click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")


def edit(
    folder: Path | None,
    change: Callable[[Draft, Survey], Draft],
    *,
    dry_run: bool,
    missed: Callable[[str], None] | None = None,
) -> None:
    """Read the project in a folder, change a draft of it, and write that, as `apply` does. `missed`: what is done about
    a file that cannot be read, instead of a warning."""
    from conspectus.yaml_edit import Draft

    project = find_project(folder)
    with console.telling():
        before = reading.read(project, missed)
        draft = change(Draft.of(project), before.survey)
    apply(draft, project, before, dry_run=dry_run)


def apply(draft: Draft, project: Project, before: Snapshot, *, dry_run: bool) -> None:
    """Write a draft's edits, and show them as a diff, with what they change for papers and categories.

    Nothing is written, and the command fails, if the content would have an error that it does not have now. The files
    are written first, so that the edit is made even if the reader of our output, such as `head`, stops early.
    """
    from conspectus import pipeline
    from conspectus.changes import text as changes_text
    from conspectus.changes.comparing import compare_surveys
    from conspectus.yaml_edit import write

    if not draft.edits:
        click.echo("Already up to date; nothing was changed.")
        return
    with console.telling():
        after = pipeline.read(draft, reading.cache(), previous=before).survey
    changes = replace(compare_surveys(before.survey, after), corrected=())  # which the diff shows
    refuse_new_errors(draft, before.survey, after)
    if not dry_run:
        with console.telling():
            write(project, draft.edits)
    show_diff(draft)
    click.echo()
    for line in changes_text.sections(changes):
        click.echo(console.printable(line))
    if not changes:
        click.echo("No papers change category.\n")
    done = "Would change" if dry_run else "Changed"
    click.echo(f"{done} {', '.join(f'{edit.path}:{edit.line}' for edit in draft.edits)}")


def refuse_new_errors(draft: Draft, before: Survey, after: Survey) -> None:
    """Failure if the edits cause new errors; new warnings are only shown."""
    from conspectus import checks
    from conspectus.diagnostics import Report, text

    known = {(each.code, each.message) for each in checks.check(before).diagnostics}
    mistakes = checks.check(after).without_notes().diagnostics
    new = Report(tuple(each for each in mistakes if (each.code, each.message) not in known))
    if new.diagnostics:
        drafted = {edit.path: (edit.after or b"").decode("utf-8", "replace") for edit in draft.edits}
        on_disk = console.reader(draft.root)
        shown = text.render(new, lambda name: drafted.get(name) or on_disk(name), color=console.colored(sys.stderr))
        click.echo(shown, err=True, nl=False)
    if new.fails():
        raise console.Failure("nothing was written: the content would have the error above", "change the edit")


def show_diff(draft: Draft) -> None:
    """Show a draft's edits as a unified diff."""
    from conspectus.yaml_edit import diff

    is_colored = console.colored(sys.stdout)
    for line in diff(draft.edits).splitlines():
        shown = console.printable(line)
        bold = line.startswith(("--- ", "+++ "))
        click.echo(click.style(shown, fg=None if bold else COLORS.get(line[:1]), bold=bold) if is_colored else shown)
