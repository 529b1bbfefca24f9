"""Atom feeds (RFC 4287): what came last into the survey, into each topic, and into what each saved query finds.

An entry is as new as the day its paper was added; where nobody noted that, as new as the paper.

Ids are names (RFC 4122, version 5) made of the survey's id, or else its title, and of the first id a paper, topic or
query had: they stay when the site moves, and when something in it is renamed.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from heapq import nsmallest

from conspectus.catalog import Catalog
from conspectus.catalog.orders import latest_first
from conspectus.components.cards import Card, card
from conspectus.model.paper import Paper
from conspectus.model.query import Query
from conspectus.model.site import Kind, Page
from conspectus.model.subjects import CATEGORY, Subject, address, query_url
from conspectus.model.taxonomy import Category, Place
from conspectus.model.when import Date

KIND = Kind("feed", tuple(f"{of}feed.xml" for of in ("", CATEGORY, query_url("{query}"))))
TEMPLATE = "pages/feed.xml"
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


def pages_about(catalog: Catalog, subject: Subject | None) -> Iterator[Page]:
    """The feed of a topic, of a saved query, or of the survey."""
    if (isinstance(subject, Place) and subject.facet.is_main) or isinstance(subject, Query) or subject is None:
        url = address(subject) if subject else ""
        yield Page(f"{url}feed.xml", KIND, TEMPLATE, partial(_feed, catalog, subject, url), subject)


def _feed(catalog: Catalog, subject: Place | Query | None, url: str) -> Feed:
    title = catalog.survey.settings.title
    match subject:
        case Place(facet, category) as place:
            papers, known = catalog.inside(facet, category), f"{facet.folder}/{first(category)}/"
            return of(catalog, f"{title}: {catalog.called[place.id].anywhere}", url, papers, known)
        case Query():
            known = query_url(first(subject))
            return of(catalog, f"{title}: {subject.title}", url, catalog.answering(subject), known)
    return of(catalog, title, url, catalog.newest, "")


def of(catalog: Catalog, title: str, url: str, papers: Sequence[Paper], known: str) -> Feed:
    """The feed of the latest of these papers; `known`: where its page stood first, which gives it its id."""
    entries = tuple(
        Entry(
            urn(catalog, f"papers/{paper.work.was[0] if paper.work.was else paper.id}"),
            paper.work.added or paper.work.date or BEFORE_ALL,
            paper.title.as_text(),
            card(catalog, paper),
        )
        for paper in nsmallest(ENTRIES, papers, key=latest_first)
    )
    return Feed(urn(catalog, known), title, url, entries[0].updated if entries else BEFORE_ALL, entries)


def urn(catalog: Catalog, what: str) -> str:
    """A permanent name of something in this survey."""
    settings = catalog.survey.settings
    return uuid.uuid5(uuid.NAMESPACE_URL, f"conspectus:{settings.id or settings.title}:{what}").urn


def first(named: Category | Query) -> str:
    """The first id a topic or query had."""
    return named.was[0] if named.was else named.id
