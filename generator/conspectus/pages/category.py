"""A category's page: the way to it, its prose, what lies below it, and its papers, fifty at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from conspectus.model.site import Page
from conspectus.model.taxonomy import Category, Facet
from conspectus.pages import comparison
from conspectus.pages.comparison import Comparison
from conspectus.pages.downloads import File, of_category
from conspectus.pages.paging import paged
from conspectus.pages.shelf import Shelf
from conspectus.pages.timeline import Timeline, timeline
from conspectus.pages.views import Branch, Card, Crumb, Head, Paging
from conspectus.text import Prose


@dataclass(frozen=True, slots=True)
class CategoryView:
    """`count`: how many papers the category and all below it have.

    Prose, timeline, children and the comparison table stand on the first page only.
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
    number: int
    paging: Paging


def pages(shelf: Shelf) -> Iterator[Page]:
    for facet, category, ancestors in shelf.categories.values():
        yield from of(shelf, facet, category, ancestors)


def of(shelf: Shelf, facet: Facet, category: Category, ancestors: tuple[Category, ...]) -> Iterator[Page]:
    """The pages of one category."""
    papers = shelf.inside(facet, category)
    feed = f"{facet.url(category)}feed.xml" if facet.is_main else ""
    for index, (url, some, paging) in enumerate(paged(papers, facet.url(category))):
        first = index == 0
        title = category.title if first else f"{category.title}, page {index + 1}"
        description = f"{category.title}, a category of the survey “{shelf.survey.settings.title}”."
        view = CategoryView(
            head=Head(title, description, feed),
            title=category.title,
            crumbs=shelf.crumbs(facet, ancestors),
            about=shelf.prose(category.about if first else ""),
            timeline=timeline(papers) if first else None,
            children=tuple(shelf.branch(facet, child) for child in category.children) if first else (),
            count=len(papers),
            table=comparison.of(shelf, facet, category, ancestors) if first else None,
            files=of_category(facet, category) if papers else (),
            cards=shelf.cards(some),
            number=index + 1,
            paging=paging,
        )
        yield Page(url, "pages/category.html", view)
