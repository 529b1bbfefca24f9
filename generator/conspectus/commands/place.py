"""`conspectus place`: add papers to a category, or remove them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from conspectus.commands import applying, console, naming, offering
from conspectus.commands.options import project_option

if TYPE_CHECKING:
    from conspectus.model.survey import Survey
    from conspectus.yaml_edit import Draft


@click.command(short_help="Add papers to a category, or remove them.")
@click.argument("papers", type=offering.PAPER_OR_CATEGORY, metavar="PAPER...", nargs=-1, required=True)
@click.argument("category", type=offering.CATEGORY)
@click.option("--only", is_flag=True, help="Place the papers in this category of the facet only.")
@click.option("--remove", is_flag=True, help="Remove the papers from the category, even if its rule matches them.")
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
    """Add each PAPER to CATEGORY by editing the YAML in place, and show what changes. Comments and layout stay.

    PAPER is an id, a citation key, an arXiv id, a DOI, or a part of a title that no other paper has; CATEGORY is an id.

    \b
    (no option)  The category lists the paper under `papers`; the paper stays in its other categories. If the paper's
                 record has `place` for the facet, the category is added there instead.
    --only       The paper's record gets `place: {facet: [CATEGORY]}`, which overrides all rules and the `papers` of
                 other categories in that facet. A paper without a YAML record gets one in
                 content/papers/curated.yaml.
    --remove     The pin or the `place` is removed; if a rule matches the paper, the category lists it under `except`.

    Exit code: 0 done, 1 not done, 2 wrong usage.
    """
    if only and remove:
        raise click.UsageError("--only and --remove cannot be combined")

    def edited(draft: Draft, survey: Survey) -> Draft:
        from conspectus.curation import placing

        how = "remove" if remove else "only" if only else "place"
        target = naming.category(category, naming.facets(facet, survey.taxonomy))
        for name in papers:
            if not survey.named(name) and any(place.category.id == name for place in survey.taxonomy.walk()):
                help = "name the paper by its id, and one category at a time"
                raise console.Failure(f"{name!r} is a category, and a paper was expected", help)
            draft = placing.changed(how, draft, survey, naming.paper(name, survey), *target)
        return placing.without_stubs(draft, survey)

    applying.edit(folder, edited, dry_run=dry_run)
