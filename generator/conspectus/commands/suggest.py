"""`conspectus suggest`: categories for unclassified papers, and phrases that split large categories."""

from __future__ import annotations

from pathlib import Path

import click

from conspectus.commands import console, naming, offering, reading
from conspectus.commands.options import Renamed, count_option, find_project, format_option, project_option


@click.command(
    cls=Renamed,
    former={"--large": "--split-above"},
    short_help="Suggest categories for unclassified papers, and phrases that split large categories.",
)
@click.option("--facet", type=offering.FACET, help="The facet to suggest categories of. Default: topic.")
@count_option("--split-above", 20, "Split categories that have more than N papers and no subtopics.", least=1)
@count_option("--limit", 20, "Show at most N unclassified papers.")
@format_option("text for people, json for programs.", "json")
@project_option
def command(facet: str | None, split_above: int, limit: int, form: str, folder: Path | None) -> None:
    """Suggest categories for the papers that are in no category of a facet, by the most similar papers, and phrases
    that would match them there; and phrases that would split large categories. Nothing is written.

    Papers are similar if they share words and pairs of words, above all rare ones. The accuracy of the suggestions is
    measured on papers that are classified already, separately for those placed by hand (`place`, `papers`), each as if
    it were not. For each phrase you see how many of the papers that have it are in the right category.

    \b
    conspectus suggest
    conspectus place PAPER CATEGORY                accept a suggestion
    conspectus try 'any: [PHRASE]' --in CATEGORY   see everything a phrase would match

    Exit code: 0 done, 1 no such facet, 2 wrong usage.
    """
    from conspectus.model.taxonomy import MAIN_FACET
    from conspectus.suggestions import json, text
    from conspectus.suggestions.suggesting import suggestions

    survey = reading.read(find_project(folder)).survey
    (chosen,) = naming.facets(facet or MAIN_FACET, survey.taxonomy)
    with console.progress() as progress:
        progress("comparing papers")
        found = suggestions(survey, chosen, split_above, limit)
    if form == "json":
        click.echo(json.render(found), nl=False)
        return
    for line in text.lines(found, split_above):
        click.echo(console.printable(line))
