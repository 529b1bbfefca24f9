"""`conspectus import`: add files of papers to the survey."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from conspectus.commands import console, filing, filtering, identifying, issue_form, outlining, reading
from conspectus.commands.options import Day, find_project, format_option, project_option

if TYPE_CHECKING:
    from conspectus.model.paper import Reading, Source
    from conspectus.model.when import Date
    from conspectus.project import Project

AGAIN = "correct that, and run the same import again; it completes what was begun"
"""What to do about a disk that refuses."""

OWN = ("papers", "taxonomy", "imported")
"""The folders in content/ that an import reads and writes."""


@click.command(name="import", short_help="Copy files of papers into content/papers/ and report what is new.")
@click.argument(
    "words",
    metavar="FILE...",
    nargs=-1,
    type=identifying.FileOrIdentifier(exists=True, dir_okay=False, path_type=Path),
)
@click.option("--dry-run", is_flag=True, help="Report what the files contain, and write nothing.")
@click.option(
    "--taxonomy",
    is_flag=True,
    help="Also make a facet of the headings or collections that the papers stand in, or extend it after an update.",
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
@click.option(
    "--update/--no-update",
    default=None,
    help="Whether FILE is a newer export of a file in content/papers/. Default: if it is recognized as one.",
)
@click.option("--prune", is_flag=True, help="Remove entries that the newer export lacks, unless you made use of them.")
@click.option("--added", metavar="DAY", type=Day(), help="The day on which new papers are added. Default: today.")
@format_option("text: a report for people. jsonl: the records, one JSON object per line.", "jsonl")
@project_option
def command(
    words: tuple[Path | str, ...],
    dry_run: bool,
    update: bool | None,
    prune: bool,
    added: Date | None,
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
    near-duplicates, which are never merged, and what was dropped and why. If any FILE has an error, or no paper,
    nothing is copied; but a list in Markdown without papers, beside other FILEs, is left out.

    A newer export of a library updates the file in content/papers/ that has its name and its entries: every value that
    changes is listed, papers keep their addresses, entries that the export lacks are kept, and lines that you edited by
    hand stay. With --prune, entries that the export lacks go, except those that you made use of. With --taxonomy, the
    headings of a list, or a library's collections, become the categories of an empty facet; a newer export extends it.

    Instead of a FILE, an arXiv id, a DOI or a URL may be given; nothing is fetched. With --category and --match, a file
    of JSON Lines of any size, such as arXiv's metadata, is filtered while it is read.

    With --issue-form, an issue that a reader opened with one of the survey's forms becomes a change: a suggested paper
    is added, a placement is corrected. It is shown as a diff.

    New papers get an id, which is their address: the citation key, else author, year and word. It is written down in
    content/imported/ and stays whatever is corrected. They count as added on the day of their listing or in the file's
    name (export-2026-06-12.bib), else today, or on the day given with --added.

    Exit code: 0 imported, 1 a file has an error, 2 wrong usage.
    """
    from conspectus.commands import planning, turns

    if issue or not words:
        issue_form.apply(issue, words, folder, added, dry_run=dry_run)
        return
    if prune and update is False:
        raise click.UsageError("--prune and --no-update cannot be combined")
    project = find_project_if_needed(folder, dry_run)
    with console.telling(AGAIN), turns.turn(None if dry_run else project):
        files = reading.with_columns(project, sources_of(words, project, filtering.Filter.of(categories, phrases)))
        given, empty = with_papers([(source, parsed(source)) for source in files])
        refuse_errors([read for _, read in given], project)
        plan = planning.plan(project, given, update=update, added=added, prune=prune)
        target = None if dry_run else project
        extension = outlining.extension(project, plan, facet) if taxonomy else None
        # Everything is written before anything is printed: the reader of our output, such as `head`, may stop early.
        written = planning.write(plan, target)
        if alone := [word for word in words if isinstance(word, str)]:
            written.append(identifying.next_steps(len(alone)))
        written += outlining.done(target, facet, plan, extension) if taxonomy else ()
    report = [*map(skipped, empty), *planning.report(plan, places=extension is not None)]
    tell(report, written, identifying.only(words, [read for _, read in given]) if form == "jsonl" else None)


def tell(report: Sequence[str], written: Sequence[str], records: Sequence[Reading] | None) -> None:
    """Print what files bring and what was written; with `records`, to stderr, and each of these as a line of JSON."""
    for line in report:
        click.echo(console.printable(line), err=records is not None)
    print_records(records or ())
    for line in written:
        click.echo(console.printable(line), err=records is not None)


def parsed(source: Source) -> Reading:
    """What a file says."""
    from conspectus import sources

    return sources.parse(source, reading.cache())


def with_papers(given: Sequence[tuple[Source, Reading]]) -> tuple[list[tuple[Source, Reading]], list[Reading]]:
    """The files without the lists in which there is no paper, and what these say; all files if none has one."""
    empty = [read for _, read in given if is_text_alone(read)]
    return ([each for each in given if each[1] not in empty], empty) if len(empty) < len(given) else (list(given), [])


def is_text_alone(reading: Reading) -> bool:
    """Whether a file in Markdown has no paper, as the other files of a list's repository."""
    from conspectus import sources

    return [mistake.message for mistake in reading.mistakes] == [sources.awesome.NO_PAPER]


def skipped(reading: Reading) -> str:
    """What to say of a file that is left out because it has no paper."""
    why = reading.mistakes[0].message if reading.mistakes else "no paper was found in it"
    return f"skipped {reading.path}: {why}"


def account(known: Sequence[Reading], readings: Sequence[Reading]) -> Iterator[str]:
    """The report on what new readings add to those that are known."""
    from conspectus import library
    from conspectus.commands import intake

    before, after = library.merge(known).library, library.merge([*known, *readings]).library
    for brought in intake.account(before, after, readings):
        yield from intake.lines(brought)
    for old, new in intake.renamed(before, after):
        yield f"the id {old} changes to {new}: add `was: [{old}]` to {new} to keep the old address"


def sources_of(words: Sequence[Path | str], project: Project | None, filter: filtering.Filter | None) -> list[Source]:
    """The files named, filtered if need be, and the identifiers given in place of files."""
    files = [word for word in words if isinstance(word, Path)]
    identifiers = [word for word in words if isinstance(word, str)]
    for path in files:
        filing.refuse_pipe(path)
    given = [filtering.read(path, filter) if filter else filing.read(path) for path in files]
    return [*given, identifying.listed(identifiers, project)] if identifiers else given


def find_project_if_needed(folder: Path | None, dry_run: bool) -> Project | None:
    """The project; a dry run needs none, and then every paper is new."""
    try:
        return find_project(folder)
    except console.Failure:
        if dry_run and folder is None:
            return None
        raise


def refuse_errors(readings: Sequence[Reading], project: Project | None = None, *, warn: bool = True) -> None:
    """Show what is wrong with the files, and without `warn` only if they are refused; Failure if any of it is an error,
    or a file has no paper, or where git left conflicts in the project that the files come into."""
    from conspectus import checks
    from conspectus.diagnostics import text

    report = checks.reported([mistake for reading in readings for mistake in reading.mistakes])
    empty = [each.path for each in readings if not each.records]
    if report.diagnostics and (warn or empty or report.fails()):
        click.echo(text.render(report, console.reader(Path.cwd()), color=console.colored(sys.stderr)), err=True)
    if report.fails():
        raise console.Failure("nothing was imported", "fix the files, or leave them out")
    if empty:
        raise console.Failure(f"nothing was imported: no paper was found in {', '.join(empty)}", "leave that out")
    if project:
        refuse_conflicts(project)


def refuse_conflicts(project: Project) -> None:
    """Show where git left two versions of lines in the files that an import reads and writes, and fail: it would take
    both of them, or neither, for what the survey has."""
    from conspectus import checks, sources

    files = [project.settings_file, *(path for name in OWN for path in project.files(name))]
    report = checks.reported(filter(None, (sources.conflicts.mistake(project.source(path)) for path in files)))
    if report.diagnostics:
        console.show_report(report, project)
        raise console.Failure("nothing was imported: the survey has conflicts that git left", "resolve them first")


def print_records(readings: Sequence[Reading]) -> None:
    """Print each record as a line of JSON, but for those that merging drops, which the report lists."""
    from conspectus import library, sources

    dropped = {drop.span for drop in library.merge(readings).library.dropped}
    for each in readings:
        for record in each.records:
            if record.span in dropped:
                continue
            placed = {"source": f"{record.span.file}:{record.span.line}"}
            click.echo(json.dumps(sources.records_jsonl.as_json(record) | placed, ensure_ascii=False))
