"""A category both includes and excludes a paper.

    papers: [snapkv]
    except: [snapkv]

`papers:` says that the paper is always in the category, and a record's `place:` that it is; `except:` says that it is
never in the category, nor in one below it. Delete one of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity, Span
from conspectus.model.paper import Paper
from conspectus.model.survey import Survey

CODE = "T013"
SEVERITY = Severity.ERROR


def find(survey: Survey) -> Iterator[Mistake]:
    papers = survey.library.by_id
    for facet, category, ancestors in survey.taxonomy.walk():
        pinned = {reference.id: reference.span for reference in category.papers}
        for above, reference in ((each, reference) for each in (*ancestors, category) for reference in each.excepted):
            placed = _placed(papers.get(reference.id), facet.id, category.id)
            wanted = pinned.get(reference.id) or placed
            if wanted:
                name = f"`{category.id}`" if above is category else f"the subcategory `{category.id}`"
                is_pinned = reference.id in pinned
                by = f"the `papers` of {name} include it" if is_pinned else f"the paper's `place` puts it in {name}"
                message = f"`{above.id}` excludes `{reference.id}`, but {by}"
                help = f"delete it here or in {wanted.file}:{wanted.line}"
                yield Mistake("pinned-and-excepted", message, reference.span, help)


def _placed(paper: Paper | None, facet: str, category: str) -> Span | None:
    """Where a paper's record places it in a category."""
    references = dict(paper.work.place).get(facet, ()) if paper else ()
    return next((reference.span for reference in reversed(references) if reference.id == category), None)
