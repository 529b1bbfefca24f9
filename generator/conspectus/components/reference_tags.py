"""What reference managers read: Highwire tags on a paper's page, COinS of the papers in a list.

Source of the rules: Google Scholar's inclusion guidelines, and Zotero's “Embedded Metadata” translator, which takes an
item's type from `z:itemType` first. No `citation_pdf_url` is given: the PDFs are not ours. No journal is called arXiv.
COinS (ANSI/NISO Z39.88-2004, as key and value) stand in lists alone: on a paper's page Zotero would take them instead
of the tags, which say more.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote

from conspectus.exports import Entry
from conspectus.exports.kinds import PREPRINT, UNKNOWN, issued, kind_of, venue_of
from conspectus.exports.ris import page_span
from conspectus.model.paper import Paper
from conspectus.model.when import Date
from conspectus.model.work import Work

ITEM_TYPES = {
    "article-journal": "journalArticle",
    "paper-conference": "conferencePaper",
    "book": "book",
    "chapter": "bookSection",
    "thesis": "thesis",
    "report": "report",
    "article": "preprint",
}
"""CSL's types in Zotero's words."""

OPEN_URL = {
    "article-journal": ("journal", "article", "atitle", "jtitle"),
    PREPRINT: ("journal", "preprint", "atitle", ""),
    "paper-conference": ("book", "proceeding", "atitle", "btitle"),
    "chapter": ("book", "bookitem", "atitle", "btitle"),
    "book": ("book", "book", "btitle", ""),
    "report": ("book", "report", "btitle", ""),
    "thesis": ("dissertation", "", "title", "inst"),
}
"""CSL's types in OpenURL's words: format, genre, and the keys of the title and of what the paper appeared in."""

OTHERWISE = ("book", "document", "title", "")


VENUES = {
    "paper-conference": "citation_conference_title",
    "chapter": "citation_inbook_title",
    "thesis": "citation_dissertation_institution",
    "report": "citation_technical_report_institution",
}
"""The names of the tag for what a paper of a kind appeared in; of others, it is a journal."""

INSIDE = ("thesis", "report")
"""Kinds that come out of an institution."""


class Tag(NamedTuple):
    """A `<meta>` element."""

    name: str
    content: str


def tags(paper: Paper) -> tuple[Tag, ...]:
    """The tags of a paper; none where authors or date are not known, because the tags would then be ignored."""
    work = paper.work
    date = issued(work)
    if not (work.people and date):
        return ()
    kind = kind_of(work)
    found = [Tag("citation_title", paper.title.as_text())]
    found += [Tag("citation_author", person.inverted) for person in work.people]
    found.append(Tag("citation_publication_date", _date(date)))
    first, last = page_span(work.pages)
    optional = {
        VENUES.get(kind, "citation_journal_title"): _within(work, kind),
        "citation_volume": work.volume,
        "citation_issue": work.issue,
        "citation_firstpage": first,
        "citation_lastpage": last,
        "citation_publisher": work.publisher if kind not in INSIDE else None,
        "citation_language": work.language,
        "citation_doi": work.doi,
        "citation_arxiv_id": work.arxiv,
        "citation_keywords": "; ".join(work.keywords),
        "z:itemType": ITEM_TYPES.get(kind),
    }
    found += [Tag(name, content) for name, content in optional.items() if content]
    return tuple(found)


def _within(work: Work, kind: str) -> str | None:
    """What a paper appeared in, or the institution that a thesis or a report comes out of."""
    return (work.publisher or work.organization) if kind in INSIDE else venue_of(work)


def _date(date: Date) -> str:
    """`2024/04/22`, or the year alone: the guidelines know nothing between."""
    return f"{date.year:04}/{date.month:02}/{date.day:02}" if date.month and date.day else f"{date.year:04}"


@dataclass(frozen=True, slots=True)
class Coins:
    """A paper as a list says it to reference managers, written when the list is."""

    entry: Entry

    @property
    def text(self) -> str:
        return coins(self.entry)


def coins(entry: Entry) -> str:
    """An OpenURL ContextObject: keys and values, percent-encoded, for the title of an element of class `Z3988`."""
    work = entry.work
    kind, appeared = kind_of(work), venue_of(entry.work)
    if kind == UNKNOWN and appeared:
        kind = "article-journal"  # as the tags on its page have it
    format, genre, title, venue = OPEN_URL.get(kind, OTHERWISE)
    said: list[tuple[str, str | None]] = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", f"info:ofi/fmt:kev:mtx:{format}"),
        ("rft.genre", genre),
        (f"rft.{title}", entry.title),
        (f"rft.{venue}", appeared if venue else None),
        ("rft.date", str(issued(work) or "")),
        *(("rft.au", person.inverted) for person in work.people),
        ("rft.volume", work.volume),
        ("rft.issue", work.issue),
        ("rft.pages", work.pages),
        ("rft.pub", work.publisher),
        ("rft_id", f"info:doi/{work.doi}" if work.doi else None),
        ("rft_id", entry.url),
        ("rft.type", ITEM_TYPES[PREPRINT] if kind == PREPRINT else None),  # Zotero's own, read after the title
    ]
    return "&".join(f"{key}={quote(value, safe='', errors='replace')}" for key, value in said if value)
