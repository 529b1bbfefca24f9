"""The timeline of the whole survey: papers over time as bars, and as a table of years and months that leads to each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from conspectus.catalog import Catalog
from conspectus.catalog.addresses import TIMELINE
from conspectus.components.by_month import listed_at
from conspectus.components.crumbs import Crumb, to_timeline
from conspectus.components.drawings.bars import Bars, Month, bars
from conspectus.components.head import Head, head
from conspectus.language import marked
from conspectus.model.site import Kind, Page
from conspectus.model.when import Date

KIND = Kind("timeline", (TIMELINE,), in_sitemap=True)


@dataclass(frozen=True, slots=True)
class Cell:
    """The papers of a month, `share` of a hundred of those of the fullest one. `url`: where they are listed."""

    said: str
    count: int
    share: int
    url: str


@dataclass(frozen=True, slots=True)
class Row:
    """A year: all its papers, those of each month, and those of which the month is not known."""

    year: Cell
    months: tuple[Cell, ...]
    unknown: Cell


@dataclass(frozen=True, slots=True)
class TimelineView:
    """`said`: the drawing as a sentence. `unknown`: how many papers have a year alone; `undated`: not even that."""

    head: Head
    crumbs: tuple[Crumb, ...]
    said: str
    drawing: Bars
    rows: tuple[Row, ...]
    unknown: int
    undated: Cell


def pages(catalog: Catalog) -> Iterator[Page]:
    if to_timeline(catalog):
        yield Page(TIMELINE, KIND, "pages/timeline.html", partial(view, catalog))


def view(catalog: Catalog) -> TimelineView:
    """What the timeline shows."""
    counts, gettext = catalog.once(_counts), catalog.language.gettext
    years = sorted({year for year, _ in counts}, reverse=True)
    dated = sum(counts.values())
    undated = len(catalog.newest) - dated
    most = max(sorted(counts, reverse=True), key=lambda month: (month[1] > 0, counts[month]))
    return TimelineView(
        head=head(catalog, marked("Timeline"), marked("Papers of the survey “%(survey)s” by year and month.")),
        crumbs=(Crumb(gettext("Explore"), "overview/"),),
        said=gettext(
            "%(papers)s papers from %(first)s to %(last)s; peak: %(month)s (%(most)s).",
            papers=dated,
            first=str(years[-1]),
            last=str(years[0]),
            month=_said(catalog, most),
            most=counts[most],
        ),
        drawing=bars(counts, partial(listed_at, catalog), catalog.language),
        rows=tuple(_row(catalog, counts, year, counts[most]) for year in years),
        unknown=sum(counts[year, 0] for year in years),
        undated=Cell("", undated, 0, listed_at(catalog, None)),
    )


def _counts(catalog: Catalog) -> Counter[Month]:
    dates = (paper.work.date for paper in catalog.newest)
    return Counter((date.year, date.month or 0) for date in dates if date)


def _row(catalog: Catalog, counts: Counter[Month], year: int, most: int) -> Row:
    whole = sum(counts[year, month] for month in range(13))
    return Row(
        Cell(str(year), whole, 0, listed_at(catalog, year)),
        tuple(_cell(catalog, counts, (year, month), most) for month in range(1, 13)),
        _cell(catalog, counts, (year, 0), most),
    )


def _cell(catalog: Catalog, counts: Counter[Month], month: Month, most: int) -> Cell:
    count, share = counts[month], round(100 * counts[month] / most)
    return Cell(_said(catalog, month), count, min(100, max(4, share)), listed_at(catalog, *month))


def _said(catalog: Catalog, month: Month) -> str:
    return catalog.language.date(Date(month[0], month[1] or None))
