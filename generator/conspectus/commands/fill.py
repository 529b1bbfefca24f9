"""`conspectus fill`: look up what papers lack."""

from __future__ import annotations

from pathlib import Path

import click

from conspectus.commands import applying, console, contacting, naming, offering, reading
from conspectus.commands.options import find_project, project_option

FIELDS = ("title", "authors", "date", "abstract", "venue", "doi")
"""What can be filled in; a title only where an identifier stands for it."""

SERVICES = ("arxiv", "crossref", "openalex", "semantic-scholar")
"""The services that know papers by their identifiers; the last one only answers well with an API key."""


@click.command(short_help="Look up authors, dates, abstracts, venues and DOIs that papers lack.")
@click.argument("papers", type=offering.PAPER, metavar="[PAPER]...", nargs=-1)
@click.option("--field", "fields", type=click.Choice(FIELDS), multiple=True, help="Fill this field. Default: all.")
@click.option(
    "--from",
    "services",
    type=click.Choice(SERVICES),
    multiple=True,
    help="Ask this service. Default: arxiv, crossref, openalex, in this order.",
)
@click.option("--replace", is_flag=True, help="Replace values of exports and listings too; never what you wrote.")
@contacting.refresh_option
@applying.dry_run_option
@project_option
def command(
    papers: tuple[str, ...],
    fields: tuple[str, ...],
    services: tuple[str, ...],
    replace: bool,
    refresh: bool,
    dry_run: bool,
    folder: Path | None,
) -> None:
    """Look up what papers lack by their arXiv ids and DOIs: authors, the day of publication, the abstract, the venue
    and the DOI, and the title of a paper of which only the identifier is known. Default: all papers.

    What is found is added to content/papers/filled.jsonl and merged with the papers' other records; no other file is
    changed. A value counts only if the title that comes with it is the paper's. The command prints each paper, what was
    filled in and where it is from, and which papers change category by it.

    Exit code: 0 done, 1 a service failed (what came before is written), 2 wrong usage.
    """
    from conspectus.commands.looking_up import Filling, write

    project = find_project(folder)
    before = reading.read(project)
    library = before.survey.library
    chosen = [naming.paper(name, before.survey) for name in papers] if papers else library.papers
    filling = Filling.of(library, chosen, fields or FIELDS, replace=replace)
    with console.telling(), console.progress() as progress:
        web = contacting.web(before.survey.settings, progress, refresh=refresh)
        for service in services or SERVICES[:3]:
            filling.ask(web, service)
    write(filling, project, before, replace=replace, dry_run=dry_run)
    for text in contacting.summary(web):
        click.echo(text)
    contacting.fail(filling.errors)
