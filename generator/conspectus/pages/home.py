"""The front page: the survey's own words, its figures, the topics, the newest papers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from conspectus.model.site import Kind, Page
from conspectus.model.subjects import address
from conspectus.pages import linked_data
from conspectus.pages.census import census
from conspectus.pages.downloads import File, of_all
from conspectus.pages.shelf import Shelf
from conspectus.pages.views import Branch, Card, Crumb, Head
from conspectus.pages.whats_new import Latest, latest
from conspectus.text import Prose

KIND = Kind("home", ("",), in_sitemap=True)
PROSE = "index"
"""The name of the prose file that opens the front page, if there is one."""


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


def pages(shelf: Shelf) -> Iterator[Page]:
    yield Page("", KIND, "pages/home.html", lambda: view(shelf), shelf.survey.settings)


def view(shelf: Shelf) -> Home:
    """What the front page shows."""
    survey = shelf.survey
    trees = tuple(FacetTree(facet.title, address(facet), shelf.tree(facet)) for facet in survey.taxonomy.facets)
    counted = census(shelf, shelf.papers.keys())
    years = [year for year in counted.years if year is not None]
    opening = next((note for note in survey.pages if note.name == PROSE), None)
    main = survey.taxonomy.main
    return Home(
        head=Head(survey.settings.title, survey.settings.tagline, "feed.xml", linked_data.site(survey.settings)),
        prose=shelf.prose(opening.source if opening else ""),
        papers=len(shelf.newest),
        categories=len(shelf.categories),
        with_code=counted.with_code,
        unplaced=len(shelf.unplaced()),
        years=(min(years), max(years)) if years else None,
        topics=trees[0] if main else None,
        facets=trees[1:] if main else trees,
        newest=shelf.cards(shelf.newest[: survey.settings.newest]),
        latest=latest(shelf),
        reading=tuple(Crumb(note.title, address(note)) for note in survey.pages if note.name != PROSE),
        files=of_all(),
    )
