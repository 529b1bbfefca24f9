"""A category's page: the way to it, its prose, what lies below it, and its papers, fifty at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from conspectus.model.paper import Paper
from conspectus.model.site import Page
from conspectus.model.taxonomy import Category, Facet
from conspectus.pages import comparison, linked_data
from conspectus.pages.comparison import Comparison
from conspectus.pages.downloads import File, of_category
from conspectus.pages.filters import Group, narrowing
from conspectus.pages.paging import PER_PAGE, paged
from conspectus.pages.shelf import Shelf, paper_url
from conspectus.pages.timeline import Timeline, timeline
from conspectus.pages.views import Branch, Card, Crumb, Head, Paging
from conspectus.text import Prose

WORTH_NARROWING = 4
"""How many papers a list has at least for the reader to be helped through it; fewer are seen at a glance."""


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
    for facet, category, ancestors in shelf.categories.values():
        yield from of(shelf, facet, category, ancestors)


def of(shelf: Shelf, facet: Facet, category: Category, ancestors: tuple[Category, ...]) -> Iterator[Page]:
    """The pages of one category."""
    papers = shelf.inside(facet, category)
    worth = len(papers) >= WORTH_NARROWING
    feed = f"{facet.url(category)}feed.xml" if facet.is_main else ""
    crumbs = shelf.crumbs(facet, ancestors)
    for index, (url, some, paging) in enumerate(paged(papers, facet.url(category))):
        first = index == 0
        title = category.title if first else f"{category.title}, page {index + 1}"
        trail = (*crumbs, Crumb(category.title, url))
        description = f"{category.title}, a category of the survey “{shelf.survey.settings.title}”."
        view = CategoryView(
            head=Head(title, description, feed, listed(shelf, title, trail, some, index * PER_PAGE + 1)),
            title=category.title,
            crumbs=crumbs,
            about=shelf.prose(category.about if first else ""),
            timeline=timeline(papers) if first else None,
            children=tuple(shelf.branch(facet, child) for child in category.children) if first else (),
            count=len(papers),
            table=comparison.of(shelf, facet, category, ancestors) if first else None,
            files=of_category(facet, category) if papers else (),
            cards=shelf.cards(some),
            groups=narrowing(shelf, papers) if first and worth else (),
            sorts=_sorts(papers) if first and worth else (),
            number=index + 1,
            paging=paging,
        )
        yield Page(url, "pages/category.html", view)


def listed(
    shelf: Shelf, title: str, trail: Sequence[Crumb], papers: Sequence[Paper], position: int
) -> linked_data.Data:
    """A page of the category as search engines read it: `trail` leads to it from the front page."""
    settings = shelf.survey.settings
    some = (Crumb(paper.title.as_text(), paper_url(paper.id)) for paper in papers)
    return linked_data.collection(title, settings, (Crumb(settings.title, ""), *trail), some, position)


def _sorts(papers: Sequence[Paper]) -> tuple[str, ...]:
    by_score = any(paper.work.score is not None for paper in papers)
    by_comments = any(paper.work.comments for paper in papers)
    return ("title", *["score"] * by_score, *["comments"] * by_comments)
