"""`conspectus new`: create a survey."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from conspectus import __version__
from conspectus.commands import console, reading
from conspectus.commands.options import shown

if TYPE_CHECKING:
    from conspectus.model.paper import Source

STARTER = Path(__file__).parents[1] / "starter"
HIDDEN = "dot-"
"""Stands for a leading dot in the names of the starter's files, so that no tool reads them as its own settings."""

EXAMPLES = ("content/papers/", "content/taxonomy/", "content/notes/", "content/pages/")
"""The starter's examples, which a survey that begins with papers of its own does without."""

SETTINGS_HEAD = "# yaml-language-server: $schema=.schemas/survey.schema.json\n"

VERSION = b"{{version}}"
"""Stands for this version of Conspectus in the starter's files."""


@click.command(short_help="Create a survey in a new folder.")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--from",
    "given",
    metavar="FILE",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Begin with the papers of FILE, and a taxonomy made of it. May be given several times.",
)
def command(folder: Path, given: tuple[Path, ...]) -> None:
    """Create a survey in DIR, which must be empty or not exist yet.

    It has a few well-known papers, a taxonomy of two facets, a page of prose, and a workflow that publishes it to
    GitHub Pages. It can be built at once; replace its content with yours. An editor with a YAML language server
    completes keys, categories and papers in it (see `conspectus schema`).

    With --from, it starts with your own papers: those of a list in Markdown, of a library's export, or of any other
    FILE that `conspectus import` reads. The list's headings or the library's collections become the main facet; without
    them, one is proposed from keywords.
    """
    with console.telling():
        if folder.exists() and any(folder.iterdir()):
            raise console.Failure(f"{folder} is not empty", "choose a folder that is empty or does not exist yet")
        sources = read(given)
        for name, data in files():
            if sources and name.startswith(EXAMPLES):
                continue
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        if sources:
            begin(folder, sources)
        add_schemas(folder)
    click.echo(f"Created a survey in {shown(folder)}. View it with:")
    click.echo(f"  cd {shown(folder)}")
    click.echo("  conspectus serve")


def read(given: tuple[Path, ...]) -> list[Source]:
    """The files to begin with. Failure where one cannot be read, before anything is written."""
    from conspectus.commands import import_

    return [import_.read(path) for path in given]


def begin(folder: Path, given: list[Source]) -> None:
    """Copy the files into the survey, report what they bring, and write its taxonomy and its title."""
    from conspectus import sources
    from conspectus.commands import import_, outlining
    from conspectus.project import Project
    from conspectus.yaml_edit import styles

    project = Project(folder.resolve())
    parsed = [sources.parse(source, reading.cache()) for source in given]
    import_.refuse_errors(parsed)
    import_.account([], parsed)
    for source in given:
        import_.copy(source, project)
    outline = outlining.outline([], parsed, "topic")
    kind = "proposed" if outline.is_proposal else "wrote"
    click.echo(f"{kind} {outlining.write(project, 'topic', outline)}: {outline.summary}")
    title = parsed[0].title or given[0].path.rpartition("/")[2].rpartition(".")[0].replace("-", " ").replace("_", " ")
    settings = f"{SETTINGS_HEAD}title: {styles.inline(title)}\nlanguage: en\n"
    project.settings_file.write_text(settings, encoding="utf-8", newline="\n")


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
