"""Atom feeds (RFC 4287): what came last into the survey, into each topic, and into what each saved query finds.

An entry is as new as the day its paper was added; where nobody noted that, as new as the paper.

Ids are names (RFC 4122, version 5) made of the survey's id, or else its title, and of the first id a paper, topic or
query had: they stay when the site moves, and when something in it is renamed.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from heapq import nsmallest
from typing import NamedTuple

from conspectus.catalog import Catalog
from conspectus.catalog.orders import latest_first
from conspectus.components.cards import Card, card
from conspectus.components.made_of import of_card
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
        make, inputs = partial(_feed, catalog, subject, url), partial(_made_of, catalog, subject)
        yield Page(f"{url}feed.xml", KIND, TEMPLATE, make, subject, inputs)


class Source(NamedTuple):
    """What a feed is of: its title, its papers, the latest first, and where its page stood first, which gives it its
    id."""

    title: str
    papers: tuple[Paper, ...]
    known: str


def _source(catalog: Catalog, subject: Place | Query | None) -> Source:
    title = catalog.survey.settings.title
    match subject:
        case Place(facet, category) as place:
            papers, known = catalog.inside(facet, category), f"{facet.folder}/{first(category)}/"
            return Source(f"{title}: {catalog.called[place.id].anywhere}", _latest(catalog, papers), known)
        case Query():
            papers, known = catalog.answering(subject), query_url(first(subject))
            return Source(f"{title}: {subject.title}", _latest(catalog, papers), known)
    return Source(title, _latest(catalog, catalog.newest), "")


def _latest(catalog: Catalog, papers: Sequence[Paper]) -> tuple[Paper, ...]:
    order = catalog.once(_order)
    return tuple(nsmallest(ENTRIES, papers, key=lambda paper: order[paper.id]))


def _order(catalog: Catalog) -> Mapping[str, int]:
    """The place of each paper among all, the latest first."""
    return {paper.id: place for place, paper in enumerate(sorted(catalog.newest, key=latest_first))}


def _made_of(catalog: Catalog, subject: Place | Query | None) -> tuple[object, ...]:
    """All that the view is made of."""
    source = _source(catalog, subject)
    return source.title, source.known, [of_card(catalog, paper) for paper in source.papers]


def _feed(catalog: Catalog, subject: Place | Query | None, url: str) -> Feed:
    title, papers, known = _source(catalog, subject)
    entries = tuple(
        Entry(
            urn(catalog, f"papers/{paper.work.was[0] if paper.work.was else paper.id}"),
            paper.work.added or paper.work.date or BEFORE_ALL,
            paper.title.as_text(),
            card(catalog, paper),
        )
        for paper in papers
    )
    return Feed(urn(catalog, known), title, url, entries[0].updated if entries else BEFORE_ALL, entries)


def urn(catalog: Catalog, what: str) -> str:
    """A permanent name of something in this survey."""
    settings = catalog.survey.settings
    return uuid.uuid5(uuid.NAMESPACE_URL, f"conspectus:{settings.id or settings.title}:{what}").urn


def first(named: Category | Query) -> str:
    """The first id a topic or query had."""
    return named.was[0] if named.was else named.id
