"""`conspectus new`: create a survey."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from conspectus.commands import asking, beginning, console
from conspectus.commands.options import shown

if TYPE_CHECKING:
    from conspectus.commands.beginning import Begun
    from conspectus.diagnostics import Report
    from conspectus.scaffolding import Plan

T = TypeVar("T")


def checked(check: Callable[[str], T]) -> Callable[[click.Context, click.Parameter, str], T]:
    """A click callback of a function that checks a value."""
    return lambda context, parameter, value: check(value)


class FileOrFolder(click.Path):
    """What is on disk; an address on the web is refused with what to do."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if asking.is_address(str(value)):
            self.fail(f"{value} is an address; {asking.SAVE_IT}", param, ctx)
        return super().convert(value, param, ctx)


@click.command(short_help="Create a survey in a new folder, or in a fresh clone.")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--from",
    "given",
    metavar="FILE",
    multiple=True,
    type=FileOrFolder(exists=True, path_type=Path),
    help="Begin with the papers of FILE, or of the files in a folder, and a taxonomy made of them. Repeatable.",
)
@click.option("--empty", is_flag=True, help="Begin without papers.")
@click.option("--title", metavar="TEXT", default="", help="The survey's title. Default: that of FILE, or DIR's name.")
@click.option(
    "--facets",
    metavar="NAMES",
    default="",
    callback=checked(asking.facet_ids),
    help="Facets besides the topics, with commas: method,dataset.",
)
@click.option(
    "--language", metavar="TAG", default="", callback=checked(asking.language_tag), help="Such as en, de or pt-BR."
)
def command(
    folder: Path, given: tuple[Path, ...], empty: bool, title: str, facets: tuple[str, ...], language: str
) -> None:
    """Create a survey in DIR: a new folder, an empty one, or a clone of a new repository.

    On a terminal, it asks what to begin with. Without a terminal and without options, it creates an example: a few
    well-known papers, a taxonomy of two facets and a page of prose. With --empty, --title, --facets or --language it
    begins without papers.

    With --from, it starts with your own papers: those of a list in Markdown, of a library's export, or of any other
    FILE that `conspectus import` reads. The list's headings or the library's collections become the main facet; without
    them, one is proposed from keywords.

    Each survey has a workflow that publishes it to GitHub Pages and installs the version of Conspectus that created
    the survey. Existing files are kept; only .gitignore gets lines added.
    """
    from conspectus.project import Project

    with console.telling():
        refuse(folder, given)
        if not (given or empty or title or facets or language) and console.is_interactive():
            given, empty, title, facets, language = asking.answers(folder)
        begun = beginning.read(given)
        plan = planned(folder, begun, empty, title, facets, language)
        kept = create(folder, plan)
        lines = beginning.add(folder, begun)
        report = add_schemas(folder)
    for line in lines:
        click.echo(console.printable(line))
    console.show_report(report, Project(folder.resolve()))
    for name in kept:
        click.echo(f"Kept your {name}.")
    here = folder.resolve() == Path.cwd()
    click.echo(f"Created a survey in {'this folder' if here else shown(folder)}. View it with:")
    if not here:
        click.echo(f"  cd {shown(folder)}")
    click.echo("  conspectus serve")
    if not (plan.is_example or begun.sources):
        click.echo(
            "Add papers with `conspectus import FILE` or `conspectus fetch arxiv QUERY`, "
            "and topics in content/taxonomy/topic.yaml."
        )
    click.echo(
        "To publish it: on GitHub, choose GitHub Actions under Settings > Pages; then commit everything and push."
    )


def planned(folder: Path, begun: Begun, empty: bool, title: str, facets: tuple[str, ...], language: str) -> Plan:
    """What the options, or the answers, come to."""
    from conspectus.scaffolding import Plan, remote

    is_example = not (begun.sources or empty or title or facets or language)
    title = title or ("A literature survey" if is_example else begun.title or beginning.name_of(folder))
    return Plan(title, language or "en", facets, remote(folder), is_example, has_main=not begun.sources)


def refuse(folder: Path, given: tuple[Path, ...]) -> None:
    """Failure if anything is in the way of a survey in the folder."""
    from conspectus import scaffolding

    for path in (folder, *folder.parents):
        if path.is_symlink() and not path.exists():
            hint = "remove the link, or choose another folder"
            raise console.Failure(f"{path} is a link to what does not exist", hint)
        if path.is_file():
            raise console.Failure(f"{path} is a file, so no folder can be in it", "choose another folder")
    if obstacles := scaffolding.in_the_way(folder, given):
        names = ", ".join(obstacles[:5]) + (", …" if len(obstacles) > 5 else "")
        hint = "choose a new folder, an empty one, or a clone of a new repository"
        raise console.Failure(f"{shown(folder)} is not empty: it has {names}", hint)


def create(folder: Path, plan: Plan) -> list[str]:
    """Write the survey's files, and return those that are kept as they were. Failure where no workflow could install
    Conspectus."""
    from conspectus import scaffolding
    from conspectus.saving import save

    try:
        files = dict(scaffolding.files(plan, scaffolding.installed()))
    except scaffolding.NoMetadataError as error:
        raise console.Failure(
            "Conspectus is not installed, so no workflow can install it", "install it with pip"
        ) from error
    folder.mkdir(parents=True, exist_ok=True)
    kept = list(scaffolding.present(folder))
    for name, data in files.items():
        path = folder / name
        if name in kept:
            continue
        if name == scaffolding.IGNORED and path.is_file():
            data = scaffolding.ignoring(path.read_bytes(), data)
        save(path, data, within=folder)
    return kept


def add_schemas(folder: Path) -> Report:
    """Write the schemas that the survey's YAML files name, and return what is wrong with it."""
    from conspectus import checks, pipeline
    from conspectus.cache import Cache
    from conspectus.editor_support import schema_files
    from conspectus.project import Project

    project = Project(folder.resolve())
    survey = pipeline.survey(project, Cache(None))
    schema_files.write(survey, schema_files.folder_of(project))
    return checks.check(survey)
