"""A category's page: the way to it, its prose, what lies below it, and its papers, fifty at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode

from conspectus.model.paper import Paper
from conspectus.model.site import Kind, Page
from conspectus.model.subjects import CATEGORY, paper_url
from conspectus.model.taxonomy import Place
from conspectus.pages import comparison, linked_data, pictures
from conspectus.pages.census import Census, census
from conspectus.pages.comparison import Comparison
from conspectus.pages.downloads import File, of_category
from conspectus.pages.drawn.timeline import Timeline, timeline
from conspectus.pages.filters import Group, narrowing
from conspectus.pages.paging import PER_PAGE, paged, routes
from conspectus.pages.shelf import Shelf
from conspectus.pages.traits import YEAR
from conspectus.pages.views import Branch, Card, Crumb, Head, Paging
from conspectus.text import Prose

KIND = Kind("category", routes(CATEGORY), in_sitemap=True)
WORTH_NARROWING = 2
"""How many papers a list has at least for the reader to be helped through it."""


@dataclass(frozen=True, slots=True)
class CategoryView:
    """`count`: how many papers the category and all below it have.

    Prose, timeline, children, the comparison table and what narrows the list down stand on the first page only.
    `sorts`: what the list can be sorted by besides the date.
    """

    head: Head
    title: str
    crumbs: tuple[Crumb, ...]
    about: Prose
    timeline: Timeline | None
    children: tuple[Branch, ...]
    count: int
    table: Comparison | None
    files: tuple[File, ...]
    cards: tuple[Card, ...]
    groups: tuple[Group, ...]
    sorts: tuple[str, ...]
    number: int
    paging: Paging


def pages(shelf: Shelf) -> Iterator[Page]:
    for place in shelf.categories.values():
        yield from of(shelf, place)


def at(shelf: Shelf, url: str) -> Iterator[Page]:
    """The pages of the category whose folder this url is in."""
    place = shelf.subject_at(url)
    return of(shelf, place) if isinstance(place, Place) else iter(())


def of(shelf: Shelf, place: Place) -> Iterator[Page]:
    """The pages of one category."""
    papers = shelf.inside(place.facet, place.category)
    for number, (url, some, paging) in enumerate(paged(papers, place.facet.url(place.category)), 1):
        yield Page(url, KIND, "pages/category.html", partial(view, shelf, place, number, some, paging), place)


def view(shelf: Shelf, place: Place, number: int, some: Sequence[Paper], paging: Paging) -> CategoryView:
    """What a page of a category shows: `some` of its papers."""
    facet, category, ancestors = place
    papers = shelf.members(facet, category)
    counted = census(shelf, papers)
    first = number == 1
    worth = first and len(papers) >= WORTH_NARROWING
    title = category.title if first else f"{category.title}, page {number}"
    url = facet.url(category) if first else f"{facet.url(category)}{number}/"
    crumbs = shelf.crumbs(facet, ancestors)
    trail = (*crumbs, Crumb(category.title, url))
    description = f"{category.title}, a category of the survey “{shelf.survey.settings.title}”."
    feed = f"{facet.url(category)}feed.xml" if facet.is_main else ""
    picture = pictures.preview(shelf, facet, category)
    data = listed(shelf, title, trail, some, (number - 1) * PER_PAGE + 1)
    data["about"] = linked_data.term(facet, category, shelf.survey.settings)
    return CategoryView(
        head=Head(title, description, feed, data, picture),
        title=category.title,
        crumbs=crumbs,
        about=shelf.prose(category.about if first else ""),
        timeline=timeline(counted.years, partial(_years_of, url)) if first else None,
        children=tuple(shelf.branch(facet, child) for child in category.children) if first else (),
        count=len(papers),
        table=comparison.of(shelf, place) if first else None,
        files=of_category(facet, category) if papers else (),
        cards=shelf.cards(some),
        groups=narrowing(shelf, papers, counted) if worth else (),
        sorts=sorts(counted) if worth else (),
        number=number,
        paging=paging,
    )


def listed(
    shelf: Shelf, title: str, trail: Sequence[Crumb], papers: Sequence[Paper], position: int
) -> linked_data.Data:
    """A page of the category as search engines read it: `trail` leads to it from the front page."""
    settings = shelf.survey.settings
    some = (Crumb(paper.title.as_text(), paper_url(paper.id)) for paper in papers)
    return linked_data.collection(title, settings, (Crumb(settings.title, ""), *trail), some, position)


def _years_of(url: str, years: tuple[int, ...]) -> str:
    """The category's list narrowed down to some years."""
    return f"{url}?{urlencode([(YEAR, year) for year in years])}#papers"


def sorts(counted: Census) -> tuple[str, ...]:
    """What a list of papers can be sorted by besides the date."""
    return ("title", *["score"] * counted.scored, *["comments"] * counted.discussed)
