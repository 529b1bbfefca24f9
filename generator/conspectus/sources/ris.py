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
from conspectus.text.folding import folded

NAME = "RIS"

START = re.compile(r"(?m)^TY {0,3}[-–] {0,3}[A-Za-z][A-Za-z /-]{1,30}\s*$")
UNTYPED = re.compile(r"(?m)\A\s*(?:(?!TY)[A-Z][A-Z0-9]  - .*\n)+ER  -")
"""A first record without `TY`, as packages for R write them: lines of tags up to its end."""

GRAMMAR = Grammar(
    line=re.compile(r"(?P<tag>[A-Z][A-Z0-9])(?: {0,2}|\t)[-–](?:\s(?P<value>.*)|$)"),
    first=frozenset(["TY"]),
    last=frozenset(["ER"]),
    listing=frozenset(["KW", "UR"]),
)

BEHIND = re.compile(r"(?<=\S)\s{3,9}([A-Z][A-Z0-9])  - ")
"""A tag inside a line."""

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
    "ABST": "article-journal", "ADVS": "motion_picture", "AGGR": "dataset", "ART": "graphic", "BLOG": "post-weblog",
    "BOOK": "book", "CHAP": "chapter", "CHART": "graphic", "CLSWK": "classic", "COMP": "software",
    "CONF": "paper-conference", "CPAPER": "paper-conference", "CTLG": "book", "DATA": "dataset", "DICT": "entry",
    "EBOOK": "book", "ECHAP": "chapter", "EDBOOK": "book", "EJOUR": "article-journal", "ELEC": "webpage",
    "ENCYC": "entry-encyclopedia", "FIGURE": "figure", "GOVDOC": "report", "INPR": "article-journal",
    "JFULL": "article-journal", "JOUR": "article-journal", "LEGAL": "legislation", "MANSCPT": "manuscript",
    "MAP": "map", "MGZN": "article-magazine", "MPCT": "motion_picture", "MUSIC": "song", "NEWS": "article-newspaper",
    "PAMP": "pamphlet", "PAT": "patent", "PREPRINT": "article", "RPRT": "report", "SER": "book", "SLIDE": "speech",
    "SOUND": "song", "STAND": "standard", "STAT": "legislation", "THES": "thesis", "UNPB": "manuscript",
    "VIDEO": "motion_picture", "WEB": "webpage",
}  # fmt: skip
"""Types of references as CSL names them; a `GEN` is of no known type."""


def sniff(source: Source) -> bool:
    """By a line that begins a record, or by a record of tags that RIS has."""
    start = head(source)
    return bool(START.search(start) or UNTYPED.match(start))


def parse(source: Source) -> Reading:
    """A record for each `TY`, or behind each end."""
    text, remarks = decode(source.data)
    found = read(text, source.path, GRAMMAR)
    for record in found.records:
        _take_apart(record)
    records = with_strays(found.records, frozenset(["TY", "TI", "T1", "CT", "BT"]))
    return reading_of(source.path, NAME, map(_entry, records), remarks=[*remarks, *found.remarks()])


def _take_apart(record: Tagged) -> None:
    """Give the values that Rayyan writes behind others, with their tags, to their own: `10.1000/wick     LK  - …`."""
    for values in list(record.values.values()):
        for value in values:
            for number, piece in enumerate(value):
                own, *more = BEHIND.split(piece)
                value[number] = own
                for tag, text in zip(more[::2], more[1::2], strict=True):
                    record.values.setdefault(tag, []).append([text.strip()])


def _authors(record: Tagged, kind: str | None) -> list[str]:
    """The names under `AU`, or `A1` in other programs. Web of Science has both: `A1` are the authors or the sponsors of
    a book, or else the group that wrote an article with those under `AU`."""
    names, others = record.all("AU"), record.all("A1")
    if not names or not others or kind != "article-journal":
        return names or others or (record.all("ED", "A2", "A3", "A4") if kind == "book" else [])
    known = set(map(folded, names))
    return [*names, *(name if "," in name else f"{{{name}}}" for name in others if folded(name) not in known)]


def _entry(record: Tagged) -> Exported:
    first, all = record.first, record.all
    kind = _kind(first("TY"), first("M3"))
    chapter = kind in ("chapter", "paper-conference")
    names = _authors(record, kind)
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
