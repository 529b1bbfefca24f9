"""A facet's page: all its categories with their counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from conspectus.model.site import Page
from conspectus.pages.shelf import Shelf
from conspectus.pages.views import Branch, Head
from conspectus.text import Prose


@dataclass(frozen=True, slots=True)
class FacetView:
    head: Head
    title: str
    about: Prose
    branches: tuple[Branch, ...]


def pages(shelf: Shelf) -> Iterator[Page]:
    for facet in shelf.survey.taxonomy.facets:
        about = shelf.prose(facet.about)
        head = Head(facet.title, f"{facet.title} of the survey “{shelf.survey.settings.title}”.")
        yield Page(f"{facet.folder}/", "pages/facet.html", FacetView(head, facet.title, about, shelf.tree(facet)))
