"""RIS, as reference managers and publishers export it."""

from __future__ import annotations

import re

from conspectus.model.paper import Reading, Source
from conspectus.sources import endnote_tagged
from conspectus.sources.decoding import decode, head
from conspectus.sources.entry_fields import EntryFields
from conspectus.sources.exported import Exported, citation_key, reading_of
from conspectus.sources.names import authors_of, person_of
from conspectus.sources.tagged import Grammar, Tagged, read, with_strays

NAME = "RIS"

START = re.compile(r"(?m)^TY {0,3}[-–] ?[A-Za-z][A-Za-z /-]{1,30}\s*$")
GRAMMAR = Grammar(
    line=re.compile(r"(?P<tag>[A-Z][A-Z0-9])(?: {0,2}|\t)[-–](?:\s(?P<value>.*)|$)"),
    first=frozenset(["TY"]),
    last=frozenset(["ER"]),
    listing=frozenset(["KW", "UR"]),
)

EARLY = re.compile(r"[A-Z]{3} (?:19|20)\d\d")
"""The month of early access, which is all that Web of Science knows of papers in print."""

LONGEST_ISSUE = 15
"""`CP` is an issue, or the name of a conference in Web of Science's exports."""

ARTICLE_NUMBER = re.compile(r"(?:[Aa]rt(?:icle|\.)? ?)?[\w.:-]{0,10}\d[\w.:-]{0,20}")
WORKS_IN_SERIES = {
    "article": "article-journal", "book chapter": "chapter", "conference paper": "paper-conference",
    "review": "article-journal",
}  # fmt: skip

KINDS = {
    "ABST": "article-journal", "BLOG": "post-weblog", "BOOK": "book", "CHAP": "chapter", "COMP": "software",
    "CONF": "paper-conference", "CPAPER": "paper-conference", "CTLG": "book", "DATA": "dataset", "DICT": "entry",
    "EBOOK": "book", "ECHAP": "chapter", "EDBOOK": "book", "EJOUR": "article-journal", "ELEC": "webpage",
    "ENCYC": "entry-encyclopedia", "GOVDOC": "report", "INPR": "article-journal", "JFULL": "article-journal",
    "JOUR": "article-journal", "MGZN": "article-magazine", "NEWS": "article-newspaper", "PAMP": "pamphlet",
    "PAT": "patent", "PREPRINT": "article", "RPRT": "report", "SER": "book", "STAND": "standard", "THES": "thesis",
    "UNPB": "manuscript", "WEB": "webpage",
}  # fmt: skip
"""Types of references as CSL names them; a `GEN` is of no known type."""


def sniff(source: Source) -> bool:
    """By a line that begins a record."""
    return bool(START.search(head(source)))


def parse(source: Source) -> Reading:
    """A record for each `TY`."""
    text, remarks = decode(source.data)
    found = read(text, source.path, GRAMMAR)
    records = with_strays(found.records, frozenset(["TY", "TI", "T1", "CT", "BT"]))
    return reading_of(source.path, NAME, map(_entry, records), remarks=[*remarks, *found.remarks()])


def _entry(record: Tagged) -> Exported:
    first, all = record.first, record.all
    kind = _kind(first("TY"), first("M3"))
    chapter = kind in ("chapter", "paper-conference")
    names = all("AU", "A1") or (all("ED", "A2", "A3", "A4") if kind == "book" else [])
    start, end = first("SP"), first("EP")
    year, days = first("PY", "Y1"), all("DA")
    dated = (day if re.search(r"\d{4}", day) else f"{day} {year[:4]}" for day in days)
    fields = EntryFields(
        title=first("TI", "T1", "CT") or (first("BT") if not chapter else ""),
        authors=authors_of(map(person_of, names)),
        dates=(*all("PY", "Y1"), *dated) if year or days else tuple(filter(EARLY.fullmatch, all("C6"))),
        abstract=first("AB", "N2"),
        doi=first("DO", "DI"),
        identifiers=tuple(all("DO", "DI", "M3", "AN", "UR", "L3")),
        mentions=tuple(all("T2", "JO", "JF", "AN", "M1", "M3", "C1")),
        venue=first("T2", "JF", "JO", "C3", "J2", "JA", *(["BT", "T3"] if chapter else [])),
        kind=kind,
        volume=first("VL"),
        issue=first("IS") or (first("CP") if len(first("CP")) <= LONGEST_ISSUE else ""),
        pages=f"{start}-{end}"
        if start and end and end != start and "-" not in start
        else start or end or _number(record),
        publisher=first("PB"),
        language=first("LA"),
        keywords=tuple(_keywords(all("KW"))),
        urls=tuple(all("UR", "LK", "L1", "L2")),
    )
    return Exported(fields, record.span, citation_key(first("ID") or first("LB")))


def _kind(type: str, work: str) -> str | None:
    """What a type is to CSL; some programs write it in EndNote's words, such as `Journal Article`. `work`: what Scopus
    says of a paper in a series."""
    inside = WORKS_IN_SERIES.get(work.lower()) if type.upper() == "SER" else None
    return inside or KINDS.get(type.upper()) or endnote_tagged.KINDS.get(type.lower())


def _number(record: Tagged) -> str:
    """The number by which an article without pages is found."""
    number = record.first("C7")
    return number if ARTICLE_NUMBER.fullmatch(number) else ""


def _keywords(values: list[str]) -> list[str]:
    """The keywords, of which some programs write all into one value."""
    return values[0].split(";") if len(values) == 1 else values
