"""Atom feeds (RFC 4287): what came last into the survey, and into each topic.

An entry is as new as the day its paper was added; where nobody noted that, as new as the paper.

Ids are names (RFC 4122, version 5) made of the survey's title and the paper's id: they stay when the site moves.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from conspectus.model.paper import Paper
from conspectus.model.site import Page
from conspectus.model.when import Date
from conspectus.pages.shelf import Shelf, latest_first
from conspectus.pages.views import Card

ENTRIES = 50
BEFORE_ALL = Date(1970)
"""The date of a feed without a dated paper: RFC 4287 demands one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A paper in a feed."""

    id: str
    updated: Date
    title: str
    card: Card


@dataclass(frozen=True, slots=True)
class Feed:
    """`url` is the page the feed is of."""

    id: str
    title: str
    url: str
    updated: Date
    entries: tuple[Entry, ...]


def pages(shelf: Shelf) -> Iterator[Page]:
    title = shelf.survey.settings.title
    yield Page("feed.xml", "pages/feed.xml", lambda: feed(shelf, title, "", shelf.newest))
    for facet, category, _ in shelf.categories.values():
        if facet.is_main:
            url, papers = facet.url(category), shelf.inside(facet, category)
            name = f"{title}: {category.title}"
            yield Page(f"{url}feed.xml", "pages/feed.xml", partial(feed, shelf, name, url, papers))


def feed(shelf: Shelf, title: str, url: str, papers: Sequence[Paper]) -> Feed:
    """The feed of the latest of these papers."""
    entries = tuple(
        Entry(
            name(shelf, f"papers/{paper.id}"),
            paper.work.added or paper.work.date or BEFORE_ALL,
            paper.title.as_text(),
            shelf.card(paper),
        )
        for paper in sorted(papers, key=latest_first)[:ENTRIES]
    )
    return Feed(name(shelf, url), title, url, entries[0].updated if entries else BEFORE_ALL, entries)


def name(shelf: Shelf, what: str) -> str:
    """A permanent name of something in this survey."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"conspectus:{shelf.survey.settings.title}:{what}").urn
