"""`conspectus suggest`: where papers may belong, and what would divide large categories."""

from __future__ import annotations

from pathlib import Path

import click

from conspectus.commands import console, naming, offering, reading
from conspectus.commands.options import find_project, project_option


@click.command(short_help="Propose categories for unplaced papers, and phrases that divide large ones.")
@click.option("--facet", type=offering.FACET, help="The facet to look at. Default: topic.")
@click.option(
    "--large",
    type=click.IntRange(1),
    default=20,
    show_default=True,
    metavar="N",
    help="Divide categories with more papers, and none below them.",
)
@click.option(
    "--limit", type=click.IntRange(0), default=20, show_default=True, metavar="N", help="List so many unplaced papers."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="json for programs.",
)
@project_option
def command(facet: str | None, large: int, limit: int, form: str, folder: Path | None) -> None:
    """Propose, for papers that stand nowhere in a facet, the categories whose papers they are most like, and phrases
    that would take them there; and for categories grown too large, phrases that would divide them. Nothing is written.

    Papers are alike by the words and pairs of words they share, the rare ones most. How often that is right is tried on
    papers whose place is known, those placed by hand (`place`, `papers`) first, each as if it stood nowhere; and for
    each phrase it is told how many of the papers that have it stand where it would put them.

    \b
    conspectus suggest
    conspectus place PAPER CATEGORY                where you agree
    conspectus try 'any: [PHRASE]' --in CATEGORY   all that a phrase would do

    Exit code: 0 proposed, 1 no such facet, 2 wrong usage.
    """
    from conspectus.model.taxonomy import MAIN_FACET
    from conspectus.suggestions import json, text
    from conspectus.suggestions.suggesting import suggestions

    survey = reading.read(find_project(folder)).survey
    (chosen,) = naming.facets(facet or MAIN_FACET, survey.taxonomy)
    with console.progress() as progress:
        progress("comparing papers")
        found = suggestions(survey, chosen, large, limit)
    if form == "json":
        click.echo(json.render(found), nl=False)
        return
    for line in text.lines(found, large):
        click.echo(console.printable(line))
