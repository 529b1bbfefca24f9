"""What reference managers read of a paper's page: Highwire tags, as Google Scholar and Zotero understand them.

Source of the rules: Google Scholar's inclusion guidelines, and Zotero's “Embedded Metadata” translator, which takes an
item's type from `z:itemType` first. No `citation_pdf_url` is given: the PDFs are not ours. No journal is called arXiv.
"""

from __future__ import annotations

from typing import NamedTuple

from conspectus.exports.kinds import kind_of
from conspectus.model.paper import Paper
from conspectus.model.when import Date

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


class Tag(NamedTuple):
    """A `<meta>` element."""

    name: str
    content: str


def tags(paper: Paper) -> tuple[Tag, ...]:
    """The tags of a paper; none where authors or date are not known, because the tags would then be ignored."""
    work = paper.work
    if not (work.authors and work.authors.people and work.date):
        return ()
    kind = kind_of(work)
    found = [Tag("citation_title", paper.title.as_text())]
    found += [Tag("citation_author", person.inverted) for person in work.authors.people]
    found.append(Tag("citation_publication_date", _date(work.date)))
    venue = "citation_conference_title" if kind == "paper-conference" else "citation_journal_title"
    optional = {
        venue: work.venue,
        "citation_volume": work.volume,
        "citation_issue": work.issue,
        "citation_publisher": work.publisher,
        "citation_doi": work.doi,
        "citation_arxiv_id": work.arxiv,
        "citation_keywords": "; ".join(work.keywords),
        "z:itemType": ITEM_TYPES.get(kind),
    }
    found += [Tag(name, content) for name, content in optional.items() if content]
    return tuple(found)


def _date(date: Date) -> str:
    """`2024/04/22`, or the year alone: the guidelines know nothing between."""
    return f"{date.year:04}/{date.month:02}/{date.day:02}" if date.month and date.day else f"{date.year:04}"
