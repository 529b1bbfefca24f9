"""Papers side by side: those the address names, put together in the reader's browser from the papers' own pages.

What is planned here is the frame: the rows a comparison can have, in the curator's order, and some papers to add.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from conspectus.catalog import Catalog
from conspectus.components.crumbs import Crumb
from conspectus.components.export_files import File, to_cite
from conspectus.components.head import Head, head
from conspectus.language import marked
from conspectus.model.settings import Column
from conspectus.model.site import Kind, Page

KIND = Kind("compare", ("compare/",))
MOST = 12
"""How many papers can still be told apart on a screen."""

PROPOSED = 20
"""How many of the newest papers are proposed at once; search finds the others while somebody types."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A paper that can be added."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class CompareView:
    """`facets`, `columns`: the rows. `tables`: categories whose papers are compared without a script. `files`: the
    formats that the papers can be had in."""

    head: Head
    most: int
    facets: tuple[str, ...]
    columns: tuple[Column, ...]
    proposals: tuple[Proposal, ...]
    tables: tuple[Crumb, ...]
    files: tuple[File, ...]


def pages(catalog: Catalog) -> Iterator[Page]:
    yield Page("compare/", KIND, "pages/compare.html", lambda: view(catalog))


def view(catalog: Catalog) -> CompareView:
    """The frame of every comparison."""
    settings = catalog.survey.settings
    places = {place.category.id: place for place in catalog.categories.values() if place.facet.is_main}
    named = [table.category.id for table in settings.tables]
    return CompareView(
        head=head(catalog, marked("Comparison"), marked("A comparison of papers in the survey “%(survey)s”.")),
        most=MOST,
        facets=tuple(facet.title for facet in catalog.survey.taxonomy.facets),
        columns=settings.columns,
        proposals=tuple(Proposal(paper.id, paper.title.as_text()) for paper in catalog.newest[:PROPOSED]),
        tables=tuple(Crumb(catalog.called[places[id].id].inside, places[id].url) for id in named if id in places),
        files=to_cite(),
    )
