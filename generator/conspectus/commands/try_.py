"""`conspectus try`: what a rule would match, before it is written."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from conspectus.commands import console, naming, offering, reading
from conspectus.commands.options import count_option, find_project, project_option

if TYPE_CHECKING:
    from conspectus.model.survey import Placement, Survey
    from conspectus.model.taxonomy import Match
    from conspectus.suggestions.trial import Swap, Trial

ARGUMENT = "RULE"
"""The file name of the rule in messages: it comes from the command line."""


@click.command(short_help="Show what a rule would match, before you write it.")
@click.argument("rule")
@click.option("--in", "category", type=offering.CATEGORY, help="Compare the rule with this category's present rule.")
@click.option(
    "--facet",
    type=offering.FACET,
    help="Compare only with the rules of this facet, and look for CATEGORY there. Default: CATEGORY's facet, or all.",
)
@count_option("--limit", 50, "Show at most N papers per section.")
@project_option
def command(rule: str, category: str | None, facet: str | None, limit: int, folder: Path | None) -> None:
    """Show which papers RULE would match, with the matching words, and which present rules match the same papers. With
    --in, also show which papers the category would gain and lose if this were its rule. Nothing is written.

    RULE is a value of `match:` in a taxonomy file:

    \b
    conspectus try 'any: [token merging, token pooling]'
    conspectus try 'any: [token merging, token pooling]' --in token-merging
    conspectus try '{title: [survey, /state.of.the.art/], none: [user survey]}' --facet contribution

    Exit code: 0 done, 1 mistakes in RULE or no such category, 2 wrong usage.
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
    """The rule as a value. Mistakes in it are shown like those in a file, and end the command."""
    from conspectus import checks, taxonomy
    from conspectus.diagnostics import text
    from conspectus.model.paper import Source

    match, mistakes = taxonomy.load_rule(Source.of(ARGUMENT, rule.encode("utf-8", "replace")))
    if mistakes:
        report = checks.reported(mistakes)
        shown = text.render(report, {ARGUMENT: rule}.get, color=console.colored(sys.stderr))
        click.echo(shown, err=True, nl=False)
        raise click.exceptions.Exit(1)
    if match is None or not (match.any or match.title or match.all):
        raise console.Failure(
            "this rule has no conditions, so it matches no paper",
            "give it `any`, `title` or `all`, such as 'any: [kv cache]'",
        )
    return match


def lines(trial: Trial, survey: Survey, limit: int) -> Iterator[str]:
    """The papers, the phrases, the comparison with a category, and the other rules."""
    from conspectus.text.counting import counted

    total = len(survey.library.papers)
    yield f"The rule matches {len(trial.hits):,} of {counted(total)}."
    for hit in trial.hits[:limit]:
        yield f"  {hit.paper.id}: {hit.paper.title}"
        yield f"      {hit.field}: {hit.before}»{hit.words}«{hit.after}"
    yield from more(len(trial.hits) - limit)
    yield "\nPhrases"
    for tally in trial.tallies:
        yield f"  {tally.key}: {tally.phrase}: {counted(tally.papers) if tally.papers else 'no papers'}"
    if trial.swap:
        yield from swapped(trial.swap, {paper.id: str(paper.title) for paper in survey.library.papers}, limit)
    if trial.hits:
        yield "\nRules that match the same papers"
        for overlap in trial.overlaps:
            yield f"  {overlap.facet}: {overlap.category}: {overlap.shared:,} of its {counted(overlap.all)}"
        if not trial.overlaps:
            yield "  none"


def swapped(swap: Swap, titles: dict[str, str], limit: int) -> Iterator[str]:
    """What the category would gain and lose."""
    own = "its present rule" if swap.category.match else "no rule"
    yield (
        f"\nIn {swap.facet.id}: {swap.category.id}, compared with {own}: "
        f"{len(swap.gained):,} gained, {len(swap.lost):,} lost, {swap.kept:,} unchanged"
    )
    yield from changed("+", swap.gained, titles, limit)
    yield from changed("-", swap.lost, titles, limit)
    if swap.kept_out:
        yield "  matched by the rule, but not placed here"
    for kept in swap.kept_out[:limit]:
        yield f"    {kept.paper.id}: {kept.why}"
    yield from more(len(swap.kept_out) - limit)


def changed(sign: str, places: tuple[Placement, ...], titles: dict[str, str], limit: int) -> Iterator[str]:
    """Papers gained or lost, each with its reason, which a lost one had."""
    for place in places[:limit]:
        yield f"  {sign} {place.paper}: {titles[place.paper]}"
        yield f"      {'had: ' if sign == '-' else ''}{place.reason}"
    yield from more(len(places) - limit)


def more(left: int) -> Iterator[str]:
    """How many are not shown, if any."""
    if left > 0:
        yield f"  and {left:,} more; raise --limit to see them"
