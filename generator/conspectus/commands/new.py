"""`conspectus new`: begin a survey."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from conspectus import __version__
from conspectus.commands import console
from conspectus.commands.options import shown

STARTER = Path(__file__).parents[1] / "starter"
HIDDEN = "dot-"
"""How the package names what shall begin with a dot, so that no tool takes the package's files for its own."""

VERSION = b"{{version}}"
"""Stands in the starter where this version of Conspectus belongs."""


@click.command(short_help="Begin a survey in a new folder.")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
def command(folder: Path) -> None:
    """Begin a survey in DIR, which must be empty or not exist yet.

    It holds a few well-known papers, a taxonomy of two facets, a page of prose, and a workflow that publishes it
    to GitHub Pages. It builds at once; then replace its content by yours. An editor that knows the YAML language server
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
    click.echo(f"Began a survey in {shown(folder)}. See it with:")
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
    """The starter's files by their path in the survey's folder, and their bytes."""
    for path in sorted(STARTER.rglob("*")):
        if path.is_file():
            parts = path.relative_to(STARTER).parts
            name = "/".join("." + part.removeprefix(HIDDEN) if part.startswith(HIDDEN) else part for part in parts)
            yield name, path.read_bytes().replace(VERSION, __version__.encode())
