"""`conspectus rename`: change the id of a paper or a category everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from conspectus.commands import applying, console, naming, offering
from conspectus.commands.options import project_option

if TYPE_CHECKING:
    from conspectus.model.paper import Paper
    from conspectus.model.survey import Survey
    from conspectus.model.taxonomy import Category, Facet
    from conspectus.yaml_edit import Draft


@click.command(short_help="Change the id of a paper or a category everywhere.")
@click.argument("old", type=offering.PAPER_OR_CATEGORY)
@click.argument("new")
@click.option("--paper", "is_paper", is_flag=True, help="OLD is a paper, even if a category has the same id.")
@click.option("--facet", type=offering.FACET, help="OLD is a category of this facet.")
@applying.dry_run_option
@project_option
def command(old: str, new: str, is_paper: bool, facet: str | None, dry_run: bool, folder: Path | None) -> None:
    """Change the id of the paper or category OLD to NEW by editing the files in place, and add OLD to its `was`, so
    that its old address redirects to the new one. With --paper, OLD may be a part of a title too.

    \b
    a paper     in its record (if it has none, it gets one in content/papers/curated.yaml), in `papers` and `except`,
                in all prose that cites it, and in the file name of its note
    a category  in the taxonomy, in the `place` of records, and in saved queries and comparison tables of survey.yaml

    NEW may have letters, digits, hyphens, underscores and dots; ids are in small letters by custom.

    Exit code: 0 done, 1 not done, 2 wrong usage.
    """
    if is_paper and facet:
        raise click.UsageError("--paper and --facet cannot be combined")
    former: list[str] = []

    def edited(draft: Draft, survey: Survey) -> Draft:
        meant = target(survey, old, is_paper, facet)
        former.append(meant[-1].id)
        return renamed(draft, survey, meant, new)

    def refuse(name: str) -> None:
        hint = "correct what `conspectus check` says of it, and rename then"
        raise console.Failure(f"{name} cannot be read in full, and may name {old!r}", hint)

    applying.edit(folder, edited, dry_run=dry_run, missed=refuse)
    (id,) = former
    redirects = "; its old address redirects" if id.lower() != new.lower() else ""
    click.echo(f"`{id}` {'would become' if dry_run else 'is now'} `{new}`{redirects}.")
    if id.islower() and not new.islower():
        how = f"`conspectus rename {id if dry_run else new} {new.lower()}` has none"
        click.echo(f"note: addresses tell capitals from small letters, and `{id}` had none; {how}", err=True)


def target(survey: Survey, old: str, is_paper: bool, facet: str | None) -> tuple[Facet, Category] | tuple[Paper]:
    """The category, with its facet, or the paper that OLD is. Failure for an OLD that is neither, or both."""
    from conspectus.diagnostics import did_you_mean

    facets = naming.facets(facet, survey.taxonomy)
    is_category = not is_paper and any(each.id == old for one in facets for each, _ in one.walk())
    if is_category and not facet and any(paper.id == old for paper in survey.library.papers):
        raise console.Failure(f"{old!r} is both a paper and a category", "use --paper, or give the category's --facet")
    if is_category or facet:
        return naming.category(old, facets)
    if not is_paper and not survey.named(old):
        ids = [each.id for one in facets for each, _ in one.walk()] + [paper.id for paper in survey.library.papers]
        raise console.Failure(f"there is no paper and no category {old!r}", did_you_mean(old, ids))
    return (naming.paper(old, survey),)


def renamed(draft: Draft, survey: Survey, meant: tuple[Facet, Category] | tuple[Paper], new: str) -> Draft:
    """The draft with the category or the paper under its new id."""
    from conspectus.curation import renaming

    if len(meant) == 1:
        return renaming.renamed_paper(draft, survey, *meant, new)
    return renaming.renamed_category(draft, survey, *meant, new)
