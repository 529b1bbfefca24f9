"""A facet's page: all its categories with their counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from conspectus.model.site import Kind, Page
from conspectus.model.subjects import address
from conspectus.model.taxonomy import Facet
from conspectus.pages import linked_data
from conspectus.pages.shelf import Shelf
from conspectus.pages.views import Branch, Head
from conspectus.text import Prose

KIND = Kind("facet", ("{facet}/",), in_sitemap=True)


@dataclass(frozen=True, slots=True)
class FacetView:
    head: Head
    title: str
    about: Prose
    branches: tuple[Branch, ...]


def pages(shelf: Shelf) -> Iterator[Page]:
    for facet in shelf.survey.taxonomy.facets:
        yield Page(address(facet), KIND, "pages/facet.html", partial(view, shelf, facet), facet)


def view(shelf: Shelf, facet: Facet) -> FacetView:
    """What a facet's page shows."""
    settings = shelf.survey.settings
    data = linked_data.taxonomy(facet, settings)
    head = Head(facet.title, f"{facet.title} of the survey “{settings.title}”.", data=data)
    return FacetView(head, facet.title, shelf.prose(facet.about), shelf.tree(facet))
