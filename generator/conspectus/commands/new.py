"""`conspectus new`: create a survey."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from conspectus import __version__
from conspectus.commands import console
from conspectus.commands.options import shown

STARTER = Path(__file__).parents[1] / "starter"
HIDDEN = "dot-"
"""Stands for a leading dot in the names of the starter's files, so that no tool reads them as its own settings."""

VERSION = b"{{version}}"
"""Stands for this version of Conspectus in the starter's files."""


@click.command(short_help="Create a survey in a new folder.")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
def command(folder: Path) -> None:
    """Create a survey in DIR, which must be empty or not exist yet.

    It has a few well-known papers, a taxonomy of two facets, a page of prose, and a workflow that publishes it to
    GitHub Pages. It can be built at once; replace its content with yours. An editor with a YAML language server
    completes keys, categories and papers in it (see `conspectus schema`).
    """
    with console.telling():
        if folder.exists() and any(folder.iterdir()):
            raise console.Failure(f"{folder} is not empty", "choose a folder that is empty or does not exist yet")
        for name, data in files():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        add_schemas(folder)
    click.echo(f"Created a survey in {shown(folder)}. View it with:")
    click.echo(f"  cd {shown(folder)}")
    click.echo("  conspectus serve")


def add_schemas(folder: Path) -> None:
    """Write the schemas that the survey's YAML files name in their first lines."""
    from conspectus import pipeline
    from conspectus.cache import Cache
    from conspectus.editor_support import schema_files
    from conspectus.project import Project

    project = Project(folder.resolve())
    schema_files.write(pipeline.survey(project, Cache(None)), schema_files.folder_of(project))


def files() -> Iterator[tuple[str, bytes]]:
    """The starter's files: their paths in the survey's folder, and their bytes."""
    for path in sorted(STARTER.rglob("*")):
        if path.is_file():
            parts = path.relative_to(STARTER).parts
            name = "/".join("." + part.removeprefix(HIDDEN) if part.startswith(HIDDEN) else part for part in parts)
            yield name, path.read_bytes().replace(VERSION, __version__.encode())
