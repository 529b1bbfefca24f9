"""A category lists a paper that does not exist.

    papers: [snapvk]       # the paper is snapkv
    except: [2404.14469]   # use the paper's id

Correct the id, or delete it. If the paper has a new id, use that one; the old id stays under the paper's `was:`, so
that its old address still works.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from conspectus.diagnostics import Mistake, Severity, nearest
from conspectus.model.identifiers import arxiv_id, doi
from conspectus.model.paper import Paper
from conspectus.model.survey import Survey

CODE = "T010"
SEVERITY = Severity.ERROR


def find(survey: Survey) -> Iterator[Mistake]:
    papers = survey.library.by_id
    for _, category, _ in survey.taxonomy.walk():
        for key, references in (("papers", category.papers), ("except", category.excepted)):
            for reference in references:
                if reference.id not in papers:
                    message = f"`{category.id}` lists `{reference.id}` under `{key}`, but there is no such paper"
                    yield Mistake("unknown-paper", message, reference.span, meant(reference.id, papers))


def meant(id: str, papers: Mapping[str, Paper]) -> str:
    """A help that names the paper that had this id, has it as its arXiv id or DOI, or has the nearest id."""
    arxiv, digital = arxiv_id(id), doi(id)
    for paper in papers.values():
        if id in paper.work.was:
            return f"its id is now `{paper.id}` ({paper.span.file}:{paper.span.line})"
        if (arxiv and paper.work.arxiv == arxiv) or (digital and paper.work.doi == digital):
            return f"that is `{paper.id}` ({paper.span.file}:{paper.span.line})"
    near = papers.get(nearest(id, papers) or "")
    return f"did you mean `{near.id}` ({near.span.file}:{near.span.line})?" if near else "add the paper, or delete this"
