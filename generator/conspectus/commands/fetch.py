"""`conspectus fetch`: add papers that services on the web have."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from conspectus.commands import console, contacting, import_, reading
from conspectus.commands.options import count_option, find_project, project_option, shown

if TYPE_CHECKING:
    from conspectus.commands.gathering import Found
    from conspectus.diagnostics import Span
    from conspectus.model.paper import Reading, Source
    from conspectus.project import Project

DAILY = "daily"


@click.command(short_help="Add papers that arXiv, OpenAlex, Crossref and others find for a query.")
@click.argument("service", type=click.Choice(contacting.NAMES), metavar="[SERVICE]", required=False)
@click.argument("words", metavar="[QUERY]...", nargs=-1)
@click.option("--queries", is_flag=True, help="Ask what `sources` in content/survey.yaml names.")
@click.option("--since", metavar="DAY", type=contacting.Day(), help="Only papers from DAY on: 2026-06-12, or 14d.")
@count_option("--limit", 200, "Take at most N papers of each query.", least=1)
@click.option("--match", "phrases", multiple=True, help="Only papers with this phrase in title or abstract.")
@contacting.refresh_option
@click.option("--dry-run", is_flag=True, help="Report what would be added, and write nothing.")
@project_option
def command(
    service: str | None,
    words: tuple[str, ...],
    queries: bool,
    since: date | None,
    limit: int,
    phrases: tuple[str, ...],
    refresh: bool,
    dry_run: bool,
    folder: Path | None,
) -> None:
    """Ask SERVICE for papers, and write those that are new into a file of content/papers/, a paper on each line.

    \b
    arxiv             a category (cs.CL), a query (cat:cs.CL AND abs:"kv cache"), words, or ids
    openalex          words, filters (topics.id:T10028), DOIs or arXiv ids
    crossref          words, or DOIs
    semantic-scholar  words, DOIs or arXiv ids
    hf                days of the daily papers: 2026-06-12, 2026-06-01..2026-06-12, or daily (with --since)
    zotero            a library (users/12345, groups/12345) or a collection (groups/12345/collections/ABCD2345)

    Each word is looked for, and a quoted one as a phrase. Papers that the survey has already are left out, so a query
    can be asked again and again; no line that is there is changed. With --queries, they come from content/survey.yaml.

    API keys come from the environment: OPENALEX_API_KEY, SEMANTIC_SCHOLAR_API_KEY, ZOTERO_API_KEY and
    CROSSREF_PLUS_API_TOKEN. CONSPECTUS_CONTACT has your e-mail address. Answers are kept for 12 hours, so a command
    that was interrupted goes on where it stopped.

    Exit code: 0 done, 1 a service failed (what came before is written), 2 wrong usage.
    """
    if queries == bool(service):
        raise click.UsageError("name a service and what to ask it, or use --queries")
    if service and not words and service != "hf":
        raise click.UsageError(f"write what to ask {service}, after its name")
    from conspectus.commands.gathering import Query, find, only_new, report

    project = find_project(folder)
    with console.telling(), console.progress() as progress:
        settings = contacting.settings_of(project)
        web = contacting.web(settings, progress, refresh=refresh)
        saved = [Query(each.service, each.query, each.match) for each in settings.sources]
        asked = saved if queries else [Query(service or "", words or (DAILY,), phrases)]
        if not asked:
            click.echo("content/survey.yaml has no `sources`: nothing to ask.")
        found = [find(web, query, since, limit, number) for number, query in enumerate(asked, 1)]
    with console.telling():
        known = [_parsed(source) for source in project.sources("papers")]
        new = only_new(known, found)
        lines = [report(each, new, limit) for each in found]
        added = add(project, known, found, new, dry_run=dry_run)
    for text in (*lines, *contacting.summary(web), *added):
        click.echo(console.printable(text))
    contacting.fail([each.error for each in found if each.error])


def _parsed(source: Source) -> Reading:
    from conspectus import sources

    return sources.parse(source, reading.cache())


def add(
    project: Project, known: Sequence[Reading], found: Sequence[Found], new: set[Span], *, dry_run: bool
) -> list[str]:
    """Write the new papers, a file for each service, and return the report on them."""
    from dataclasses import replace

    from conspectus.model.paper import Source
    from conspectus.yaml_edit import Draft, write

    lines: dict[str, list[bytes]] = {}
    for each in found:
        taken = [contacting.line(record.work, source=each.asked) for record in each.records if record.span in new]
        lines.setdefault(each.query.service, []).extend(taken)
    draft, written = Draft.of(project), []
    for service, taken in lines.items():
        if taken:
            path, data = f"content/papers/{service}-{contacting.today()}.jsonl", b"".join(taken)
            draft = contacting.appended(draft, path, data)
            written.append(Source(path, data, hashlib.sha256(data).hexdigest()))
    if not dry_run:
        write(project, draft.edits)
    report = import_.account(known, [_parsed(replace(source, path=f"new in {source.path}")) for source in written])
    verb = "would write" if dry_run else "wrote"
    return [*report, *(f"{verb} {shown(project.root / source.path)}" for source in written)]
