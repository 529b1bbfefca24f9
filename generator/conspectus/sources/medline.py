"""MEDLINE, as PubMed exports it (`.nbib`)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from conspectus.model.paper import Reading, Source
from conspectus.sources.decoding import decode, head
from conspectus.sources.entry_fields import EntryFields
from conspectus.sources.exported import Exported, reading_of
from conspectus.sources.names import authors_of, person_by_initials, person_of
from conspectus.sources.tagged import Grammar, Tagged, read

NAME = "MEDLINE"

START = re.compile(r"(?m)^(PMID|OWN |PMCR?|FAU |PT  |BTI |DP  |JT  |STAT|DCOM|FED |MH  ) ?- ?\S")
GRAMMAR = Grammar(
    line=re.compile(r"(?P<tag>[A-Z][A-Z0-9]{1,3}) {0,2}-(?:\s*(?P<value>.*)|$)"),
    first=frozenset(["PMID"]),
    by_blank_lines=True,
    behind={"AUID": "FAU"},
)

KINDS = (
    ("preprint", "article"),
    ("journal", "article-journal"),
    ("congress", "paper-conference"),
    ("clinical conference", "paper-conference"),
    ("book chapter", "chapter"),
    ("book", "book"),
    ("thesis", "thesis"),
    ("dissertation", "thesis"),
    ("dataset", "dataset"),
    ("technical report", "report"),
    ("news", "article-newspaper"),
)
"""Words in types of publications, and what they are to CSL."""

TRANSLATED = re.compile(r"\[([^\[\]]+)\]\.?")
DOI = re.compile(r"(?:doi:)?(10\.\S+?)\s*(?:\[doi\])?$")


def sniff(source: Source) -> bool:
    """By two tags at the beginnings of lines, in four columns and with a hyphen."""
    return len(set(START.findall(head(source)))) > 1


def parse(source: Source) -> Reading:
    """A record for each paragraph of tagged lines."""
    text, remarks = decode(source.data)
    found = read(text, source.path, GRAMMAR)
    return reading_of(source.path, NAME, map(_entry, found.records), remarks=[*remarks, *found.remarks()])


def _entry(record: Tagged) -> Exported:
    first, all = record.first, record.all
    full, short = all("FAU"), all("AU")
    groups = (f"{{{name}}}" for name in all("CN"))
    people = [*(map(person_of, full) if full else map(person_by_initials, short)), *map(person_of, groups)]
    dois = [found[1] for value in all("LID", "AID", "SO") if (found := DOI.search(value))]
    pubmed = first("PMID")
    fields = EntryFields(
        title=bare_title(" ".join(all("TI")) or first("BTI", "CTI", "TT")),
        authors=authors_of(people) or authors_of(map(person_of, all("FED", "ED"))),
        dates=tuple(all("DP", "DEP")),
        abstract=" ".join(all("AB")),
        identifiers=tuple(dois),
        mentions=tuple(all("JT", "PG")),
        venue=first("JT", "TA") or (first("BTI", "CTI") if all("TI") else ""),
        kind=kind_of(all("PT")),
        volume=first("VI"),
        issue=first("IP"),
        pages=first("PG"),
        publisher=first("PB"),
        language=first("LA"),
        keywords=tuple(dict.fromkeys([*all("OT"), *(word.replace("*", "") for word in all("MH"))])),
        urls=(f"https://pubmed.ncbi.nlm.nih.gov/{pubmed}/",) if pubmed.isdigit() else (),
    )
    return Exported(fields, record.span)


def bare_title(title: str) -> str:
    """Without the period that MEDLINE writes behind titles, and its brackets around translated ones."""
    title = title.strip()
    translated = TRANSLATED.fullmatch(title)
    title = translated[1].strip() if translated else title
    return title if title.endswith("..") else title.removesuffix(".")


def kind_of(types: Iterable[str]) -> str | None:
    """What a work is to CSL, by PubMed's types of publications."""
    types = [type.lower() for type in types]
    for sign, kind in KINDS:
        if any(sign in type for type in types):
            return kind
    return None
