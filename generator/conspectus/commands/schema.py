"""`conspectus schema`: what an editor must know to help with the YAML files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from conspectus.commands import applying, console, reading
from conspectus.commands.options import find_project, project_option, shown

if TYPE_CHECKING:
    from conspectus.project import Project


@click.command(short_help="Write JSON Schemas, so that an editor completes keys and ids.")
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the schemas are written. Default: content/.schemas/ in the survey's folder.",
)
@click.option("--name", is_flag=True, help="Begin every YAML file of the survey with the line that names its schema.")
@project_option
def command(out: Path | None, name: bool, folder: Path | None) -> None:
    """Write JSON Schemas (draft 2020-12) of survey.yaml, the taxonomy's files and the papers' YAML records, and say
    which first line makes an editor use them: one that knows the YAML language server, such as VS Code with the YAML
    extension, then completes keys, categories and papers, explains keys, and marks what is none. With --name the lines
    are written into the files; without, no other file is touched.

    The keys are the very ones `conspectus check` goes by; facets, categories, columns and papers are those of this
    survey: run it again after adding some. Schemas in content/.schemas/ are kept up to date by `conspectus serve`.

    Exit code: 0 written, 1 not written, 2 wrong usage.
    """
    from conspectus import checks, yaml_edit
    from conspectus.diagnostics import Severity
    from conspectus.editor_support import schema_files

    project = find_project(folder)
    target = (out or schema_files.folder_of(project)).resolve()
    survey = reading.read(project).survey
    with console.telling():
        schema_files.write(survey, target)
    if checks.check(survey).count(Severity.ERROR):
        said = "warning: the content has errors; ids that could not be read are not proposed (see `conspectus check`)"
        click.echo(said, err=True)
    wrote = f"Wrote the schemas survey, taxonomy and papers into {shown(target)}."
    if name:
        with applying.refusing(), console.telling():
            edits = schema_files.named(yaml_edit.Draft.of(project), target).edits
            yaml_edit.write(project, edits)
        click.echo(f"{wrote} {'These files name theirs now:' if edits else 'All files name theirs already.'}")
        for edit in edits:
            click.echo(f"  {edit.path}")
        return
    click.echo(f"{wrote} First lines for your files, which --name puts there:")
    for files, line in lines(project, target):
        click.echo(f"\n  {files}\n    {line}")


def lines(project: Project, target: Path) -> Iterator[tuple[str, str]]:
    """The files of each folder, and their first line."""
    from conspectus.editor_support.schema_files import first_line, first_lines

    yield "content/survey.yaml", first_line(project.content, target, "survey")
    present = {path.parent for path, _ in first_lines(project, target)}
    for name in ("taxonomy", "papers"):
        top = project.content / name
        for folder in sorted(folder for folder in present if folder.is_relative_to(top)) or [top]:
            yield f"{folder.relative_to(project.root).as_posix()}/*.yaml", first_line(folder, target, name)
