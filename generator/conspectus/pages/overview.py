"""The overview: the map of the topics, the papers by year, and the ways to look at the survey as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from conspectus.catalog import Catalog
from conspectus.components.by_month import listed_at
from conspectus.components.crumbs import Crumb, to_timeline
from conspectus.components.drawings.map import Map, maps
from conspectus.components.drawings.timeline import Timeline, timeline
from conspectus.components.head import Head, head
from conspectus.components.trees import Branch, tree
from conspectus.language import marked
from conspectus.model.site import Kind, NavItem, Page
from conspectus.model.subjects import query_url
from conspectus.model.survey import Survey
from conspectus.pages import authors, coverage

URL = "overview/"
KIND = Kind("overview", (URL,), in_sitemap=True)


@dataclass(frozen=True, slots=True)
class OverviewView:
    """`maps`: by the width of the screen. `coverage`, `indexes`, `queries`: the other overviews."""

    head: Head
    papers: int
    topics: Crumb | None
    maps: dict[str, Map]
    branches: tuple[Branch, ...]
    coverage: tuple[Crumb, ...]
    timeline: Timeline | None
    months: Crumb | None
    indexes: tuple[Crumb, ...]
    queries: tuple[Crumb, ...]


def nav(survey: Survey) -> Iterator[NavItem]:
    yield NavItem(survey.language.gettext("Explore"), URL)


def pages(catalog: Catalog) -> Iterator[Page]:
    yield Page(URL, KIND, "pages/overview.html", lambda: view(catalog))


def view(catalog: Catalog) -> OverviewView:
    """What the overview shows."""
    main = catalog.survey.taxonomy.main
    description = marked("Topics, coverage, years and authors of the survey “%(survey)s”.")
    return OverviewView(
        head(catalog, marked("Explore"), description),
        len(catalog.newest),
        Crumb(main.title, f"{main.folder}/") if main else None,
        maps(catalog, main) if main else {},
        tree(catalog, main) if main else (),
        tuple(Crumb(axis.title, axis.url) for axis in coverage.axes(catalog)),
        timeline(catalog.counts(catalog.papers.keys()).years, lambda years: listed_at(catalog, years[-1])),
        to_timeline(catalog),
        authors.indexes(catalog),
        tuple(Crumb(query.title, query_url(query.id)) for query in catalog.survey.queries.saved),
    )
