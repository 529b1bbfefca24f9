"""`conspectus place`: put papers into a category, or take them out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from conspectus.commands import applying, naming, offering
from conspectus.commands.options import project_option

if TYPE_CHECKING:
    from conspectus.model.paper import Paper
    from conspectus.model.survey import Survey
    from conspectus.model.taxonomy import Category, Facet
    from conspectus.yaml_edit import Draft


@click.command(short_help="Put papers into a category, or take them out.")
@click.argument("papers", type=offering.PAPER_OR_CATEGORY, metavar="PAPER...", nargs=-1, required=True)
@click.argument("category", type=offering.CATEGORY)
@click.option("--only", is_flag=True, help="In this category of the facet alone, whatever rules and pins say.")
@click.option("--remove", is_flag=True, help="Out of the category, and kept out if a rule would take it.")
@click.option("--facet", type=offering.FACET, help="Look for CATEGORY in this facet.")
@applying.dry_run_option
@project_option
def command(
    papers: tuple[str, ...],
    category: str,
    only: bool,
    remove: bool,
    facet: str | None,
    dry_run: bool,
    folder: Path | None,
) -> None:
    """Put each PAPER into CATEGORY by editing the YAML in place, and tell what that changes. Comments and layout stay.

    A PAPER is its id, arXiv id, DOI, or a part of its title that no other paper has; CATEGORY is an id.

    \b
    (no option)  the category lists the paper under `papers`; it keeps all other places it has. Where the paper's
                 record decides the facet (`place`), the category is added there instead.
    --only       the paper's record says `place: {facet: [CATEGORY]}`, which decides the facet alone: no rule and no
                 `papers` of another category holds there any more. A paper without a YAML record of its own gets one,
                 in content/papers/curated.yaml.
    --remove     what put the paper there goes; where that was a rule, the category lists it under `except`.

    Exit code: 0 done, 1 not done, 2 wrong usage.
    """
    if only and remove:
        raise click.UsageError("--only and --remove contradict each other")

    def edited(draft: Draft, survey: Survey) -> Draft:
        target = naming.category(category, naming.facets(facet, survey.taxonomy))
        for name in papers:
            draft = placed(draft, survey, naming.paper(name, survey.library), *target, only, remove)
        return draft

    applying.edit(folder, edited, dry_run=dry_run)


def placed(
    draft: Draft, survey: Survey, paper: Paper, facet: Facet, category: Category, only: bool, remove: bool
) -> Draft:
    """The draft with one paper placed as it is asked for."""
    from conspectus.curation import placing

    if remove:
        return placing.removed(draft, survey, paper, facet, category)
    if only:
        return placing.placed_only(draft, paper, facet, category)
    return placing.placed(draft, paper, facet, category)
