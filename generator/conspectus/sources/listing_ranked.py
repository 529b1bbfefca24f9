"""A ranked listing saved as text, with three lines for each paper."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conspectus.language import marked
from conspectus.model.paper import Reading, Source
from conspectus.model.people import Authors
from conspectus.sources import listing_byline
from conspectus.sources.listing_entry import Entry, Listing, entries, reading
from conspectus.sources.listing_names import GROUP
from conspectus.sources.listing_page import Line, Page, Stop, beginning, is_prose, line_at, quoted
from conspectus.sources.listing_years import DAY, Written
from conspectus.sources.names import authors_of

NAME = marked("ranked listing")

META = re.compile(
    r"(?P<score>\d{1,3}(?:\.\d+)?)?"
    r"(?P<subject>[A-Z]{2,3}|[a-z]+(?:-[a-z]+)?(?:\.[A-Z]{2}|\.[a-z]+(?:-[a-z]+)?)?)"
    rf"{DAY} ?(?P<code>Code)?"
)
"""`94.2CVMar 12Code`: a score or none, a subject as arXiv codes it, a date, whether there is code."""

CAN_BE_META = "score, subject and date such as `94.2CVMar 12Code`"


def sniff(source: Source) -> bool:
    """By a line of score, subject and date."""
    return any(META.fullmatch(line) for line in beginning(source))


def parse(source: Source) -> Reading:
    """The papers of the page, with what could not be read; or none of a page that is cut off."""
    return reading(source, NAME, _listing)


def _listing(page: Page) -> Listing | Stop:
    found = entries(page.lines, 0, _entry, _begins)
    return found if isinstance(found, Stop) else Listing(*found)


def _begins(lines: Sequence[Line], at: int) -> bool:
    return bool(META.fullmatch(lines[at].text))


def _entry(lines: Sequence[Line], at: int) -> tuple[Entry, int] | Stop:
    meta = META.fullmatch(lines[at].text)
    when = Written.of(meta, lines[at].number) if meta else None
    if meta is None or when is None:
        return Stop(lines[at].number, f"expected {CAN_BE_META}, found {quoted(lines[at].text)}")
    title = line_at(lines, at + 1, "a title with its authors")
    if isinstance(title, Stop):
        return title
    byline = None if is_prose(title.text) else listing_byline.split(title.text)
    if byline is None:
        in_step = at + 3 == len(lines) or (at + 3 < len(lines) and _begins(lines, at + 3))
        why = f"expected a title with its authors, found {quoted(title.text)}"
        return Stop(title.number, why, at + 3 if in_step and not _begins(lines, at + 2) else None)
    abstract = line_at(lines, at + 2, "an abstract")
    if isinstance(abstract, Stop):
        return abstract
    if META.fullmatch(abstract.text):
        return Stop(abstract.number, f"expected an abstract, found {quoted(abstract.text)}")
    entry = Entry(
        line=title.number,
        title=byline.title,
        abstract=abstract,
        when=when,
        authors=_authors(byline),
        organization=byline.organization,
        subject=meta["subject"],
        score=float(meta["score"]) if meta["score"] else None,
        flagged=bool(meta["code"]),
        doubt="" if byline.sure else f"where the title ends is a guess: {byline.title} | {', '.join(byline.names)}",
    )
    return entry, at + 3


def _authors(byline: listing_byline.Byline) -> Authors | None:
    names = [f"{{{name}}}" if GROUP.search(name) else name for name in byline.names]
    return authors_of([*names, "et al."] if byline.others else names)
