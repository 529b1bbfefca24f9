"""From the entries of a listing, whatever its layout, to records."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from conspectus.diagnostics import Mistake, Span
from conspectus.model.paper import Authority, Reading, Record, Source
from conspectus.model.people import Authors
from conspectus.model.work import Work
from conspectus.sources import links
from conspectus.sources.listing_page import FURNITURE, Line, Page, Stop, is_cut, is_prose, line_at, opened, quoted
from conspectus.sources.listing_years import DAY, Known, Written, dated, own_day
from conspectus.text import Text

NO_TEXT = re.compile(rf"{FURNITURE.pattern}|·|•.*|\d+ authors?|{DAY}(?: \d+)?")
"""Lines of search and daily listings that are neither a title nor an abstract."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One paper as a listing shows it; what the layout doesn't show is None. `doubt`: what is not certain of it."""

    line: int
    title: str
    abstract: Line
    when: Written | None = None
    authors: Authors | None = None
    organization: str | None = None
    subject: str | None = None
    score: float | None = None
    comments: int | None = None
    flagged: bool = False
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A page read to its end; `head` is the page's own date, where it shows one."""

    entries: tuple[Entry, ...]
    head: Written | None = None


One = Callable[[Sequence[Line], int], "tuple[Entry, int] | Stop"]
"""Reads the entry that begins at a place of the lines; says where the next begins."""


def entries(lines: Sequence[Line], at: int, one: One) -> tuple[Entry, ...] | Stop:
    """All entries from there to the end."""
    found: list[Entry] = []
    while at < len(lines):
        step = one(lines, at)
        if isinstance(step, Stop):
            return step
        entry, at = step
        found.append(entry)
    return tuple(found) or Stop(lines[-1].number if lines else 1, "the page shows no papers")


def titled(lines: Sequence[Line], at: int) -> tuple[Line, Line] | Stop:
    """The title and the abstract that stand there, one line each."""
    title = text_at(lines, at, "a title")
    if isinstance(title, Stop):
        return title
    if is_prose(title.text):
        return Stop(title.number, f"expected a title, found {quoted(title.text)}")
    abstract = text_at(lines, at + 1, "an abstract")
    return abstract if isinstance(abstract, Stop) else (title, abstract)


def text_at(lines: Sequence[Line], at: int, what: str) -> Line | Stop:
    line = line_at(lines, at, what)
    if isinstance(line, Line) and NO_TEXT.fullmatch(line.text):
        return Stop(line.number, f"expected {what}, found {quoted(line.text)}")
    return line


def reading(source: Source, format: str, layout: Callable[[Page], Listing | Stop]) -> Reading:
    """Read a saved page: all its records, or a mistake at the line where it could not be read on, and none."""
    page = opened(source)
    if isinstance(page, Mistake):
        return Reading(source.path, format, mistakes=(page,))
    listing = layout(page)
    last = page.lines[-1] if page.lines else None
    if isinstance(listing, Listing) and last == listing.entries[-1].abstract and is_cut(last.text, page.tail):
        listing = Stop(last.number, "the file ends in the middle of an abstract")
    if isinstance(listing, Stop):
        help = "save the whole page again; if its layout has changed, give the papers as BibTeX or YAML"
        said = f"{listing.why}; nothing is taken from this {format}"
        return Reading(
            source.path, format, mistakes=(Mistake("broken-listing", said, Span(source.path, listing.line), help),)
        )
    dates = [entry.when for entry in listing.entries if entry.when]
    known, mistakes = own_day(page, listing.head, dates)
    records = tuple(_record(entry, page, known) for entry in listing.entries)
    mistakes += _unknown_years(page, dates, known)
    return Reading(source.path, format, records, tuple(mistakes), remarks=_remarks(listing, known))


def _record(entry: Entry, page: Page, known: Known | None) -> Record:
    urls = links.in_prose(entry.abstract.text)
    work = Work(
        title=Text(entry.title),
        authors=entry.authors,
        date=dated(entry.when, known) if entry.when else None,
        abstract=Text(entry.abstract.text),
        organization=entry.organization,
        subject=entry.subject,
        score=entry.score,
        comments=entry.comments,
        # A flag that is missing says nothing: listings learn of code late.
        code=True if entry.flagged or any(link.kind == "code" for link in urls) else None,
        urls=urls,
        listed=(page.name,),
        added=known.date if known else None,
    )
    return Record(work, Span(page.path, entry.line, 1, len(entry.title)), Authority.LISTING)


def _unknown_years(page: Page, dates: Sequence[Written], known: Known | None) -> list[Mistake]:
    """The first date that stays without a year, if any."""
    lost = [when for when in dates if dated(when, known) is None]
    if not lost:
        return []
    many = f" (and of {len(lost) - 1} more)" if len(lost) > 1 else ""
    said = f"the year of `{lost[0]}`{many} is not known"
    help = "write the day the page was saved into its first line: `retrieved: 2026-06-12`"
    return [Mistake("unknown-year", said, Span(page.path, lost[0].line), help)]


def _remarks(listing: Listing, known: Known | None) -> tuple[str, ...]:
    """How years were known, and what is in doubt."""
    said = [f"line {entry.line}: {entry.doubt}" for entry in listing.entries if entry.doubt]
    bare = sum(entry.when is not None and entry.when.year is None for entry in listing.entries)
    if known and bare:
        dates = "1 date has no year" if bare == 1 else f"{bare} dates have no year"
        said.insert(0, f"{dates}; the listing is of {known.year}, known {known.says}")
    return tuple(said)
