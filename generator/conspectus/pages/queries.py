"""Saved queries: a page for each with the papers that answer it, and one that lists them all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from conspectus.catalog import Catalog
from conspectus.components.cited_prose import cited_prose
from conspectus.components.crumbs import Crumb
from conspectus.components.export_files import of_query
from conspectus.components.head import Head, head
from conspectus.components.paging import Part, paged, routes
from conspectus.components.paper_lists import PaperList, list_head, paper_list
from conspectus.language import marked
from conspectus.model.paper import Paper
from conspectus.model.query import Query
from conspectus.model.site import Kind, Page
from conspectus.model.subjects import QUERIES, Subject, query_url
from conspectus.model.taxonomy import CategoryId, Match, Phrase
from conspectus.text import Prose

KIND = Kind("query", (QUERIES, *routes(query_url("{query}"))), in_sitemap=True, repeats=True)
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
    """`crumbs` lead to the page. `about` and `asks` stand on the first page only."""

    head: Head
    title: str
    crumbs: tuple[Crumb, ...]
    about: Prose
    asks: tuple[Ask, ...]
    list: PaperList


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
    queries: tuple[Line, ...]


def pages_about(catalog: Catalog, subject: Subject | None) -> Iterator[Page]:
    """The pages of a saved query; about the survey as a whole, the list of all of them."""
    if isinstance(subject, Query):
        for part in paged(catalog.answering(subject), query_url(subject.id)):
            yield Page(part.url, KIND, "pages/query.html", partial(view, catalog, subject, part), subject)
    elif subject is None and catalog.survey.queries.saved:
        yield Page(QUERIES, KIND, "pages/queries.html", partial(index, catalog))


def index(catalog: Catalog) -> QueriesView:
    """The list of all queries, in the curator's order."""
    answers = catalog.survey.queries.answers
    description = marked("Saved queries of the survey “%(survey)s”, and the papers they find.")
    lines = (
        Line(query.title, query_url(query.id), cited_prose(catalog, query.about), len(answers[query.id]))
        for query in catalog.survey.queries.saved
    )
    return QueriesView(head(catalog, TITLE, description), tuple(lines))


def view(catalog: Catalog, query: Query, part: Part[Paper]) -> QueryView:
    """What a page of a query shows."""
    first, url = part.number == 1, query_url(query.id)
    crumbs = (Crumb(catalog.language.gettext(TITLE), QUERIES),)
    description = catalog.language.gettext(
        "%(title)s, a saved query of the survey “%(survey)s”.",
        title=query.title,
        survey=catalog.survey.settings.title,
    )
    feed = f"{url}feed.xml"
    return QueryView(
        head=list_head(catalog, (*crumbs, Crumb(query.title, url)), description, part, feed),
        title=query.title,
        crumbs=crumbs,
        about=cited_prose(catalog, query.about if first else ""),
        asks=tuple(asks(catalog, query)) if first else (),
        list=paper_list(catalog, catalog.survey.queries.answers[query.id], part, of_query(query), feed),
    )


def asks(catalog: Catalog, query: Query) -> Iterator[Ask]:
    """What a query asks for, in words."""
    gettext = catalog.language.gettext
    if query.match:
        yield from (Ask(gettext(name), said(phrases)) for name, phrases in worded(query.match))
    for facet, categories in query.within:
        known = (catalog.categories.get(CategoryId(facet.id, category.id)) for category in categories)
        places = tuple(Crumb(catalog.called[place.id].inside, place.url) for place in known if place)
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
