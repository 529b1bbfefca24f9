"""`conspectus move`: move a category in the tree."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from conspectus.commands import applying, naming, offering
from conspectus.commands.options import project_option

if TYPE_CHECKING:
    from conspectus.model.survey import Survey
    from conspectus.yaml_edit import Draft


@click.command(short_help="Move a category and its subtopics in the tree.")
@click.argument("category", type=offering.CATEGORY)
@click.argument("parent", type=offering.CATEGORY, required=False)
@click.option("--top", is_flag=True, help="Move to the top level of its facet, or of the facet given with --to.")
@click.option("--before", type=offering.CATEGORY, help="Move right before this category.")
@click.option("--after", type=offering.CATEGORY, help="Move right after this category.")
@click.option("--facet", type=offering.FACET, help="Look for the category to move in this facet.")
@click.option("--to", type=offering.FACET, help="The facet to move to. Default: the category's own.")
@applying.dry_run_option
@project_option
def command(
    category: str,
    parent: str | None,
    top: bool,
    before: str | None,
    after: str | None,
    facet: str | None,
    to: str | None,
    dry_run: bool,
    folder: Path | None,
) -> None:
    """Move CATEGORY and everything below it by editing the taxonomy's YAML in place: to the end of PARENT's subtopics,
    or where an option says. Its lines keep their comments.

    \b
    conspectus move kv-cache inference             below another category
    conspectus move kv-cache --top                 to the top level of its facet
    conspectus move kv-cache --before quantization next to another category, also to change the order
    conspectus move gpu-kernels --top --to hardware

    Within a facet a category keeps its address. In another facet it gets a new one: the old one is added to `was`, so
    that it redirects, and records that place papers in the category are changed too.

    Exit code: 0 done, 1 not done, 2 wrong usage.
    """
    if sum(map(bool, (parent, top, before, after))) != 1:
        raise click.UsageError("give exactly one of PARENT, --top, --before and --after")

    def edited(draft: Draft, survey: Survey) -> Draft:
        from conspectus.curation import relocating

        origin = naming.category(category, naming.facets(facet, survey.taxonomy))
        target = naming.facets(to, survey.taxonomy)[0] if to else origin[0]
        named = parent or before or after
        other = naming.category(named, (target,))[1] if named else None
        if other and (before or after):
            return relocating.moved_beside(draft, survey, origin, target, other, after=bool(after))
        return relocating.moved_below(draft, survey, origin, target, other)

    applying.edit(folder, edited, dry_run=dry_run)
