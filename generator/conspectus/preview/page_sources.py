"""The places in the curator's files that a page is made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from conspectus.catalog.addresses import FRONT_PAGE
from conspectus.diagnostics import Span
from conspectus.model.paper import Authority, Paper
from conspectus.model.query import Query
from conspectus.model.settings import Settings
from conspectus.model.subjects import Subject
from conspectus.model.survey import Note, Survey
from conspectus.model.taxonomy import Facet, Place

RECORDS = {
    Authority.CURATOR: "your record",
    Authority.EXPORT: "an export’s entry",
    Authority.LISTING: "a listing’s entry",
}


@dataclass(frozen=True, slots=True)
class PageSource:
    """A place in a file, and what is written there."""

    what: str
    span: Span


def page_sources(survey: Survey, subject: Subject | None) -> Iterator[PageSource]:
    """What a page about a subject is made from; nothing for a page without a subject, which has many sources."""
    match subject:
        case Settings():
            yield PageSource("the survey’s title and settings", subject.span)
            yield from (PageSource("the page’s text", note.span) for note in survey.pages if note.name == FRONT_PAGE)
        case Paper():
            yield from (PageSource(RECORDS[record.authority], record.span) for record in subject.records)
            yield from (PageSource("your note", note.span) for note in survey.notes if note.name == subject.id)
        case Facet():
            yield PageSource("the facet", subject.span)
        case Place():
            yield PageSource("the category and its rule", subject.category.span)
        case Query():
            yield PageSource("the saved query", subject.span)
        case Note():
            yield PageSource("the page’s text", subject.span)
