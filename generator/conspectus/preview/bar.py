"""What the preview's bar, at the foot of an open page, shows; and the places in the curator's files it is made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from conspectus.catalog.addresses import FRONT_PAGE
from conspectus.changes.comparing import Changes
from conspectus.changes.text import categories, papers
from conspectus.diagnostics import Report, Span, text
from conspectus.model.paper import Authority, Paper
from conspectus.model.query import Query
from conspectus.model.settings import Settings
from conspectus.model.subjects import Subject
from conspectus.model.survey import Note, Survey
from conspectus.model.taxonomy import Facet, Place
from conspectus.preview.history import Compared
from conspectus.preview.overlay import Link
from conspectus.text.counting import counted

RECORDS = {
    Authority.CURATOR: "your record",
    Authority.EXPORT: "an export’s entry",
    Authority.LISTING: "a listing’s entry",
    Authority.KEPT: "an entry that its export lacks now",
}


NEXT = (
    "This survey has no papers yet. Add those of a file with `conspectus import FILE`, ask a service with "
    "`conspectus fetch arxiv QUERY`, or write them into content/papers/records.yaml. This page updates by itself."
)
"""What a page of a survey without papers says in the preview."""


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


def bar(
    subject: Subject | None, survey: Survey, report: Report, compared: Compared | None, link: Link
) -> dict[str, object]:
    """The bar of a page about a subject, as its script takes it: what the last save changed, mistakes, the page's
    sources, and what comes `next` in a survey without papers. `link` opens a place in the curator's editor; a source
    that cannot be opened is still named.
    """
    sources = [
        {"what": each.what, "location": f"{each.span.file}:{each.span.line}", "link": link(each.span)}
        for each in page_sources(survey, subject)
    ]
    mistakes = report.without_notes()
    saved = compared is not None and compared.before is not compared.now
    return {
        "moved": moved(compared.changes) if compared and saved else "Changes",
        "mistakes": text.summary(mistakes) if mistakes.diagnostics else "",
        "sources": sources,
        "next": "" if survey.library.papers else NEXT,
        "paper": subject.id if isinstance(subject, Paper) else "",
    }


def moved(changes: Changes) -> str:
    """In a few words, what a save changed: `3 papers moved`, `1 category added, 1 address lost`, `No changes`."""
    lost = len(changes.lost_addresses)
    addresses = f"{counted(lost, 'address')} lost" if lost else ""
    return ", ".join(filter(None, [papers(changes) or categories(changes), addresses])) or "No changes"
