"""`conspectus import`: add files of papers to the survey."""

from __future__ import annotations

import hashlib
import json
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from conspectus.commands import console, filtering, identifying, issue_form, outlining, reading
from conspectus.commands.options import find_project, format_option, project_option, shown

if TYPE_CHECKING:
    from conspectus.model.paper import Reading, Source
    from conspectus.project import Project


@click.command(name="import", short_help="Copy files of papers into content/papers/ and report what is new.")
@click.argument(
    "words",
    metavar="FILE...",
    nargs=-1,
    type=identifying.FileOrIdentifier(exists=True, dir_okay=False, path_type=Path),
)
@click.option("--dry-run", is_flag=True, help="Report what the files contain, and write nothing.")
@click.option(
    "--taxonomy", is_flag=True, help="Also make a facet of the headings or collections that the papers stand in."
)
@click.option("--facet", metavar="NAME", default="topic", show_default=True, help="The facet that --taxonomy writes.")
@click.option(
    "--category", "categories", multiple=True, help="Only papers in this category, such as cs.CL or cs (JSON Lines)."
)
@click.option(
    "--match", "phrases", multiple=True, help="Only papers with this phrase in title or abstract (JSON Lines)."
)
@click.option(
    "--issue-form", "issue", type=click.File("rb"), help="Make the change that an issue asks for; - for stdin."
)
@format_option("text: a report for people. jsonl: the records, one JSON object per line.", "jsonl")
@project_option
def command(
    words: tuple[Path | str, ...],
    dry_run: bool,
    taxonomy: bool,
    facet: str,
    categories: tuple[str, ...],
    phrases: tuple[str, ...],
    issue: IO[bytes] | None,
    form: str,
    folder: Path | None,
) -> None:
    """Copy FILEs into content/papers/ and report what they contain.

    A FILE is a saved listing page, an export of a reference manager or an index, YAML records or JSON Lines; the format
    is detected from the content. The report counts the records and lists the new papers, what was merged and why,
    near-duplicates, which are never merged, and what was dropped and why. No file in content/ is overwritten, and if
    any FILE has an error, nothing is copied.

    With --taxonomy, the headings of a list in Markdown, or a library's collections, become the categories of a new
    facet, and each paper is pinned where it stands.

    Instead of a FILE, an arXiv id, a DOI or a URL may be given; it is written into a file of identifiers, and nothing
    is fetched. With --category and --match, a file of JSON Lines of any size, such as arXiv's metadata, is filtered
    while it is read.

    With --issue-form, the text of an issue that a reader opened with one of the survey's forms becomes a change: a
    suggested paper is added, a placement is corrected. It is shown as a diff, like the edits of `conspectus place`.

    The papers of a FILE count as added on the day of its listing, or on the day in its name: export-2026-06-12.bib.

    Exit code: 0 imported, 1 a file has an error, 2 wrong usage.
    """
    from conspectus import sources

    if issue or not words:
        issue_form.apply(issue, words, folder, dry_run=dry_run)
        return
    project = find_project_if_needed(folder, dry_run)
    cache = reading.cache()
    with console.telling():
        present = reading.with_columns(project, project.sources("papers") if project else ())
        given = reading.with_columns(project, sources_of(words, filtering.Filter.of(categories, phrases)))
        parsed = [sources.parse(source, cache) for source in given]
        refuse_errors(parsed)
        if taxonomy and project and (project.content / "taxonomy" / f"{facet}.yaml").exists():
            raise outlining.exists(facet)
        fresh, there = sort_out(given, present)
        if form == "jsonl":
            print_records(parsed)
        else:
            account([sources.parse(source, cache) for source in present], [parsed[given.index(s)] for s in fresh])
        tell = partial(click.echo, err=form == "jsonl")
        target = None if dry_run else project
        store(fresh, there, target, tell)
        if alone := [word for word in words if isinstance(word, str)]:
            tell(identifying.next_steps(len(alone)))
        if taxonomy:
            digests = {source.digest for source in given}
            known = [sources.parse(source, cache) for source in present if source.digest not in digests]
            tell(outlining.made(target, facet, outlining.outline(known, parsed, facet)))


def store(
    fresh: Sequence[Source], there: Sequence[tuple[Source, str]], target: Project | None, tell: Callable[[str], None]
) -> None:
    """Copy the files that are new into the survey, if there is one to copy them into, and report all of them."""
    for source, place in there:
        tell(f"{source.path}: already imported as {place}")
    for source in fresh:
        if target:
            tell(f"copied {source.path} to {shown(copy(source, target))}")


def sources_of(words: Sequence[Path | str], filter: filtering.Filter | None) -> list[Source]:
    """The files named, filtered if need be, and the identifiers given in place of files."""
    files = [word for word in words if isinstance(word, Path)]
    identifiers = [word for word in words if isinstance(word, str)]
    given = [filtering.read(path, filter) if filter else read(path) for path in files]
    return [*given, identifying.listed(identifiers)] if identifiers else given


def account(known: Sequence[Reading], readings: Sequence[Reading]) -> None:
    """Report what the new readings add to the present ones."""
    from conspectus import library
    from conspectus.commands import intake

    before, after = library.merge(known).library, library.merge([*known, *readings]).library
    for brought in intake.account(before, after, readings):
        for line in intake.lines(brought):
            click.echo(console.printable(line))
    for old, new in intake.renamed(before, after):
        click.echo(f"the id {old} changes to {new}: add `was: [{old}]` to {new} to keep the old address")


def find_project_if_needed(folder: Path | None, dry_run: bool) -> Project | None:
    """The project; a dry run needs none, and then every paper is new."""
    try:
        return find_project(folder)
    except console.Failure:
        if dry_run and folder is None:
            return None
        raise


def read(path: Path) -> Source:
    """A file anywhere on disk as a source, with the path as the user typed it."""
    from conspectus.model.paper import Source

    if not path.is_file():
        raise console.Failure(f"{path} is not a file", "save what it gives into a file, and import that")
    data = path.read_bytes()
    return Source(path.as_posix(), data, hashlib.sha256(data).hexdigest())


def sort_out(given: Sequence[Source], present: Sequence[Source]) -> tuple[list[Source], list[tuple[Source, str]]]:
    """The given sources that are new, and those that are present already, byte for byte, with the path there."""
    places = {source.digest: source.path for source in present}
    fresh: list[Source] = []
    there: list[tuple[Source, str]] = []
    for source in given:
        if source.digest in places:
            there.append((source, places[source.digest]))
        else:
            places[source.digest] = source.path
            fresh.append(source)
    return fresh, there


def refuse_errors(readings: Sequence[Reading]) -> None:
    """Show what is wrong with the files; Failure if any of it is an error."""
    from conspectus import checks
    from conspectus.diagnostics import text

    report = checks.reported([mistake for reading in readings for mistake in reading.mistakes])
    if report.diagnostics:
        click.echo(text.render(report, console.reader(Path.cwd()), color=console.colored(sys.stderr)), err=True)
    if report.fails():
        raise console.Failure("nothing was imported", "fix the files, or leave them out")


def print_records(readings: Sequence[Reading]) -> None:
    """Print each record as a line of JSON."""
    from conspectus import sources

    for each in readings:
        for record in each.records:
            click.echo(json.dumps(sources.records_jsonl.as_json(record), ensure_ascii=False))


def copy(source: Source, project: Project) -> Path:
    """Write the file into content/papers/ under an unused name; returns its path."""
    project.papers.mkdir(parents=True, exist_ok=True)
    for name in names(Path(source.path).name):
        try:
            with (project.papers / name).open("xb") as file:
                file.write(source.data)
        except FileExistsError:
            continue
        return project.papers / name
    raise AssertionError("names never ends")


def names(name: str) -> Iterator[str]:
    """A safe file name like this one, then the same with -v2, -v3 and so on before its suffix.

    Only ASCII letters, digits, `.`, `_` and `-` are kept, so that the project is the same on every system. A dot or a
    dash at the start would hide the file from the build or make it an option on the command line. The `v` keeps the
    number from being read as part of a date, which the names of listings often end with.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    safe = Path(re.sub(r"[^A-Za-z0-9._-]+", "-", plain).lstrip(".-") or "papers")
    stem, suffix = safe.stem[:100].rstrip(".-") or "papers", safe.suffix[:20].lower()
    yield f"{stem}{suffix}"
    number = 2
    while True:
        yield f"{stem}-v{number}{suffix}"
        number += 1
