"""`conspectus try`: what a rule would catch before it is written."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from conspectus.commands import console, naming, offering, reading
from conspectus.commands.options import find_project, project_option

if TYPE_CHECKING:
    from conspectus.model.survey import Placement, Survey
    from conspectus.model.taxonomy import Match
    from conspectus.suggestions.trial import Hit, Swap, Trial

ARGUMENT = "RULE"
"""What messages call the rule, which stands in no file."""


@click.command(short_help="Show what a rule would catch, before it is written.")
@click.argument("rule")
@click.option("--in", "category", type=offering.CATEGORY, help="Put the rule in place of this category's own.")
@click.option(
    "--facet",
    type=offering.FACET,
    help="Compare with the rules of this facet alone, and look for CATEGORY there. Default: CATEGORY's facet, or all.",
)
@click.option(
    "--limit", type=click.IntRange(0), default=50, show_default=True, metavar="N", help="List so many papers of a kind."
)
@project_option
def command(rule: str, category: str | None, facet: str | None, limit: int, folder: Path | None) -> None:
    """Show which papers RULE would take, with the words around what it meets, and which of the present rules take the
    same ones. With --in: what the category would gain and lose if this were its rule. Nothing is written.

    RULE is what stands behind `match:` in a taxonomy file:

    \b
    conspectus try 'any: [token merging, token pooling]'
    conspectus try 'any: [token merging, token pooling]' --in token-merging
    conspectus try '{title: [survey, /state.of.the.art/], none: [user survey]}' --facet contribution

    Exit code: 0 tried, 1 mistakes in RULE or no such category, 2 wrong usage.
    """
    from conspectus.suggestions.trial import tried

    project = find_project(folder)
    match = read(rule)
    snapshot = reading.read(project)
    placed = snapshot.stages.placed
    assert placed  # noqa: S101 - every snapshot has one
    facets = naming.facets(facet, snapshot.survey.taxonomy)
    within = naming.category(category, facets) if category is not None else None
    trial = tried(match, placed, (within[0],) if within else facets, within)
    for line in lines(trial, snapshot.survey, limit):
        click.echo(console.printable(line))


def read(rule: str) -> Match:
    """The rule as a value. Its mistakes are shown like those in a file, and end the command."""
    from conspectus import checks, taxonomy
    from conspectus.diagnostics import text
    from conspectus.model.paper import Source

    data = rule.encode("utf-8", "replace")
    match, mistakes = taxonomy.load_rule(Source(ARGUMENT, data, hashlib.sha256(data).hexdigest()))
    if mistakes:
        report = checks.reported(mistakes)
        said = text.render(report, {ARGUMENT: rule}.get, color=console.colored(sys.stderr))
        click.echo(said, err=True, nl=False)
        raise click.exceptions.Exit(1)
    if match is None or not (match.any or match.title or match.all):
        raise console.Failure(
            "this rule asks for nothing, so it takes no paper",
            "it needs `any`, `title` or `all`, such as 'any: [kv cache]'",
        )
    return match


def lines(trial: Trial, survey: Survey, limit: int) -> Iterator[str]:
    """All there is to tell of a trial."""
    from conspectus.text.counting import counted

    total = len(survey.library.papers)
    yield f"The rule takes {len(trial.hits):,} of {total:,} papers."
    for hit in trial.hits[:limit]:
        yield f"  {hit.paper.id}: {hit.paper.title}"
        yield f"      {hit.field}: {snippet(hit)}"
    yield from more(len(trial.hits) - limit)
    yield "\nIts phrases"
    for tally in trial.tallies:
        papers = f"met in {counted(tally.papers)}" if tally.papers else "met nowhere"
        yield f"  {tally.key}: {tally.phrase}: {papers}"
    if trial.swap:
        yield from swapped(trial.swap, {paper.id: str(paper.title) for paper in survey.library.papers}, limit)
    if trial.hits:
        yield "\nPresent rules that take most of the same papers"
        for overlap in trial.overlaps:
            yield f"  {overlap.facet}: {overlap.category}: {overlap.shared:,} of its {overlap.all:,}"
        if not trial.overlaps:
            yield "  none takes any of them"


def snippet(hit: Hit) -> str:
    """The words a phrase met, marked, among those around them."""
    return f"{hit.before}»{hit.words}«{hit.after}"


def swapped(swap: Swap, titles: dict[str, str], limit: int) -> Iterator[str]:
    """What the category would gain and lose."""
    own = "its present rule" if swap.category.match else "no rule, as now"
    yield (
        f"\nIn {swap.facet.id}: {swap.category.id}, instead of {own}: "
        f"{len(swap.gained):,} gained, {len(swap.lost):,} lost, {swap.kept:,} kept"
    )
    yield from changed("+", swap.gained, titles, limit)
    yield from changed("-", swap.lost, titles, limit)
    if swap.kept_out:
        yield "  taken by the rule, but kept out"
    for kept in swap.kept_out[:limit]:
        yield f"    {kept.paper.id}: {kept.why}"
    yield from more(len(swap.kept_out) - limit)


def changed(sign: str, places: tuple[Placement, ...], titles: dict[str, str], limit: int) -> Iterator[str]:
    """Papers gained or lost, each with the reason it would have, or had."""
    for place in places[:limit]:
        yield f"  {sign} {place.paper}: {titles[place.paper]}"
        yield f"      {'had: ' if sign == '-' else ''}{place.reason}"
    yield from more(len(places) - limit)


def more(left: int) -> Iterator[str]:
    """How many are not listed, if any."""
    if left > 0:
        yield f"  and {left:,} more; see them with --limit"
