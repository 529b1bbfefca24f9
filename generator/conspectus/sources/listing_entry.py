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
class Gap:
    """Lines of which no paper could be made, from `first` to `last`: at which of them that was seen, and why."""

    line: int
    why: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Listing:
    """A page read to its end; `head` is the page's own date, where it shows one."""

    entries: tuple[Entry, ...]
    gaps: tuple[Gap, ...] = ()
    head: Written | None = None


One = Callable[[Sequence[Line], int], "tuple[Entry, int] | Stop"]
"""Reads the entry that begins at a place of the lines; says where the next begins."""

Begins = Callable[[Sequence[Line], int], bool]
"""Whether an entry certainly begins at a place of the lines."""


def entries(
    lines: Sequence[Line], at: int, one: One, begins: Begins
) -> tuple[tuple[Entry, ...], tuple[Gap, ...]] | Stop:
    """All entries from there to the end, and what is not read: what lies before the next place where one certainly
    begins. Where there is none, or more is broken than read, reading stops: then the page is cut off, or of another
    layout."""
    found: list[Entry] = []
    gaps: list[Gap] = []
    while at < len(lines):
        step = one(lines, at)
        if isinstance(step, Stop):
            following = step.after or next((n for n in range(at + 1, len(lines)) if begins(lines, n)), None)
            if following is None:
                return step
            gaps.append(Gap(step.line, step.why, lines[at].number, lines[following - 1].number))
            at = following
            continue
        entry, at = step
        found.append(entry)
    if len(found) < len(gaps):
        return Stop(gaps[0].line, gaps[0].why)
    return (tuple(found), tuple(gaps)) if found else Stop(lines[-1].number if lines else 1, "the page shows no papers")


def alternates(lines: Sequence[Line], at: int) -> bool:
    """Whether a title and an abstract follow each other here."""
    here = lines[at].text
    return not is_prose(here) and not NO_TEXT.fullmatch(here) and at + 1 < len(lines) and is_prose(lines[at + 1].text)


def titled(lines: Sequence[Line], at: int) -> tuple[Line, Line] | Stop:
    """The title and the abstract that stand there, one line each."""
    title = text_at(lines, at, "a title")
    if isinstance(title, Stop):
        return title
    if is_prose(title.text):
        return Stop(title.number, f"expected a title, found {quoted(title.text)}")
    abstract = text_at(lines, at + 1, "an abstract")
    if isinstance(abstract, Stop):
        return abstract
    if not is_prose(abstract.text) and at + 2 < len(lines) and is_prose(lines[at + 2].text):
        return Stop(abstract.number, f"expected an abstract, found {quoted(abstract.text)}")
    return title, abstract


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
    mistakes += [_gap(page, gap) for gap in listing.gaps]
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


def _gap(page: Page, gap: Gap) -> Mistake:
    lines = f"line {gap.first}" if gap.last <= gap.first else f"lines {gap.first} to {gap.last}"
    message = f"{gap.why}; nothing is read from {lines}"
    return Mistake(
        "broken-entry", message, Span(page.path, gap.line), "save the page again, or give the paper as BibTeX or YAML"
    )


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
