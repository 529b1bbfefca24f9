"""Markdown with the papers that it cites."""

from __future__ import annotations

from conspectus.catalog import Catalog
from conspectus.model.subjects import paper_url
from conspectus.text import Citation, Prose
from conspectus.text.prose import cited


def cited_prose(catalog: Catalog, source: str) -> Prose:
    """Markdown with what it cites at hand; what cites no paper of ours is left for the renderer to show."""
    named = ((name, catalog.survey.named(name)) for name in cited(source))
    meant = ((name, papers[0]) for name, papers in named if len(papers) == 1)
    citations = (Citation(name, paper_url(each.id), each.title.as_text(), each.work.year) for name, each in meant)
    return Prose(source, tuple(citations))
