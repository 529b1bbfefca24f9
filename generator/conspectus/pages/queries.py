"""Saved queries: a page for each with the papers that answer it, and one that lists them all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from conspectus.catalog import Catalog
from conspectus.catalog.addresses import page_url
from conspectus.components import json_ld
from conspectus.components.cards import Card, cards
from conspectus.components.cited_prose import cited_prose
from conspectus.components.crumbs import Crumb
from conspectus.components.export_files import File, of_query
from conspectus.components.filter_groups import WORTH_NARROWING, Group, Sort, narrowing, sorts
from conspectus.components.head import Head
from conspectus.components.paging import PER_PAGE, Paging, numbered, paged, routes
from conspectus.language import marked
from conspectus.model.paper import Paper
from conspectus.model.query import Query
from conspectus.model.site import Kind, Page
from conspectus.model.subjects import QUERIES, query_url
from conspectus.model.taxonomy import CategoryId, Match, Phrase
from conspectus.text import Prose

KIND = Kind("query", (QUERIES, *routes(query_url("{query}"))), in_sitemap=True)
TITLE = marked("Saved queries")
WORDS = {
    "any": marked("Any of"),
    "title": marked("Any of, in the title"),
    "all": marked("All of"),
    "none": marked("None of"),
}
"""What the lists of phrases in a rule ask for."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Something a query asks for: its name, what is asked in words, and the categories if it asks for those."""

    name: str
    words: str = ""
    places: tuple[Crumb, ...] = ()


@dataclass(frozen=True, slots=True)
class QueryView:
    """`crumbs` lead to the page. `asks` and what narrows the list down stand on the first page only."""

    head: Head
    title: str
    crumbs: tuple[Crumb, ...]
    about: Prose
    asks: tuple[Ask, ...]
    count: int
    feed: str
    files: tuple[File, ...]
    cards: tuple[Card, ...]
    groups: tuple[Group, ...]
    sorts: tuple[Sort, ...]
    number: int
    paging: Paging


@dataclass(frozen=True, slots=True)
class Line:
    """A query in the list of all."""

    title: str
    url: str
    about: Prose
    count: int


@dataclass(frozen=True, slots=True)
class QueriesView:
    head: Head
    title: str
    queries: tuple[Line, ...]


def pages(catalog: Catalog) -> Iterator[Page]:
    saved = catalog.survey.queries.saved
    if saved:
        yield Page(QUERIES, KIND, "pages/queries.html", partial(index, catalog))
    for query in saved:
        for number, (url, some, paging) in enumerate(paged(catalog.answering(query), query_url(query.id)), 1):
            yield Page(url, KIND, "pages/query.html", partial(view, catalog, query, number, some, paging), query)


def index(catalog: Catalog) -> QueriesView:
    """The list of all queries, in the curator's order."""
    gettext = catalog.language.gettext
    description = gettext(
        "Saved queries of the survey “%(survey)s”, and the papers they find.", survey=catalog.survey.settings.title
    )
    lines = tuple(
        Line(
            query.title,
            query_url(query.id),
            cited_prose(catalog, query.about),
            len(catalog.survey.queries.answers[query.id]),
        )
        for query in catalog.survey.queries.saved
    )
    return QueriesView(Head(gettext(TITLE), description), gettext(TITLE), lines)


def view(catalog: Catalog, query: Query, number: int, some: Sequence[Paper], paging: Paging) -> QueryView:
    """What a page of a query shows: `some` of the papers that it finds."""
    papers = catalog.survey.queries.answers[query.id]
    counted = catalog.counts(papers)
    first = number == 1
    worth = first and len(papers) >= WORTH_NARROWING
    title = numbered(catalog.language, query.title, number)
    url = page_url(query_url(query.id), number)
    crumbs = (Crumb(catalog.language.gettext(TITLE), QUERIES),)
    description = catalog.language.gettext(
        "%(title)s, a saved query of the survey “%(survey)s”.",
        title=query.title,
        survey=catalog.survey.settings.title,
    )
    feed = f"{query_url(query.id)}feed.xml"
    data = json_ld.collection(
        title, catalog.survey.settings, (*crumbs, Crumb(query.title, url)), some, (number - 1) * PER_PAGE + 1
    )
    return QueryView(
        head=Head(title, description, feed, data),
        title=query.title,
        crumbs=crumbs,
        about=cited_prose(catalog, query.about if first else ""),
        asks=tuple(asks(catalog, query)) if first else (),
        count=len(papers),
        feed=feed,
        files=of_query(query) if papers else (),
        cards=cards(catalog, some),
        groups=narrowing(catalog, papers, counted) if worth else (),
        sorts=sorts(catalog, counted) if worth else (),
        number=number,
        paging=paging,
    )


def asks(catalog: Catalog, query: Query) -> Iterator[Ask]:
    """What a query asks for, in words."""
    gettext = catalog.language.gettext
    if query.match:
        yield from (Ask(gettext(name), said(phrases)) for name, phrases in worded(query.match))
    for facet, categories in query.within:
        known = (catalog.categories.get(CategoryId(facet.id, category.id)) for category in categories)
        places = tuple(Crumb(place.category.title, place.url) for place in known if place)
        found = catalog.survey.taxonomy.facet(facet.id)
        if found and places:
            yield Ask(found.title, places=places)
    if query.since and query.until:
        span = str(query.since) if query.since == query.until else f"{query.since}–{query.until}"
        yield Ask(gettext("Years"), span)
    elif query.since:
        yield Ask(gettext("Years"), gettext("since %(year)s", year=str(query.since)))
    elif query.until:
        yield Ask(gettext("Years"), gettext("until %(year)s", year=str(query.until)))
    if query.code is not None:
        yield Ask(gettext("Code"), gettext("available") if query.code else gettext("not available"))


def worded(match: Match) -> Iterator[tuple[str, tuple[Phrase, ...]]]:
    """The phrases of a rule under what is asked of them."""
    for name, heading in WORDS.items():
        phrases = getattr(match, name)
        if phrases:
            yield heading, phrases


def said(phrases: tuple[Phrase, ...]) -> str:
    return ", ".join(phrase.source if phrase.is_pattern else f"“{phrase.source}”" for phrase in phrases)
