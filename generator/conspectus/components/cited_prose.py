"""Markdown with the papers that it cites."""

from __future__ import annotations

from conspectus.catalog import Catalog
from conspectus.model.subjects import paper_url
from conspectus.text import Citation, Prose
from conspectus.text.prose import cited


def cited_prose(catalog: Catalog, source: str) -> Prose:
    """Markdown with what it cites at hand; what cites no paper of ours is left for the renderer to show."""
    papers = (paper for id in cited(source) if (paper := catalog.papers.get(id)))
    citations = (Citation(each.id, paper_url(each.id), each.title.as_text(), each.work.year) for each in papers)
    return Prose(source, tuple(citations))
