"""A daily listing saved as text: title, abstract, authors or organization, and date of each paper."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conspectus.language import marked
from conspectus.model.paper import Reading, Source
from conspectus.model.people import Authors
from conspectus.sources.listing_entry import Entry, Listing, alternates, entries, reading, titled
from conspectus.sources.listing_page import FURNITURE, Line, Page, Stop, beginning, line_at, quoted
from conspectus.sources.listing_years import DAY, Written

NAME = marked("daily listing")

HEADING = "Daily Papers"
HEAD_DATE = re.compile(DAY)
COUNT = re.compile(r"(?:• ?)?(\d{1,5}) authors?")
DOT = "·"
DATE = re.compile(rf"{DAY}(?: (?P<comments>\d{{1,3}}(?:,?\d{{3}})*))?")
"""`Mar 1, 2024 1`: the last number counts comments, and stands only where there are some."""


def sniff(source: Source) -> bool:
    """By its heading, or by the foot of a paper."""
    first = beginning(source)
    feet = any(COUNT.fullmatch(line) and first[n + 1 : n + 2] == (DOT,) for n, line in enumerate(first))
    return HEADING in first or feet


def parse(source: Source) -> Reading:
    """The papers of the page, with what could not be read; or none of a page that is cut off."""
    return reading(source, NAME, _listing)


def _listing(page: Page) -> Listing | Stop:
    lines = page.lines
    at = next((n for n, line in enumerate(lines) if line.text == HEADING), None)
    strange = next((line for line in lines[:at] if not FURNITURE.fullmatch(line.text)), None)
    if at is None or strange:
        return Stop(strange.number if strange else 1, f"a daily listing begins with `{HEADING}` and the page's own day")
    at += 1
    while at < len(lines) and FURNITURE.fullmatch(lines[at].text):
        at += 1
    line = line_at(lines, at, "the page's own day")
    if isinstance(line, Stop):
        return line
    found = HEAD_DATE.fullmatch(line.text)
    head = Written.of(found, line.number) if found else None
    if head is None:
        return Stop(line.number, f"expected the page's own day, found {quoted(line.text)}")
    papers = entries(lines, at + 1, _entry, _begins)
    return papers if isinstance(papers, Stop) else Listing(*papers, head)


def _begins(lines: Sequence[Line], at: int) -> bool:
    """Behind the foot of another one, or with a title and an abstract."""
    return bool(DATE.fullmatch(lines[at - 1].text)) or alternates(lines, at)


def _entry(lines: Sequence[Line], at: int) -> tuple[Entry, int] | Stop:
    """A paper; some have no foot, so that the next title follows at once."""
    pair = titled(lines, at)
    if isinstance(pair, Stop):
        return pair
    title, abstract = pair
    at += 2
    dotted = at + 1 < len(lines) and lines[at + 1].text == DOT
    if at == len(lines) or not (dotted or COUNT.fullmatch(lines[at].text)):
        doubt = "" if at < len(lines) else "the last paper has no date; if the page shows one, the file is cut short"
        return Entry(line=title.number, title=title.text, abstract=abstract, doubt=doubt), at
    return _foot(lines, at, title, abstract)


def _foot(lines: Sequence[Line], at: int, title: Line, abstract: Line) -> tuple[Entry, int] | Stop:
    who = lines[at].text
    dot = line_at(lines, at + 1, f"`{DOT}`")
    if isinstance(dot, Stop):
        return dot
    if dot.text != DOT:
        return Stop(dot.number, f"expected `{DOT}`, found {quoted(dot.text)}")
    line = line_at(lines, at + 2, "a date")
    if isinstance(line, Stop):
        return line
    date = DATE.fullmatch(line.text)
    when = Written.of(date, line.number) if date else None
    if date is None or when is None:
        return Stop(line.number, f"expected a date, found {quoted(line.text)}")
    count = COUNT.fullmatch(who)
    entry = Entry(
        line=title.number,
        title=title.text,
        abstract=abstract,
        when=when,
        authors=Authors(count=int(count[1])) if count else None,
        organization=None if count else organization(who),
        comments=int(date["comments"].replace(",", "")) if date["comments"] else None,
    )
    return entry, at + 3


def organization(line: str) -> str:
    """The name of an organisation that stands behind the name of its account, which has no spaces: `Qwen Qwen`."""
    account, _, name = line.removeprefix("•").strip().partition(" ")
    return name or account
