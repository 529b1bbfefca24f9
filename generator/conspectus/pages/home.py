"""The front page: the survey's own words, its figures, the topics, the newest papers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from conspectus.catalog import Catalog
from conspectus.catalog.addresses import FRONT_PAGE
from conspectus.components import json_ld
from conspectus.components.cards import Card, cards
from conspectus.components.cited_prose import cited_prose
from conspectus.components.crumbs import Crumb
from conspectus.components.export_files import File, of_all
from conspectus.components.head import Head
from conspectus.components.trees import Branch, tree
from conspectus.model.site import Kind, Page
from conspectus.model.subjects import address
from conspectus.pages.whats_new import Latest, latest
from conspectus.text import Prose

KIND = Kind("home", ("",), in_sitemap=True)


@dataclass(frozen=True, slots=True)
class FacetTree:
    """A facet with its categories."""

    title: str
    url: str
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Home:
    """`years`: the first and the last year of the papers, None without dates. `reading`: the pages of prose."""

    head: Head
    prose: Prose
    papers: int
    categories: int
    with_code: int
    unplaced: int
    years: tuple[int, int] | None
    topics: FacetTree | None
    facets: tuple[FacetTree, ...]
    newest: tuple[Card, ...]
    latest: Latest | None
    reading: tuple[Crumb, ...]
    files: tuple[File, ...]


def pages(catalog: Catalog) -> Iterator[Page]:
    yield Page("", KIND, "pages/home.html", lambda: view(catalog), catalog.survey.settings)


def view(catalog: Catalog) -> Home:
    """What the front page shows."""
    survey = catalog.survey
    trees = tuple(FacetTree(facet.title, address(facet), tree(catalog, facet)) for facet in survey.taxonomy.facets)
    counted = catalog.counts(catalog.papers.keys())
    years = [year for year in counted.years if year is not None]
    opening = next((note for note in survey.pages if note.name == FRONT_PAGE), None)
    main = survey.taxonomy.main
    return Home(
        head=Head(survey.settings.title, survey.settings.tagline, "feed.xml", json_ld.site(survey.settings)),
        prose=cited_prose(catalog, opening.source if opening else ""),
        papers=len(catalog.newest),
        categories=len(catalog.categories),
        with_code=counted.with_code,
        unplaced=len(catalog.unplaced()),
        years=(min(years), max(years)) if years else None,
        topics=trees[0] if main else None,
        facets=trees[1:] if main else trees,
        newest=cards(catalog, catalog.newest[: survey.settings.newest]),
        latest=latest(catalog),
        reading=tuple(Crumb(note.title, address(note)) for note in survey.pages if note.name != FRONT_PAGE),
        files=of_all(),
    )
