"""A category lists a paper that does not exist, or a name that several papers have.

    papers: [snapvk]       # the paper is snapkv

A paper may be named by its id or a former one, its arXiv id or DOI, or a citation key. Correct the name, or delete it.
If several papers have it, such as a citation key in two libraries, write the id of one.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity, nearest
from conspectus.model.survey import Survey

CODE = "T010"
SEVERITY = Severity.ERROR

SHORTEST_PREFIX = 3
"""Characters with which the beginning of an id may be meant for all of it."""


def find(survey: Survey) -> Iterator[Mistake]:
    for _, category, _ in survey.taxonomy.walk():
        for key, references in (("papers", category.papers), ("except", category.excepted)):
            for reference in references:
                if len(survey.named(reference.id)) != 1:
                    why, help = unclear(reference.id, survey)
                    message = f"`{category.id}` lists `{reference.id}` under `{key}`, but {why}"
                    yield Mistake("unknown-paper", message, reference.span, help)


def unclear(name: str, survey: Survey) -> tuple[str, str]:
    """Why a name means no paper, and what to do."""
    if several := survey.named(name):
        return f"that names {len(several)} papers", f"write the id of one: {', '.join(paper.id for paper in several)}"
    papers = survey.library.by_id
    longer = [id for id in papers if id.startswith(name)] if len(name) >= SHORTEST_PREFIX else []
    near = papers.get(longer[0] if len(longer) == 1 else nearest(name, papers) or "")
    help = f"did you mean `{near.id}` ({near.span.file}:{near.span.line})?" if near else "add the paper, or delete this"
    return "there is no such paper", help
