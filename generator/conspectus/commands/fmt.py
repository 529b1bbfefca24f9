"""`conspectus fmt`: format the YAML files of a survey."""

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


@click.command(short_help="Format YAML files; comments stay.")
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a file is not formatted.")
@click.option("--diff", "shows_diff", is_flag=True, help="Write nothing; show what would change as a unified diff.")
@project_option
def command(files: tuple[Path, ...], check: bool, shows_diff: bool, folder: Path | None) -> None:
    """Format FILES, by default survey.yaml, the taxonomy and the papers' YAML records.

    \b
    keys        get their present names and the order of the documentation; lists, and so categories, keep their order
    layout      blocks are indented by two, at most one empty line stays, and prose and lists in brackets are wrapped
                at 120 characters
    comments    stay with the lines they belong to

    The content stays the same, and so do quotes and the style of lists. A file that cannot be formatted without losing
    something is reported and left unchanged.

    Exit code: 0 formatted, 1 not formatted (with --check) or a file was left unchanged, 2 wrong usage.
    """
    from conspectus import yaml_edit

    project = find_project(folder)
    with console.telling():
        draft, refused = ordered(yaml_edit.Draft.of(project), chosen(project, files))
        if shows_diff:
            applying.show_diff(draft)
        elif not check:
            yaml_edit.write(project, draft.edits)
    for edit in draft.edits if not shows_diff else ():
        click.echo(f"{'not formatted' if check else 'formatted'}: {edit.path}")
    for message in refused:
        click.echo(f"left unchanged: {console.printable(message)}", err=True)
    if not draft.edits and not refused and not shows_diff:
        click.echo("All files are formatted.")
    if refused or (check and draft.edits):
        raise click.exceptions.Exit(1)


def chosen(project: Project, files: Sequence[Path]) -> list[Path]:
    """The files to format: those named, or all of the survey's."""
    yaml = (".yaml", ".yml")
    every = [project.settings_file, *project.files("taxonomy", *yaml), *project.files("papers", *yaml)]
    for file in files:
        if file.resolve() not in (path.resolve() for path in every):
            raise console.Failure(f"{file} is not one of the survey's YAML files", "name files in content/")
    wanted = {file.resolve() for file in files}
    return [path for path in every if not files or path.resolve() in wanted]


def ordered(draft: Draft, paths: Sequence[Path]) -> tuple[Draft, list[str]]:
    """The draft with these files formatted, and why some cannot be."""
    from conspectus.yaml_edit import EditError, formatting

    refused = []
    for path in paths:
        try:
            draft = draft.edited(path.relative_to(draft.root).as_posix(), formatting.in_order)
        except EditError as error:
            refused.append(f"{error} ({error.hint})")
    return draft, refused
