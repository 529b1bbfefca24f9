"""EndNote's tagged export (`.enw`), also known as refer or BibIX."""

from __future__ import annotations

import re

from conspectus.language import marked
from conspectus.model.paper import Reading, Source
from conspectus.sources.decoding import decode, head
from conspectus.sources.entry_fields import EntryFields
from conspectus.sources.exported import Exported, citation_key, reading_of
from conspectus.sources.names import authors_of, person_of
from conspectus.sources.tagged import Grammar, Tagged, read, with_strays

NAME = marked("EndNote tagged")

START = re.compile(r"(?m)^%[0TA] ?\S[^\n]*\n(?:[^\n]*\n){0,30}?%[0-9A-Z@] ")
GRAMMAR = Grammar(
    line=re.compile(r"%(?P<tag>[0-9A-Z@\[\]!#$&()*+^>~?=<])(?: (?P<value>.*)|\s*$)"),
    first=frozenset(),
    by_blank_lines=True,
    runs_on=True,
    once=frozenset("0T"),
    listing=frozenset("KUAE"),
)
NEEDED = frozenset("0ATEB")
"""Tags of which a record has one; a paragraph without any goes on with the record above it."""

KINDS = {
    "aggregated database": "dataset", "book": "book", "book section": "chapter", "computer program": "software",
    "conference paper": "paper-conference", "conference proceedings": "paper-conference", "dataset": "dataset",
    "edited book": "book", "electronic article": "article-journal", "electronic book": "book",
    "electronic book section": "chapter", "generic": None, "journal": "article-journal",
    "journal article": "article-journal", "magazine article": "article-magazine", "manuscript": "manuscript",
    "newspaper article": "article-newspaper", "pamphlet": "pamphlet", "patent": "patent", "preprint": "article",
    "report": "report", "standard": "standard", "thesis": "thesis", "unpublished work": "manuscript",
    "web page": "webpage", "blog": "post-weblog", "encyclopedia": "entry-encyclopedia", "serial": "book",
    "online database": "dataset", "government document": "report",
}  # fmt: skip
"""EndNote's types of references as CSL names them."""


def sniff(source: Source) -> bool:
    """By its name, or by two lines that begin with a percent sign and a tag."""
    start = head(source)
    return bool(START.search(start)) and not start.lstrip().startswith("%PDF")


def parse(source: Source) -> Reading:
    """A record for each paragraph of tagged lines."""
    text, remarks = decode(source.data)
    found = read(text, source.path, GRAMMAR)
    records = with_strays(found.records, NEEDED)
    return reading_of(source.path, NAME, map(_entry, records), remarks=[*remarks, *found.remarks()])


def _entry(record: Tagged) -> Exported:
    first, all = record.first, record.all
    type = first("0").lower()
    kind = KINDS.get(type, "article-journal" if all("J") and not type else None)
    inside = kind in ("chapter", "paper-conference")
    names = all("A") or (all("E") if kind == "book" else []) or all("?")
    fields = EntryFields(
        title=first("T"),
        authors=authors_of(map(person_of, names)),
        dates=tuple(filter(None, [first("D"), _with_year(first("8"), first("D"))])),
        abstract=first("X"),
        doi=first("R"),
        identifiers=tuple(all("R", "U", "M")),
        mentions=tuple(all("J", "B")),
        venue=first("J", "B") or (first("S") if inside else ""),
        kind=kind,
        volume=first("V"),
        issue=first("N"),
        pages=first("P"),
        publisher=first("I"),
        language=first("G"),
        keywords=tuple(_keywords(all("K"))),
        urls=tuple(all("U", ">")),
    )
    return Exported(fields, record.span, citation_key(first("F")))


def _keywords(values: list[str]) -> list[str]:
    """The keywords, which publishers write into one value."""
    return re.split(r"[;,]", values[0]) if len(values) == 1 else values


def _with_year(day: str, year: str) -> str:
    """`September 1` and its year, which EndNote keeps apart."""
    return day if re.search(r"\d{4}", day) else f"{day} {year}" if day else ""
