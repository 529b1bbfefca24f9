"""`conspectus schema`: JSON Schemas, with which an editor helps with the YAML files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from conspectus.commands import console, reading
from conspectus.commands.options import Renamed, find_project, out_option, project_option, shown

if TYPE_CHECKING:
    from conspectus.project import Project


@click.command(
    cls=Renamed,
    former={"--name": "--add-modeline"},
    short_help="Write JSON Schemas, with which an editor completes keys and ids.",
)
@out_option("The folder to write the schemas into. Default: content/.schemas/ in the survey's folder.")
@click.option("--add-modeline", is_flag=True, help="Add a first line that names the schema to each YAML file.")
@project_option
def command(out: Path | None, add_modeline: bool, folder: Path | None) -> None:
    """Write JSON Schemas (draft 2020-12) of survey.yaml, the taxonomy's files and the papers' YAML records, and show
    the first line with which an editor finds them. An editor with a YAML language server, such as VS Code with the YAML
    extension, then completes keys, categories and papers, explains keys, and marks unknown ones. With --add-modeline
    the lines are written into the files; otherwise no other file is changed.

    The keys are the ones that `conspectus check` knows. Facets, categories, columns and papers are those of this
    survey: run the command again after adding some. `conspectus serve` keeps schemas in content/.schemas/ up to date.

    Exit code: 0 written, 1 not written, 2 wrong usage.
    """
    from conspectus import checks, yaml_edit
    from conspectus.diagnostics import Severity
    from conspectus.editor_support import schema_files

    project = find_project(folder)
    target = (out or schema_files.folder_of(project)).absolute()
    survey = reading.read(project).survey
    with console.telling():
        schema_files.write(survey, target, None if out else project.root)
    if checks.check(survey).count(Severity.ERROR):
        click.echo("warning: the content has errors, so some ids may be missing; run `conspectus check`", err=True)
    wrote = f"Wrote the schemas survey, taxonomy and papers into {shown(target)}."
    if add_modeline:
        with console.telling():
            edits = schema_files.named(yaml_edit.Draft.of(project), target).edits
            yaml_edit.write(project, edits)
        click.echo(f"{wrote} {'Added the first line to:' if edits else 'All files have their first line already.'}")
        for edit in edits:
            click.echo(f"  {edit.path}")
        return
    click.echo(f"{wrote} Add these first lines to your files, or run again with --add-modeline:")
    for files, line in lines(project, target):
        click.echo(f"\n  {files}\n    {line}")


def lines(project: Project, target: Path) -> Iterator[tuple[str, str]]:
    """The YAML files of each folder, as a pattern, and their first line."""
    from conspectus.editor_support.schema_files import first_line, first_lines

    yield "content/survey.yaml", first_line(project.content, target, "survey")
    present = {path.parent for path, _ in first_lines(project, target)}
    for name in ("taxonomy", "papers"):
        top = project.content / name
        for folder in sorted(folder for folder in present if folder.is_relative_to(top)) or [top]:
            yield f"{folder.relative_to(project.root).as_posix()}/*.yaml", first_line(folder, target, name)
