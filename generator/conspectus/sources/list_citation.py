"""Entries of lists that are written as papers are cited: names, then the title in quotes, bold, linked or plain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from conspectus.sources.list_names import cited

QUOTED = re.compile(r"[“\"«](?P<title>[^“”\"«»\n]{4,300}?)[”\"»]")
YEAR = re.compile(
    r"\s*,?\s*\((?P<year>(?:19|20)\d\d)[a-z]?(?:, [^()]{1,20})?\)\s*[.,:]?\s*|[,.]\s+(?P<bare>(?:19|20)\d\d)[.:]\s+"
)
SENTENCE = re.compile(r"(?P<title>[^\n\ue000]{8,300}?)(?:[.?!](?=\s|$|\ue000)|(?=\n|\ue000|$))")
NAMES_END = re.compile(
    r"(?<=[a-z]{2})[.:]\s+|(?<=[a-z] [A-Z])\.\s+|(?<=[a-z] [A-Z][A-Z])\.\s+|(?<=et al)\.?[,:]?\s+|:\s+"
)
INITIAL = re.compile(r"\b[A-Z]\.")
LONGEST_NAMES = 600

Mark = tuple[int, int, str]
"""Where a bold or linked text begins and ends, and its address."""


class Cited(NamedTuple):
    """The title and its place, the names before it, and the year where it stands among them."""

    title: str
    start: int
    end: int
    href: str
    authors: tuple[str, ...]
    years: tuple[str, ...]


def find(text: str, at: int, marks: Sequence[Mark]) -> Cited | None:
    """The title of an entry that begins with names at a place of its text; None where it does not."""
    for start, end, title, href in _titles(text, at, marks):
        lead = text[at:start]
        if len(lead) > LONGEST_NAMES or "\ue000" in lead or not lead.strip():
            continue
        year = YEAR.search(lead)
        authors = cited(lead[: year.start()] if year else lead)
        if authors and (title != (start, end) or href or marks or _are_sure(authors, lead)):
            years = (year["year"] or year["bare"],) if year else ()
            return Cited(text[slice(*title)], start, end, href, tuple(authors), years)
    return None


def _are_sure(authors: Sequence[str], lead: str) -> bool:
    """Whether several names in capitals are no title: one has an initial or a comma, or there are more."""
    return len(authors) > 1 and bool(INITIAL.search(lead) or "," in "".join(authors) or authors[-1] == "et al.")


def _titles(text: str, at: int, marks: Sequence[Mark]) -> Iterator[tuple[int, int, tuple[int, int], str]]:
    """Where a title may begin and end with what marks it, its own place, and its address. One that nothing marks is
    looked for only where nothing is marked."""
    if marks:
        start, end, href = marks[0]
        yield start, end, (start, end), href
    line = text.find("\n", at) if "\n" in text[at:] else len(text)
    quoted = QUOTED.search(text, at, min([line, *(start for start, _, _ in marks)]))
    if quoted:
        yield *quoted.span(), quoted.span("title"), ""
    for border in () if marks or quoted else (YEAR.search(text, at, line), NAMES_END.search(text, at, line)):
        if border and (plain := SENTENCE.match(text, border.end(), line)) and len(plain["title"].split()) > 2:
            yield border.end(), plain.end("title"), plain.span("title"), ""
