"""A page of search results saved as text: title and abstract of each paper in turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from conspectus.language import marked
from conspectus.model.paper import Reading, Source
from conspectus.sources.listing_entry import Entry, Listing, alternates, entries, reading, titled
from conspectus.sources.listing_page import FURNITURE, Line, Page, Stop, beginning, line_at, quoted

NAME = marked("search listing")

BUTTON = "Subscribe"


def sniff(source: Source) -> bool:
    """By the invitation above the papers, where no page of a day follows."""
    first = beginning(source)
    return any(line.startswith("Get trending papers") for line in first[:4]) and "Daily Papers" not in first


def parse(source: Source) -> Reading:
    """The papers of the page, with what could not be read; or none of a page that is cut off."""
    return reading(source, NAME, _listing)


def _listing(page: Page) -> Listing | Stop:
    at = next((n for n, line in enumerate(page.lines) if not FURNITURE.fullmatch(line.text)), len(page.lines))
    first = line_at(page.lines, at, f"a title behind `{BUTTON}`")
    if isinstance(first, Stop):
        return first
    lines = page.lines
    if first.text.startswith(BUTTON):
        lines = (*lines[:at], replace(first, text=first.text.removeprefix(BUTTON).lstrip()), *lines[at + 1 :])
    elif not any(line.text == BUTTON for line in lines[:at]):
        return Stop(first.number, f"the first title is expected behind `{BUTTON}`, not {quoted(first.text)}")
    found = entries(lines, at, _entry, alternates)
    return found if isinstance(found, Stop) else Listing(*found)


def _entry(lines: Sequence[Line], at: int) -> tuple[Entry, int] | Stop:
    pair = titled(lines, at)
    return (
        pair if isinstance(pair, Stop) else (Entry(line=pair[0].number, title=pair[0].text, abstract=pair[1]), at + 2)
    )
