"""`conspectus schema`: what an editor must know to help with the YAML files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from conspectus.commands import console
from conspectus.commands.options import find_project, project_option, shown

if TYPE_CHECKING:
    from conspectus.project import Project

YAML = (".yaml", ".yml")


@click.command(short_help="Write JSON Schemas, so that an editor completes keys and ids.")
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the schemas are written. Default: content/.schemas/ in the survey's folder.",
)
@project_option
def command(out: Path | None, folder: Path | None) -> None:
    """Write JSON Schemas (draft 2020-12) of survey.yaml, the taxonomy's files and the papers' YAML records, and say
    which first line makes an editor use them: one that knows the YAML language server, such as VS Code with the YAML
    extension, then completes keys, categories and papers, explains keys, and marks what is none.

    The keys are the very ones `conspectus check` goes by; facets, categories, columns and papers are those of this
    survey: run it again after adding some. No other file is touched.

    Exit code: 0 written, 1 not written, 2 wrong usage.
    """
    from conspectus import checks, pipeline
    from conspectus.cache import Cache, default_folder
    from conspectus.diagnostics import Severity
    from conspectus.editing.schemas import schemas, written

    project = find_project(folder)
    target = (out or project.content / ".schemas").resolve()
    with console.telling(), console.progress() as progress:
        survey = pipeline.survey(project, Cache(default_folder()), progress=progress)
        target.mkdir(parents=True, exist_ok=True)
        for name, schema in schemas(survey).items():
            (target / f"{name}.schema.json").write_bytes(written(schema))
    if checks.check(survey).count(Severity.ERROR):
        said = "warning: the content has errors; ids that could not be read are not proposed (see `conspectus check`)"
        click.echo(said, err=True)
    click.echo(f"Wrote the schemas survey, taxonomy and papers into {shown(target)}. First lines for your files:")
    for files, line in first_lines(project, target):
        click.echo(f"\n  {files}\n    {line}")


def first_lines(project: Project, target: Path) -> Iterator[tuple[str, str]]:
    """The files of each folder, and the line that names their schema as seen from there."""
    yield "content/survey.yaml", first_line(project.content, target, "survey")
    for name in ("taxonomy", "papers"):
        folders = {(project.root / source.path).parent for source in project.sources(name, *YAML)}
        for folder in sorted(folders or {project.content / name}):
            yield f"{folder.relative_to(project.root).as_posix()}/*.yaml", first_line(folder, target, name)


def first_line(folder: Path, target: Path, name: str) -> str:
    """The comment the YAML language server looks for."""
    path = Path(os.path.relpath(target, folder.resolve())).as_posix()
    return f"# yaml-language-server: $schema={path}/{name}.schema.json"
