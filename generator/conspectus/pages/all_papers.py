"""All papers by year and month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from conspectus.catalog import Catalog
from conspectus.catalog.addresses import month_anchor
from conspectus.components.cards import Description, description
from conspectus.components.crumbs import Crumb, to_timeline
from conspectus.components.export_files import LIST, File, of_all
from conspectus.components.head import Head
from conspectus.model.paper import Paper
from conspectus.model.site import Kind, NavItem, Page
from conspectus.model.subjects import PAPERS
from conspectus.model.survey import Survey

KIND = Kind("all-papers", (PAPERS,), in_sitemap=True)


@dataclass(frozen=True, slots=True)
class Month:
    """The papers of one month; `number` is 0 where it is not known. `anchor`: its place on the page."""

    number: int
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
    yield NavItem(survey.language.gettext("All papers"), PAPERS)


def pages(catalog: Catalog) -> Iterator[Page]:
    yield Page(PAPERS, KIND, "pages/all_papers.html", lambda: view(catalog))


def view(catalog: Catalog) -> PapersView:
    """What the page shows: all papers."""
    by_year = groupby(catalog.newest, lambda paper: paper.work.year)
    years = tuple(_year(catalog, year, tuple(papers)) for year, papers in by_year)
    count, language = len(catalog.newest), catalog.language
    description = language.ngettext(
        "%(num)s paper of the survey, by year.", "All %(num)s papers of the survey, by year.", count
    )
    head = Head(language.gettext("All papers"), description, "feed.xml")
    return PapersView(head, count, to_timeline(catalog), years, (*of_all(), LIST))


def _year(catalog: Catalog, year: int | None, papers: Sequence[Paper]) -> Year:
    months = groupby(papers, lambda paper: (paper.work.date and paper.work.date.month) or 0)
    return Year(
        year,
        month_anchor(year),
        len(papers),
        tuple(
            Month(
                month,
                month_anchor(year, month),
                tuple(description(catalog, paper) for paper in some),
            )
            for month, some in months
        ),
    )
