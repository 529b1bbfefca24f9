"""The timeline of the whole survey: papers over time as bars, and as a table of years and months that leads to each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from conspectus.catalog import Catalog
from conspectus.catalog.addresses import TIMELINE, month_anchor
from conspectus.components.crumbs import Crumb, to_timeline
from conspectus.components.drawings.bars import Bars, Month, bars
from conspectus.components.head import Head
from conspectus.model.site import Kind, Page
from conspectus.model.when import MONTHS, Date

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
    months: tuple[str, ...]
    rows: tuple[Row, ...]
    unknown: int
    undated: Cell


def pages(catalog: Catalog) -> Iterator[Page]:
    if to_timeline(catalog):
        yield Page(TIMELINE, KIND, "pages/timeline.html", partial(view, catalog))


def view(catalog: Catalog) -> TimelineView:
    """What the timeline shows."""
    counts = catalog.once(_counts)
    years = sorted({year for year, _ in counts}, reverse=True)
    dated = sum(counts.values())
    undated = len(catalog.newest) - dated
    most = max(sorted(counts, reverse=True), key=lambda month: (month[1] > 0, counts[month]))
    return TimelineView(
        head=Head("Timeline", f"The papers of the survey “{catalog.survey.settings.title}” by year and month."),
        crumbs=(Crumb("Explore", "overview/"),),
        said=f"{dated:,} papers from {years[-1]} to {years[0]}; peak: {_said(*most)} ({counts[most]:,}).",
        drawing=bars(counts),
        months=tuple(MONTHS),
        rows=tuple(_row(counts, year, counts[most]) for year in years),
        unknown=sum(counts[year, 0] for year in years),
        undated=Cell("without a date", undated, 0, f"papers/#{month_anchor(None)}"),
    )


def _counts(catalog: Catalog) -> Counter[Month]:
    dates = (paper.work.date for paper in catalog.newest)
    return Counter((date.year, date.month or 0) for date in dates if date)


def _row(counts: Counter[Month], year: int, most: int) -> Row:
    whole = sum(counts[year, month] for month in range(13))
    return Row(
        Cell(str(year), whole, 0, f"papers/#{month_anchor(year)}"),
        tuple(_cell(counts, (year, month), most) for month in range(1, 13)),
        _cell(counts, (year, 0), most),
    )


def _cell(counts: Counter[Month], month: Month, most: int) -> Cell:
    count = counts[month]
    return Cell(_said(*month), count, min(100, max(4, round(100 * count / most))), f"papers/#{month_anchor(*month)}")


def _said(year: int, month: int) -> str:
    return Date(year, month or None).said
