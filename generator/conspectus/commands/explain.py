"""`conspectus explain`: why a paper is in its categories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from conspectus.commands import console, naming, offering, reading
from conspectus.commands.options import find_project, project_option

if TYPE_CHECKING:
    from conspectus.model.paper import Library, Paper
    from conspectus.model.survey import NearMiss, Placement, Survey
    from conspectus.model.taxonomy import Taxonomy


@click.command(short_help="Explain why a paper is in its categories.")
@click.argument("paper", type=offering.PAPER)
@project_option
def command(paper: str, folder: Path | None) -> None:
    """Explain why PAPER is in its categories: its sources, each category with the reason, and the rules that nearly
    matched.

    PAPER is an id, a citation key, an arXiv id, a DOI, or a part of a title that no other paper has.
    """
    from conspectus import taxonomy

    survey = reading.read(find_project(folder)).survey
    found = naming.paper(paper, survey)
    for line in lines(found, survey, taxonomy.near_misses.find(found, survey.taxonomy, survey.placing)):
        click.echo(console.printable(line))


def lines(paper: Paper, survey: Survey, near: Sequence[NearMiss]) -> Iterator[str]:
    """Everything about a paper: its sources, what was merged, its categories and the near misses."""
    work = paper.work
    yield f"{paper.title}"
    parts = [paper.id, work.date, work.arxiv and f"arXiv {work.arxiv}", work.doi and f"doi {work.doi}"]
    yield "  " + " · ".join(str(part) for part in parts if part)
    yield "\nSources"
    for record in paper.records:
        fields = ", ".join(name for name, span in paper.origins.items() if span == record.span) or "nothing new"
        yield f"  {record.span} ({record.authority.name.lower()}): {fields}"
    yield from listed(paper)
    yield from merging(paper, survey.library)
    yield "\nCategories"
    placements = survey.placing.placements.get(paper.id, ())
    for placement in placements:
        yield f"  {placement.facet}: {path(placement, survey.taxonomy)}"
        yield f"    {placement.reason} ({placement.reason.span})"
    if not placements:
        yield "  none: no rule matches, no category lists it, and no record places it"
    if near:
        yield "\nNear misses"
        for miss in near:
            yield f"  {miss.facet}: {miss.category}"
            yield f"    {miss.why} ({miss.span})"


def listed(paper: Paper) -> Iterator[str]:
    """What readers don't see: how the date was known, the subject code, and how the paper stood in listings."""
    from conspectus.commands import listings

    work = paper.work
    if work.date and work.date.inferred:
        yield f"  date inferred from: {work.date.inferred}"
    if work.subject:
        yield f"  subject: {work.subject}"
    found = listings.listings(paper)
    if found:
        yield "\nListed"
    for listing in found:
        parts = [
            str(listing.day or "on an unknown day"),
            f"in {', '.join(listing.names)}" if listing.names else "",
            f"score {listing.score:g}" if listing.score is not None else "",
            f"comments {listing.comments}" if listing.comments else "",
        ]
        yield "  " + ", ".join(filter(None, parts))


def merging(paper: Paper, library: Library) -> Iterator[str]:
    """By what the paper's records were merged, and its near-duplicates."""
    from conspectus.commands.intake import BY

    merges = [merge for merge in library.merges if merge.paper == paper.id]
    alike = [pair for pair in library.apart if paper.id in (pair.first, pair.second)]
    if merges:
        yield "\nMerged"
    for merge in merges:
        yield f"  by {BY.get(merge.by, merge.by)} {merge.value}: {', '.join(map(str, merge.spans))}"
        if merge.why:
            yield f"    evidence: {merge.why}"
    if merges and (how := parting(paper)):
        yield f"  if these are two works: {how}"
    if alike:
        yield "\nSimilar papers, not merged"
    for pair in alike:
        yield f"  {pair.second if pair.first == paper.id else pair.first}: {pair.why}"


def parting(paper: Paper) -> str:
    """How the curator keeps the records of a paper apart; nothing where only the curator's own joined them."""
    from conspectus.model.ledger import ids_path
    from conspectus.model.paper import Authority

    foreign = [record for record in paper.records if record.authority is not Authority.CURATOR]
    if len(foreign) < 2:
        return ""
    if imported := [record for record in foreign if record.assigned]:
        files = " or ".join(sorted({ids_path(record.span.file) for record in imported}))
        return f"write another id for one in {files}, and a record with that id and `not: [{paper.id}]`"
    return f"write a record with an id, the arXiv id or DOI of one, and `not: [{paper.id}]`"


def path(placement: Placement, taxonomy: Taxonomy) -> str:
    """A category with those above it: `Serving › KV-cache compression (kv-cache)`."""
    place = taxonomy.find(placement.category_id)
    if place is None:
        return placement.category
    return " › ".join(each.title for each in (*place.ancestors, place.category)) + f" ({place.category.id})"
