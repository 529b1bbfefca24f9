"""A facet's page: all its categories with their counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from conspectus.catalog import Catalog
from conspectus.components import json_ld
from conspectus.components.cited_prose import cited_prose
from conspectus.components.head import Head
from conspectus.components.trees import Branch, tree
from conspectus.model.site import Kind, Page
from conspectus.model.subjects import address
from conspectus.model.taxonomy import Facet
from conspectus.text import Prose

KIND = Kind("facet", ("{facet}/",), in_sitemap=True)


@dataclass(frozen=True, slots=True)
class FacetView:
    head: Head
    title: str
    about: Prose
    branches: tuple[Branch, ...]


def pages(catalog: Catalog) -> Iterator[Page]:
    for facet in catalog.survey.taxonomy.facets:
        yield Page(address(facet), KIND, "pages/facet.html", partial(view, catalog, facet), facet)


def view(catalog: Catalog, facet: Facet) -> FacetView:
    """What a facet's page shows."""
    settings = catalog.survey.settings
    data = json_ld.taxonomy(facet, settings)
    description = catalog.language.gettext(
        "%(title)s of the survey “%(survey)s”.", title=facet.title, survey=settings.title
    )
    head = Head(facet.title, description, data=data)
    return FacetView(head, facet.title, cited_prose(catalog, facet.about), tree(catalog, facet))
