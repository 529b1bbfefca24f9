"""The papers that `conspectus new --from` begins a survey with."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from conspectus.commands import console, filing, import_, outlining, reading

if TYPE_CHECKING:
    from conspectus.model.paper import Reading, Source
    from conspectus.project import Project


class Begun(NamedTuple):
    """The files that a survey begins with, what each of them says, and what the columns of their tables are called by
    the survey that they are from. `skipped`: a line for each other file of a folder."""

    sources: tuple[Source, ...] = ()
    readings: tuple[Reading, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    skipped: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What the first file calls itself, if it does."""
        return self.readings[0].title if self.readings else ""


def name_of(folder: Path) -> str:
    """A title for a survey that has none: its folder's name, in words."""
    words = folder.resolve().name.replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]


def read(given: Sequence[Path]) -> Begun:
    """The files to begin with, those of folders included. Failure where one cannot be read, or a folder has none."""
    from conspectus import sources

    parsed: list[tuple[Source, Reading]] = []
    skipped: list[str] = []
    columns = _columns(given)
    for path in given:
        if not path.is_dir():
            source = sources.with_columns(filing.read(path), columns)
            parsed.append((source, sources.parse(source, reading.cache())))
            continue
        of_folder = list(_known(path, columns, skipped))
        if not of_folder:
            for line in skipped:
                click.echo(console.printable(line))
            raise console.Failure(
                f"{path} has no file of papers", "export the papers as BibTeX, RIS or CSL-JSON into it"
            )
        parsed += of_folder
    import_.refuse_errors([each for _, each in parsed], warn=False)  # the survey's own report has the warnings
    return Begun(tuple(source for source, _ in parsed), tuple(each for _, each in parsed), columns, tuple(skipped))


def _columns(given: Sequence[Path]) -> tuple[tuple[str, str], ...]:
    """What the survey of the first file that is from one calls the columns of its tables: `import_columns`."""
    from conspectus import settings
    from conspectus.project import Project

    projects = filter(None, (Project.find(path if path.is_dir() else path.parent) for path in given))
    project = next(projects, None)
    return settings.load(project.source(project.settings_file))[0].import_columns if project else ()


def _known(folder: Path, columns: tuple[tuple[str, str], ...], skipped: list[str]) -> Iterator[tuple[Source, Reading]]:
    """The files in a folder that have papers, those in hidden folders left out; what to say of the others is added to
    `skipped`. One with nothing but an entry, or a listing, that cannot be read has papers."""
    from conspectus import sources

    for path in sorted(folder.rglob("*")):
        is_hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if is_hidden or path.is_symlink() or not path.is_file():
            continue
        source = sources.with_columns(filing.read(path), columns)
        parsed = sources.parse(source, reading.cache())
        is_broken = any(mistake.check in ("broken-entry", "broken-listing") for mistake in parsed.mistakes)
        if not parsed.records and (not is_broken or import_.is_text_alone(parsed)):
            skipped.append(import_.skipped(parsed))
        else:
            yield source, parsed


def add(folder: Path, begun: Begun) -> list[str]:
    """Import the files into the survey, write its main facet, and return what to say of it. Nothing without files.

    Everything is written before anything is printed, so that the survey is whole even if the reader of our output, such
    as `head`, stops early.
    """
    from conspectus.commands import planning
    from conspectus.model.taxonomy import MAIN_FACET
    from conspectus.project import Project

    if not begun.sources:
        return []
    project = Project(folder.resolve())
    plan = planning.plan(None, list(zip(begun.sources, begun.readings, strict=True)), is_first=True)
    planning.write(plan, project)
    if begun.columns:
        _write_columns(project, begun.columns)
    outline = outlining.outline(project, [], plan.readings, MAIN_FACET)
    kind = "proposed" if outline.is_proposal else "wrote"
    facet = f"{kind} {outlining.write(project, MAIN_FACET, outline)}: {outline.summary}"
    return [*begun.skipped, *planning.report(plan), facet, *outline.next_steps]


def _write_columns(project: Project, columns: Sequence[tuple[str, str]]) -> None:
    """Add what the columns of tables are called to survey.yaml, without which the tables are not read again."""
    from conspectus.saving import save

    lines = ["import_columns:", *(f"  {json.dumps(name, ensure_ascii=False)}: {field}" for name, field in columns)]
    written = project.settings_file.read_text("utf-8").rstrip("\n")
    save(project.settings_file, "\n".join([written, *lines, ""]).encode())
