"""Moving a category, with everything below it, within its facet's tree or to another facet's.

Within a facet no address changes. In another facet the category has another address: its facet and id are added to
`was`, so that the old address redirects, and records that place papers in it place them in the new facet.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from conspectus.curation import categories
from conspectus.curation.placing import in_record, record_of
from conspectus.curation.tree_moves import Spot, below, beside, moved, planted, taken
from conspectus.model.survey import Survey
from conspectus.model.taxonomy import Category, Facet
from conspectus.yaml_edit import Draft, EditError, Sheet, Way
from conspectus.yaml_edit.entries import with_named, without_named


def moved_below(
    draft: Draft, survey: Survey, origin: tuple[Facet, Category], facet: Facet, parent: Category | None
) -> Draft:
    """The category as the last one below another; without a parent, as the last at the top level of a facet."""
    return _moved(draft, survey, origin, facet, lambda sheet: below(sheet, parent.id if parent else None))


def moved_beside(
    draft: Draft, survey: Survey, origin: tuple[Facet, Category], facet: Facet, sibling: Category, *, after: bool
) -> Draft:
    """The category right before or after another one."""
    return _moved(draft, survey, origin, facet, lambda sheet: beside(sheet, sibling.id, after=after))


def _moved(
    draft: Draft, survey: Survey, origin: tuple[Facet, Category], facet: Facet, spot: Callable[[Sheet], Spot]
) -> Draft:
    former, category = origin
    if former.id == facet.id:
        return draft.edited(facet.span.file, lambda sheet: moved(sheet, category.id, spot))
    all_of_it = [each.id for each, _ in category.walk()]
    sheet = draft.sheet(former.span.file)
    for id in all_of_it:
        sheet = categories.with_facet(sheet, id, former.id, facet.id)
    without, block = taken(sheet, category.id)
    draft = draft.edited(former.span.file, lambda _: without)
    draft = draft.edited(facet.span.file, lambda sheet: planted(sheet, block, spot(sheet)))
    draft = _asked_anew(draft, survey, former.id, facet.id, set(all_of_it))
    return _placed_anew(draft, survey, former.id, facet.id, set(all_of_it))


def _placed_anew(draft: Draft, survey: Survey, former: str, facet: str, moved: set[str]) -> Draft:
    """The draft in which records name these categories under another facet."""
    for paper in survey.library.papers:
        for name, references in paper.work.place:
            for id in [reference.id for reference in references if name == former and reference.id in moved]:
                record = record_of(paper, [each for each in paper.records if name in dict(each.work.place)])
                change = partial(_elsewhere, key="place", former=former, facet=facet, id=id)
                draft = in_record(draft, paper, record, change)
    return draft


def _asked_anew(draft: Draft, survey: Survey, former: str, facet: str, moved: set[str]) -> Draft:
    """The same for saved queries. EditError if one also asks for other categories, which would be in two facets."""
    for query in survey.queries.saved:
        for asked, references in query.within:
            ids = [reference.id for reference in references]
            if asked.id == former and moved.intersection(ids):
                if not moved.issuperset(ids):
                    message = f"{query.span}: the query {query.id} would ask for categories of two facets at once"
                    raise EditError(message, "edit it by hand first")
                for id in ids:
                    change = partial(_elsewhere, way=("queries", query.id), key="in", former=former, facet=facet, id=id)
                    draft = draft.edited(query.span.file, change)
    return draft


def _elsewhere(sheet: Sheet, way: Way, key: str, former: str, facet: str, id: str) -> Sheet:
    """A record, or a query, with a category under another facet."""
    return without_named(with_named(sheet, way, key, facet, id), way, key, former, id)
