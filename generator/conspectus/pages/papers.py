"""All papers by year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from conspectus.model.paper import Paper
from conspectus.model.site import Page
from conspectus.pages.downloads import LIST, File, of_all
from conspectus.pages.shelf import Shelf
from conspectus.pages.views import Card, Head


@dataclass(frozen=True, slots=True)
class Year:
    """The papers of one year; `year` is None for those without a date."""

    year: int | None
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class PapersView:
    head: Head
    count: int
    years: tuple[Year, ...]
    files: tuple[File, ...]


def pages(shelf: Shelf) -> Iterator[Page]:
    yield Page("papers/", "pages/papers.html", lambda: view(shelf))


def view(shelf: Shelf) -> PapersView:
    """What the page shows: all papers."""
    years = tuple(Year(year, shelf.cards(papers)) for year, papers in groupby(shelf.newest, year_of))
    head = Head("All papers", f"All {len(shelf.newest)} papers of the survey by year.", "feed.xml")
    return PapersView(head, len(shelf.newest), years, (*of_all(), LIST))


def year_of(paper: Paper) -> int | None:
    return paper.work.date.year if paper.work.date else None
