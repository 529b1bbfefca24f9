"""From words on the command line to the paper, facet or category they name, with suggestions where they name none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from conspectus.commands import console

if TYPE_CHECKING:
    from conspectus.model.paper import Paper
    from conspectus.model.survey import Survey
    from conspectus.model.taxonomy import Category, Facet, Taxonomy


def paper(wanted: str, survey: Survey) -> Paper:
    """The one paper that is meant. Failure, with suggestions, if there are several or none."""
    from conspectus.diagnostics import did_you_mean

    candidates = meant(wanted, survey)
    if len(candidates) == 1:
        return candidates[0]
    if candidates:
        first = "\n".join(f"  {each.id}: {each.title}" for each in candidates[:10])
        more = f"\n  and {len(candidates) - 10:,} more" if len(candidates) > 10 else ""
        raise console.Failure(f"{wanted!r} matches several papers:\n{first}{more}", "use the id of one")
    raise console.Failure(f"there is no paper {wanted!r}", did_you_mean(wanted, survey.library.ids))


def meant(wanted: str, survey: Survey) -> Sequence[Paper]:
    """The papers a word may mean, by the first of these that finds any: what names papers everywhere, the title, a part
    of the title."""
    from conspectus.model.identifiers import normal_title

    if named := survey.named(wanted):
        return named
    title = normal_title(wanted)
    ways: tuple[Callable[[Paper], bool], ...] = (
        lambda paper: bool(title) and normal_title(str(paper.title)) == title,
        lambda paper: bool(title) and title in normal_title(str(paper.title)),
        lambda paper: wanted.casefold() in str(paper.title).casefold(),
    )
    for way in ways:
        if matches := [paper for paper in survey.library.papers if way(paper)]:
            return matches
    return []


def facets(id: str | None, taxonomy: Taxonomy) -> tuple[Facet, ...]:
    """The facet with this id; all facets if no id is given. Failure if there is no such facet."""
    from conspectus.diagnostics import did_you_mean

    if id is None:
        return taxonomy.facets
    facet = taxonomy.facet(id)
    if facet is None:
        ids = [each.id for each in taxonomy.facets]
        raise console.Failure(f"there is no facet {id!r}", did_you_mean(id, ids) or f"the facets are {', '.join(ids)}")
    return (facet,)


def category(id: str, facets: Sequence[Facet]) -> tuple[Facet, Category]:
    """The category with this id, present or former, and its facet. Failure if there are several or none."""
    from conspectus.diagnostics import did_you_mean

    every = [(facet, each) for facet in facets for each, _ in facet.walk()]
    found = [pair for pair in every if pair[1].id == id] or [
        pair for pair in every if id in (former for _, former in pair[0].former(pair[1]))
    ]
    if len(found) > 1:
        several = ", ".join(facet.id for facet, _ in found)
        raise console.Failure(f"{id!r} is a category of several facets: {several}", "choose one with --facet")
    if not found:
        where = f" in {facets[0].id}" if len(facets) == 1 else ""
        raise console.Failure(f"there is no category {id!r}{where}", did_you_mean(id, (c.id for _, c in every)))
    return found[0]
