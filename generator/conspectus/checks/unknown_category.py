"""A paper's record places it in a category that does not exist.

    place: {topic: [kv-evction]}      # there is only kv-eviction

What stands under `place` is the curator's own word and beats every rule of that facet, so a slip there would take the
paper off the site's topics. Correct the id, or add the category. A category's earlier ids (`was`) keep its old address
alive; in `place` stands the present one.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity, nearest
from conspectus.model.survey import Survey
from conspectus.model.taxonomy import Category, Facet, Taxonomy

CODE = "T012"
SEVERITY = Severity.ERROR


def find(survey: Survey) -> Iterator[Mistake]:
    facets = {
        facet.id: (facet, {category.id: category for category, _ in facet.walk()}) for facet in survey.taxonomy.facets
    }
    for paper in survey.library.papers:
        for id, references in paper.work.place:
            facet, categories = facets.get(id, (None, {}))
            for reference in references if facet else ():
                if facet and reference.id not in categories:
                    file = facet.span.file.rpartition("/")[2]
                    said = f"paper `{paper.id}` is placed in `{reference.id}`, which is not in {file}"
                    help = _help(reference.id, facet, categories, survey.taxonomy)
                    yield Mistake("unknown-category", said, reference.span, help)


def _help(id: str, facet: Facet, categories: dict[str, Category], taxonomy: Taxonomy) -> str:
    """What was meant: a category that had this id, one of another facet, or the one whose id is most like it."""
    for category in categories.values():
        if id in category.was:
            return f"it is called `{category.id}` now ({category.span.file}:{category.span.line})"
    for other in taxonomy.facets:
        if other is not facet and any(category.id == id for category, _ in other.walk()):
            return f"it is a category of `{other.id}`: write `place: {{{other.id}: [{id}]}}`"
    near = categories.get(nearest(id, categories) or "")
    if near:
        return f"did you mean `{near.id}` ({near.span.file}:{near.span.line})?"
    return f"add the category to {facet.span.file}, or delete it here"
