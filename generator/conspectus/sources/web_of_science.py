"""Web of Science, formerly ISI: its tagged export as plain text."""

from __future__ import annotations

import re

from conspectus.model.paper import Reading, Source
from conspectus.sources import orcids
from conspectus.sources.decoding import decode, head
from conspectus.sources.entry_fields import EntryFields
from conspectus.sources.exported import Exported, reading_of
from conspectus.sources.names import authors_of, person_of
from conspectus.sources.tagged import Grammar, Tagged, read

NAME = "Web of Science"

START = re.compile(r"(?m)^(?:EF)?(?:FN (?:ISI|Clarivate|Thomson)|PT [A-Z]\s*$)")
GRAMMAR = Grammar(
    line=re.compile(r"(?:EF(?=FN ))?(?P<tag>[A-Z][A-Z0-9])(?: (?P<value>.*)|\s*$)"),
    first=frozenset(["PT"]),
    last=frozenset(["ER", "EF"]),
    listing=frozenset(["AU", "AF", "BA", "BE", "BF", "CA", "CR", "ED", "C1"]),
)

KINDS = {
    "J": "article-journal", "B": "book", "S": "book", "P": "patent", "C": "paper-conference",
}  # fmt: skip
"""What a publication is by its `PT`."""


def sniff(source: Source) -> bool:
    """By its heading, or by a line that begins a record."""
    return bool(START.search(head(source)))


def parse(source: Source) -> Reading:
    """A record for each `PT`."""
    text, remarks = decode(source.data)
    found = read(text, source.path, GRAMMAR)
    records = [record for record in found.records if "PT" in record.values]  # the file's heading is none
    return reading_of(source.path, NAME, map(entry_of, records), remarks=[*remarks, *found.remarks()])


def entry_of(record: Tagged) -> Exported:
    """The entry of a record; of one in columns too, which have the same tags for headings."""
    first, all = record.first, record.all
    full, short = _names(all("AF")), _names(all("AU"))
    groups = [f"{{{name}}}" for name in all("CA")]
    authors = authors_of(map(person_of, [*(full if len(full) >= len(short) else short), *groups]))
    start, end = first("BP"), first("EP")
    fields = EntryFields(
        title=first("TI"),
        authors=orcids.named(authors, ";".join(all("OI"))),
        dates=(f"{first('PD')} {first('PY')}".strip(), *all("EA")),
        abstract=first("AB"),
        doi=first("DI"),
        identifiers=tuple(all("DI", "D2")),
        venue=first("SO", "JI", "J9", "SE"),
        kind=kind_of(first("PT"), first("DT")),
        volume=first("VL"),
        issue=first("IS"),
        pages=f"{start}-{end}" if start and end and end != start else start or first("AR"),
        publisher=first("PU"),
        language=first("LA"),
        keywords=tuple(word for value in all("DE", "ID") for word in value.split(";")),
        urls=tuple(all("UR", "DL")),
    )
    return Exported(fields, record.span)


def kind_of(publication: str, document: str) -> str | None:
    """What a work is to CSL, by the letter of the publication and the words for the document."""
    kind = KINDS.get(publication)
    if kind == "article-journal":
        return kind
    types = document.lower()
    return "paper-conference" if "proceedings" in types else "chapter" if "book chapter" in types else kind


def _names(values: list[str]) -> list[str]:
    return [name for value in values for name in value.split(";") if name.strip()]
