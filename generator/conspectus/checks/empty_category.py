"""A category has no papers, and neither has any category below it.

Its page would be empty. Give it a rule or papers, or delete it until there is something to show. In a branch without
papers, only the topmost category is reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity
from conspectus.model.survey import Survey
from conspectus.model.taxonomy import Category

CODE = "T016"
SEVERITY = Severity.WARNING


def find(survey: Survey) -> Iterator[Mistake]:
    """The empty categories of a survey that has papers at all; none whose rule or papers are a mistake already."""
    if not survey.library.papers:
        return
    for facet in survey.taxonomy.facets:
        filled = {id for (name, id), members in survey.placing.members.items() if name == facet.id and members}
        filled |= {category.id for category, _ in facet.walk() if category.papers or _is_broken(category)}
        for category in facet.categories:
            yield from _empty(category, filled)


def _is_broken(category: Category) -> bool:
    return category.match is not None and not category.match.is_whole


def _empty(category: Category, filled: set[str]) -> Iterator[Mistake]:
    if not any(below.id in filled for below, _ in category.walk()):
        message = f"no paper is in `{category.id}`" + (" or below it" if category.children else "")
        yield Mistake("empty-category", message, category.span, "give it a rule or papers, or delete it")
        return
    for child in category.children:
        yield from _empty(child, filled)
