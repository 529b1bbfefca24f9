"""The overview: the map of the topics, the papers by year, and the ways to look at the survey as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from conspectus.model.site import Kind, NavItem, Page
from conspectus.model.subjects import query_url
from conspectus.model.survey import Survey
from conspectus.pages import authors, coverage, papers
from conspectus.pages.census import census
from conspectus.pages.drawn.map import Map, maps
from conspectus.pages.drawn.timeline import Timeline, timeline
from conspectus.pages.shelf import Shelf
from conspectus.pages.views import Branch, Crumb, Head

URL = "overview/"
KIND = Kind("overview", (URL,), in_sitemap=True)


@dataclass(frozen=True, slots=True)
class OverviewView:
    """`maps`: for wide and for narrow screens. `gaps`, `indexes`, `queries`: the other overviews."""

    head: Head
    papers: int
    topics: Crumb | None
    maps: tuple[Map, Map] | None
    branches: tuple[Branch, ...]
    gaps: tuple[Crumb, ...]
    timeline: Timeline | None
    months: Crumb | None
    indexes: tuple[Crumb, ...]
    queries: tuple[Crumb, ...]


def nav(survey: Survey) -> Iterator[NavItem]:
    yield NavItem("Overview", URL)


def pages(shelf: Shelf) -> Iterator[Page]:
    yield Page(URL, KIND, "pages/overview.html", lambda: view(shelf))


def view(shelf: Shelf) -> OverviewView:
    """What the overview shows."""
    main = shelf.survey.taxonomy.main
    return OverviewView(
        Head("Overview", f"The survey “{shelf.survey.settings.title}” as a whole: its topics, its gaps, its years."),
        len(shelf.newest),
        Crumb(main.title, f"{main.folder}/") if main else None,
        maps(shelf, main) if main else None,
        shelf.tree(main) if main else (),
        tuple(Crumb(axis.title, axis.url) for axis in coverage.axes(shelf)),
        timeline(census(shelf, shelf.papers.keys()).years, lambda years: f"papers/#{papers.anchor(years[-1])}"),
        papers.timeline(shelf),
        authors.indexes(shelf),
        tuple(Crumb(query.title, query_url(query.id)) for query in shelf.survey.queries.saved),
    )
