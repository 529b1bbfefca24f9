"""RefWorks' tagged export."""

from __future__ import annotations

import re

from conspectus.language import marked
from conspectus.model.paper import Reading, Source
from conspectus.sources.decoding import decode, head
from conspectus.sources.entry_fields import EntryFields
from conspectus.sources.exported import Exported, reading_of
from conspectus.sources.names import authors_of, person_of
from conspectus.sources.tagged import Grammar, Tagged, read

NAME = marked("RefWorks tagged")

START = re.compile(r"(?m)^RT [A-Z][A-Za-z, /()]+$")
GRAMMAR = Grammar(line=re.compile(r"(?P<tag>[A-Z][A-Z0-9])(?: (?P<value>.*)|\s*$)"), first=frozenset(["RT"]))

KINDS = {
    "abstract": "article-journal", "book": "book", "book, edited": "book", "book, section": "chapter",
    "book, whole": "book", "computer program": "software", "conference proceeding": "paper-conference",
    "conference proceedings": "paper-conference", "dissertation": "thesis", "dissertation/thesis": "thesis",
    "journal": "article-journal", "journal article": "article-journal", "journal, electronic": "article-journal",
    "magazine article": "article-magazine", "monograph": "book", "newspaper article": "article-newspaper",
    "online discussion forum": "post", "patent": "patent", "report": "report", "thesis": "thesis",
    "unpublished material": "manuscript", "web page": "webpage",
}  # fmt: skip
"""RefWorks' types of references as CSL names them."""


def sniff(source: Source) -> bool:
    """By a line that begins a record."""
    return bool(START.search(head(source)))


def parse(source: Source) -> Reading:
    """A record for each `RT`."""
    text, remarks = decode(source.data)
    found = read(text, source.path, GRAMMAR)
    records = [record for record in found.records if "RT" in record.values]
    return reading_of(source.path, NAME, map(_entry, records), remarks=[*remarks, *found.remarks()])


def _entry(record: Tagged) -> Exported:
    first, all = record.first, record.all
    start, end = first("SP"), first("OP")
    kind = KINDS.get(first("RT").lower())
    fields = EntryFields(
        title=first("T1"),
        authors=authors_of(person_of(name) for value in all("A1") or all("A2") for name in value.split(";")),
        dates=(_with_year(first("FD"), first("YR")),),
        abstract=first("AB"),
        doi=first("DO"),
        identifiers=tuple(all("DO", "UL", "LK")),
        venue=first("JF", "JO") or first("T2"),
        kind=kind,
        volume=first("VO"),
        issue=first("IS"),
        pages=f"{start}-{end}" if end and end != start else start,
        publisher=first("PB"),
        language=first("LA"),
        keywords=tuple(word for value in all("K1") for word in value.split(";")),
        urls=tuple(all("UL", "LK")),
    )
    return Exported(fields, record.span)


def _with_year(day: str, year: str) -> str:
    return f"{day} {year}".strip() if year and year not in day else day or year
