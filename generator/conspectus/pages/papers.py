"""All papers by year and month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from conspectus.model.paper import Paper
from conspectus.model.site import Kind, NavItem, Page
from conspectus.model.subjects import PAPERS
from conspectus.model.survey import Survey
from conspectus.model.when import MONTHS
from conspectus.pages.downloads import LIST, File, of_all
from conspectus.pages.shelf import Shelf
from conspectus.pages.views import Crumb, Description, Head

KIND = Kind("papers", (PAPERS,), in_sitemap=True)
TIMELINE = "overview/timeline/"
"""Where the papers over time are drawn."""


@dataclass(frozen=True, slots=True)
class Month:
    """The papers of one month; `name` is empty where it is not known. `anchor`: its place on the page."""

    name: str
    anchor: str
    papers: tuple[Description, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """The papers of one year, latest month first; `year` is None for those without a date."""

    year: int | None
    anchor: str
    count: int
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class PapersView:
    head: Head
    count: int
    timeline: Crumb | None
    years: tuple[Year, ...]
    files: tuple[File, ...]


def nav(survey: Survey) -> Iterator[NavItem]:
    yield NavItem("All papers", PAPERS)


def pages(shelf: Shelf) -> Iterator[Page]:
    yield Page(PAPERS, KIND, "pages/papers.html", lambda: view(shelf))


def view(shelf: Shelf) -> PapersView:
    """What the page shows: all papers."""
    years = tuple(_year(shelf, year, tuple(papers)) for year, papers in groupby(shelf.newest, year_of))
    head = Head("All papers", f"All {len(shelf.newest)} papers of the survey by year.", "feed.xml")
    return PapersView(head, len(shelf.newest), timeline(shelf), years, (*of_all(), LIST))


def _year(shelf: Shelf, year: int | None, papers: Sequence[Paper]) -> Year:
    months = groupby(papers, lambda paper: (paper.work.date and paper.work.date.month) or 0)
    return Year(
        year,
        anchor(year),
        len(papers),
        tuple(
            Month(MONTHS[month - 1] if month else "", anchor(year, month), tuple(map(shelf.description, some)))
            for month, some in months
        ),
    )


def year_of(paper: Paper) -> int | None:
    return paper.work.date.year if paper.work.date else None


def timeline(shelf: Shelf) -> Crumb | None:
    """The way to the timeline; None where papers of fewer than two months are no line."""
    dates = (paper.work.date for paper in shelf.newest)
    return Crumb("Timeline", TIMELINE) if len({(date.year, date.month) for date in dates if date}) > 1 else None


def anchor(year: int | None, month: int | None = None) -> str:
    """The place of a year, or of one of its months, among all papers; month 0 is the one that is not known."""
    if year is None:
        return "ynone"
    return f"y{year}" if month is None else f"y{year}-{month:02}"
