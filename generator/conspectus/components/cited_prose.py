"""Markdown with the papers that it cites."""

from __future__ import annotations

from conspectus.catalog import Catalog
from conspectus.model.paper import Paper
from conspectus.model.subjects import paper_url
from conspectus.text import Citation, Prose
from conspectus.text.prose import cited


def cited_prose(catalog: Catalog, source: str) -> Prose:
    """Markdown with what it cites at hand; what cites no paper of ours is left for the renderer to show."""
    papers = (paper for id in cited(source) if (paper := catalog.papers.get(id)))
    return Prose(source, tuple(map(_citation, papers)))


def _citation(paper: Paper) -> Citation:
    return Citation(paper.id, paper_url(paper.id), paper.title.as_text(), paper.work.year)
