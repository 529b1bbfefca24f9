"""What’s new: the papers by the day they came into the survey, which is not the day they were published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from conspectus.catalog import Catalog
from conspectus.catalog.orders import latest_first
from conspectus.components.cards import Card, cards
from conspectus.components.head import Head
from conspectus.components.paging import PER_PAGE, Paging, Part, paged, routes
from conspectus.model.paper import Paper
from conspectus.model.site import Kind, NavItem, Page
from conspectus.model.survey import Survey
from conspectus.model.when import Date

URL = "new/"
KIND = Kind("whats-new", routes(URL), in_sitemap=True, repeats=True)


@dataclass(frozen=True, slots=True)
class Day:
    """What came in on one day: `count` papers, of which `cards` stand on this page."""

    date: Date
    count: int
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Latest:
    """The last day that anything came in, and how much. `ids`: the latest papers, for a script to compare with those
    the reader was shown the last time."""

    date: Date
    count: int
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WhatsNewView:
    """`latest`: on the first page. `undated`: how many papers came in on days that nobody noted."""

    head: Head
    latest: Latest | None
    days: tuple[Day, ...]
    undated: int
    number: int
    paging: Paging


def nav(survey: Survey) -> Iterator[NavItem]:
    """None where no day is known."""
    if any(paper.work.added for paper in survey.library.papers):
        yield NavItem(survey.language.gettext("What’s new"), URL)


def pages(catalog: Catalog) -> Iterator[Page]:
    """None where no day is known."""
    if not catalog.once(dated):
        return
    for part in paged(catalog.once(dated), URL):
        yield Page(part.url, KIND, "pages/whats_new.html", partial(view, catalog, part))


def view(catalog: Catalog, part: Part[Paper]) -> WhatsNewView:
    """What a page shows."""
    counts = catalog.once(by_day)
    gettext = catalog.language.gettext
    title = part.title(catalog.language, gettext("What’s new"))
    return WhatsNewView(
        head=Head(title, gettext("Papers of the survey by the day they were added, latest first."), "feed.xml"),
        latest=latest(catalog) if part.number == 1 else None,
        days=tuple(Day(day, counts[day], cards(catalog, papers)) for day, papers in _days(part.items)),
        undated=len(catalog.newest) - len(catalog.once(dated)),
        number=part.number,
        paging=part.paging,
    )


def dated(catalog: Catalog) -> tuple[Paper, ...]:
    """The papers whose day is known, latest first."""
    return tuple(sorted((paper for paper in catalog.newest if paper.work.added), key=latest_first))


def by_day(catalog: Catalog) -> dict[Date, int]:
    """How many papers came in on each day, the latest day first."""
    return {day: sum(1 for _ in papers) for day, papers in _days(catalog.once(dated))}


def latest(catalog: Catalog) -> Latest | None:
    """What came in last, None where no day is known."""
    if not catalog.once(dated):
        return None
    day, count = next(iter(catalog.once(by_day).items()))
    return Latest(day, count, tuple(paper.id for paper in catalog.once(dated)[:PER_PAGE]))


def _days(papers: Iterable[Paper]) -> Iterator[tuple[Date, Iterator[Paper]]]:
    """Papers that are sorted so, by the day they were added."""
    return ((day, some) for day, some in groupby(papers, lambda paper: paper.work.added) if day)
