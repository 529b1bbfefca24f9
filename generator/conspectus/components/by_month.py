"""Where the papers of each month are listed: all on one page, or in a large survey on pages of years."""

from __future__ import annotations

from collections.abc import Mapping

from conspectus.catalog import Catalog
from conspectus.catalog.addresses import YEARS, month_anchor, page_url
from conspectus.model.subjects import PAPERS

MOST_ON_ONE_PAGE = 1000
"""Papers; so many titles with their authors are a quarter of a megabyte."""


def is_on_one_page(catalog: Catalog) -> bool:
    """Whether one page lists all papers."""
    return len(catalog.newest) <= MOST_ON_ONE_PAGE


def year_url(year: int | None) -> str:
    """The page of a year where years have pages of their own, the first one if it has more."""
    return f"{YEARS}{year or 'undated'}/"


def listed_at(catalog: Catalog, year: int | None, month: int | None = None) -> str:
    """Where the papers of a year, or of one of its months, are listed; month 0 is the one that is not known."""
    anchor = month_anchor(year, month)
    if is_on_one_page(catalog):
        return f"{PAPERS}#{anchor}"
    if year is None or month is None:
        return year_url(year)
    before = catalog.once(_before).get((year, month), 0)
    return f"{page_url(year_url(year), before // MOST_ON_ONE_PAGE + 1)}#{anchor}"


def _before(catalog: Catalog) -> Mapping[tuple[int, int], int]:
    """For each month how many papers of its year stand before it, newest first."""
    before: dict[tuple[int, int], int] = {}
    of_year: dict[int, int] = {}
    for date in (paper.work.date for paper in catalog.newest):
        if date:
            count = of_year.get(date.year, 0)
            before.setdefault((date.year, date.month or 0), count)
            of_year[date.year] = count + 1
    return before
