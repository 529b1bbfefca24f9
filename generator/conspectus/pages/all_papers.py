"""All papers by year and month, on one page; of a large survey, on pages of years, to which the first one leads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from conspectus.catalog import Catalog
from conspectus.catalog.addresses import YEARS, month_anchor
from conspectus.components.by_month import MOST_ON_ONE_PAGE, is_on_one_page, listed_at, year_url
from conspectus.components.cards import Description
from conspectus.components.cards import description as described
from conspectus.components.crumbs import Crumb, to_timeline
from conspectus.components.export_files import LIST, File, of_all
from conspectus.components.head import Head
from conspectus.components.made_of import of_card
from conspectus.components.paging import Paging, Part, paged, routes
from conspectus.model.paper import Paper
from conspectus.model.site import Kind, NavItem, Page
from conspectus.model.subjects import PAPERS
from conspectus.model.survey import Survey
from conspectus.model.when import Date

KIND = Kind("all-papers", (PAPERS, *routes(f"{YEARS}{{year}}/")), in_sitemap=True)


@dataclass(frozen=True, slots=True)
class Month:
    """The papers of one month; `number` is 0 where it is not known. `anchor`: its place on the page.

    `said`: its name with the year. `url`: where its `count` papers are listed, if not here.
    """

    number: int
    anchor: str
    said: str
    count: int
    url: str
    papers: tuple[Description, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """The papers of one year, latest month first; `year` is None for those without a date. `url`: as of a month."""

    year: int | None
    anchor: str
    count: int
    url: str
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class PapersView:
    """`crumbs`: the way to the page of a year, whose papers may be on several pages."""

    head: Head
    count: int
    timeline: Crumb | None
    years: tuple[Year, ...]
    files: tuple[File, ...]
    crumbs: tuple[Crumb, ...]
    paging: Paging


def nav(survey: Survey) -> Iterator[NavItem]:
    yield NavItem(survey.language.gettext("All papers"), PAPERS)


def pages(catalog: Catalog) -> Iterator[Page]:
    yield Page(PAPERS, KIND, "pages/all_papers.html", partial(view, catalog))
    for year, papers in () if is_on_one_page(catalog) else _by_year(catalog.newest):
        for part in paged(papers, year_url(year), MOST_ON_ONE_PAGE):
            make = partial(_view_of_year, catalog, year, len(papers), part)
            inputs = partial(_made_of, catalog, len(papers), part)
            yield Page(part.url, KIND, "pages/all_papers.html", make, made_of=inputs)


def view(catalog: Catalog) -> PapersView:
    """What the first page shows: all papers, or where those of each year are."""
    listed = is_on_one_page(catalog)
    years = tuple(_year(catalog, year, papers, listed=listed) for year, papers in _by_year(catalog.newest))
    count, language = len(catalog.newest), catalog.language
    description = language.ngettext(
        "%(num)s paper of the survey, by year.", "All %(num)s papers of the survey, by year.", count
    )
    head = Head(language.gettext("All papers"), description, "feed.xml")
    return PapersView(head, count, to_timeline(catalog), years, (*of_all(), LIST), (), Paging())


def _view_of_year(catalog: Catalog, year: int | None, count: int, part: Part[Paper]) -> PapersView:
    """What a page of a year shows: its papers, or a part of them."""
    language, survey = catalog.language, catalog.survey.settings.title
    title = str(year) if year else language.gettext("Undated")
    description = language.gettext("Papers of the survey “%(survey)s” by year and month.", survey=survey)
    return PapersView(
        head=Head(part.title(language, f"{language.gettext('All papers')}: {title}"), description, "feed.xml"),
        count=count,
        timeline=None,
        years=(_year(catalog, year, part.items, listed=True),),
        files=(),
        crumbs=(Crumb(language.gettext("All papers"), PAPERS),),
        paging=part.paging,
    )


def _made_of(catalog: Catalog, count: int, part: Part[Paper]) -> tuple[object, ...]:
    """All that the view of a year is made of."""
    return (count, *(of_card(catalog, paper) for paper in part.items))


def _by_year(papers: Sequence[Paper]) -> Iterator[tuple[int | None, tuple[Paper, ...]]]:
    for year, some in groupby(papers, lambda paper: paper.work.year):
        yield year, tuple(some)


def _year(catalog: Catalog, year: int | None, papers: Sequence[Paper], *, listed: bool) -> Year:
    months = groupby(papers, lambda paper: (paper.work.date and paper.work.date.month) or 0)
    return Year(
        year,
        month_anchor(year),
        len(papers),
        "" if listed else listed_at(catalog, year),
        tuple(_month(catalog, year, month, tuple(some), listed=listed) for month, some in months),
    )


def _month(catalog: Catalog, year: int | None, month: int, papers: Sequence[Paper], *, listed: bool) -> Month:
    return Month(
        month,
        month_anchor(year, month),
        catalog.language.date(Date(year, month or None)) if year else "",
        len(papers),
        "" if listed else listed_at(catalog, year, month if year else None),
        tuple(described(catalog, paper) for paper in papers) if listed else (),
    )
