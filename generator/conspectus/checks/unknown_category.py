"""A paper's record, a comparison table or a saved query names a category that does not exist.

    place: {topic: [kv-evction]}      # the category is kv-eviction

`place` is your decision and overrides every rule of that facet, so a typo there would remove the paper from its topics.
Correct the id, or add the category. A category's former ids (`was`) keep its old addresses working; `place` needs the
present id.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity, nearest
from conspectus.model.survey import Survey
from conspectus.model.taxonomy import Category, Facet, Taxonomy

CODE = "T012"
SEVERITY = Severity.ERROR


def find(survey: Survey) -> Iterator[Mistake]:
    yield from _in_records(survey)
    yield from _in_tables(survey)
    yield from _in_queries(survey)


def _in_records(survey: Survey) -> Iterator[Mistake]:
    for facet in survey.taxonomy.facets:
        categories = _categories(facet)
        file = facet.span.file.rpartition("/")[2]
        for id, papers in survey.library.decisions.get(facet.id, {}).items():
            if id and id not in categories:
                help = _elsewhere(id, facet, survey.taxonomy) or meant(id, categories)
                for paper, span in papers:
                    message = f"paper `{paper.id}` is placed in `{id}`, which is not in {file}"
                    yield Mistake("unknown-category", message, span, help)


def _in_tables(survey: Survey) -> Iterator[Mistake]:
    """Tables may be declared for categories of any facet."""
    categories = {id: found for facet in survey.taxonomy.facets for id, found in _categories(facet).items()}
    for table in survey.settings.tables:
        if table.category.id not in categories:
            message = f"a table is declared for `{table.category.id}`, which is not a category"
            yield Mistake("unknown-category", message, table.category.span, meant(table.category.id, categories))


def _in_queries(survey: Survey) -> Iterator[Mistake]:
    for query in survey.queries.saved:
        for reference, wanted in query.within:
            facet = survey.taxonomy.facet(reference.id)
            categories = _categories(facet) if facet else {}
            for category in wanted:
                if facet and category.id not in categories:
                    message = f"the query `{query.id}` asks for `{category.id}`, which is not in {facet.id}"
                    help = _elsewhere(category.id, facet, survey.taxonomy, "in") or meant(category.id, categories)
                    yield Mistake("unknown-category", message, category.span, help)


def _categories(facet: Facet) -> dict[str, Category]:
    return {category.id: category for category, _ in facet.walk()}


def _elsewhere(id: str, facet: Facet, taxonomy: Taxonomy, key: str = "place") -> str:
    """A help that names another facet that has a category with this id; empty if none has."""
    for other in taxonomy.facets:
        if other is not facet and id in _categories(other):
            return f"it is a category of `{other.id}`: write `{key}: {{{other.id}: [{id}]}}`"
    return ""


def meant(id: str, categories: dict[str, Category]) -> str:
    """A help that names the category that had this id, the one with this title, or the one with the nearest id."""
    for category in categories.values():
        if id in category.was:
            return f"its id is now `{category.id}` ({category.span.file}:{category.span.line})"
    for category in categories.values():
        if id.casefold() == category.title.casefold():
            return f"that is a title; write the id `{category.id}` ({category.span.file}:{category.span.line})"
    near = categories.get(nearest(id, categories) or "")
    if near:
        return f"did you mean `{near.id}` ({near.span.file}:{near.span.line})?"
    return "add the category to the taxonomy, or delete this"
