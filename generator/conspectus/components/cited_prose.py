"""Markdown with the papers that it cites and the images that it shows."""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.catalog import Catalog
from conspectus.model.subjects import paper_url
from conspectus.text import Citation, Image, Prose
from conspectus.text.links import inside, links
from conspectus.text.prose import cited


def cited_prose(catalog: Catalog, source: str) -> Prose:
    """Markdown with what it refers to at hand; what refers to nothing of ours is left for the renderer to show."""
    named = ((name, catalog.survey.named(name)) for name in cited(source))
    meant = ((name, papers[0]) for name, papers in named if len(papers) == 1)
    citations = (Citation(name, paper_url(each.id), each.title.as_text(), each.work.year) for name, each in meant)
    return Prose(source, tuple(citations), tuple(_images(catalog, source)))


def _images(catalog: Catalog, source: str) -> Iterator[Image]:
    for link in links(source) if catalog.images else ():
        place = inside(link.target) if link.is_image else None
        image = catalog.images.get(place.path or "") if place else None
        if image:
            yield image
