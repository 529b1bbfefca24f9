"""`conspectus fmt`: the YAML files of a survey, put in order."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from conspectus.commands import applying, console
from conspectus.commands.options import find_project, project_option

if TYPE_CHECKING:
    from conspectus.project import Project
    from conspectus.yaml_edit import Draft


@click.command(short_help="Put YAML files in order, without losing a comment.")
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a file is not in order.")
@click.option("--diff", "shows_diff", is_flag=True, help="Show what changes, as a unified diff; write nothing.")
@project_option
def command(files: tuple[Path, ...], check: bool, shows_diff: bool, folder: Path | None) -> None:
    """Put FILES in order; without any, survey.yaml, the taxonomy and the papers' YAML records.

    \b
    keys        in the order they are documented in; the order of lists, and so of categories, stays
    layout      blocks indented by two, one empty line at most, lines of up to 120 characters: prose and lists in
                brackets that are longer are broken
    comments    stay with what they stand at

    What the files say stays the same, and so do quotes, and lists in brackets or with a line for each item. A file that
    cannot be put in order without losing something is told and left alone.

    Exit code: 0 in order, 1 not in order (with --check), or a file was left alone, 2 wrong usage.
    """
    from conspectus import yaml_edit

    project = find_project(folder)
    with console.telling():
        draft, refused = ordered(yaml_edit.Draft.of(project), chosen(project, files))
        if shows_diff:
            applying.show_diff(draft)
        elif not check:
            with applying.refusing():
                yaml_edit.write(project, draft.edits)
    for edit in draft.edits if not shows_diff else ():
        click.echo(f"{'not in order' if check else 'put in order'}: {edit.path}")
    for message in refused:
        click.echo(f"left alone: {console.printable(message)}", err=True)
    if not draft.edits and not refused and not shows_diff:
        click.echo("All files are in order.")
    if refused or (check and draft.edits):
        raise click.exceptions.Exit(1)


def chosen(project: Project, files: Sequence[Path]) -> list[Path]:
    """The files to put in order: those named, or all of the survey's."""
    yaml = (".yaml", ".yml")
    every = [project.settings_file, *project.files("taxonomy", *yaml), *project.files("papers", *yaml)]
    for file in files:
        if file.resolve() not in (path.resolve() for path in every):
            raise console.Failure(f"{file} is none of the survey's YAML files", "they lie in content/")
    wanted = {file.resolve() for file in files}
    return [path for path in every if not files or path.resolve() in wanted]


def ordered(draft: Draft, paths: Sequence[Path]) -> tuple[Draft, list[str]]:
    """The draft with these files in order, and why some cannot be put in order."""
    from conspectus.yaml_edit import EditError, formatting

    refused = []
    for path in paths:
        try:
            draft = draft.edited(path.relative_to(draft.root).as_posix(), formatting.in_order)
        except EditError as error:
            refused.append(f"{error} ({error.hint})")
    return draft, refused
