"""A category's page: the way to it, its prose, what lies below it, and its papers, fifty at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode

from conspectus.catalog import Catalog
from conspectus.catalog.addresses import page_url
from conspectus.catalog.filter_values import YEAR
from conspectus.components import fact_table, json_ld, preview_images
from conspectus.components.cards import Card, cards
from conspectus.components.cited_prose import cited_prose
from conspectus.components.crumbs import Crumb, crumbs
from conspectus.components.drawings.timeline import Timeline, timeline
from conspectus.components.export_files import File, of_category
from conspectus.components.fact_table import FactTable
from conspectus.components.filter_groups import WORTH_NARROWING, Group, Sort, narrowing, sorts
from conspectus.components.head import Head
from conspectus.components.paging import PER_PAGE, Paging, numbered, paged, routes
from conspectus.components.trees import Branch, branch
from conspectus.model.paper import Paper
from conspectus.model.site import Kind, Page
from conspectus.model.subjects import CATEGORY
from conspectus.model.taxonomy import Place
from conspectus.text import Prose

KIND = Kind("category", routes(CATEGORY), in_sitemap=True)


@dataclass(frozen=True, slots=True)
class CategoryView:
    """`count`: how many papers the category and all below it have.

    Prose, timeline, children, the table of facts and what narrows the list down stand on the first page only.
    `sorts`: what the list can be sorted by besides the date.
    """

    head: Head
    title: str
    crumbs: tuple[Crumb, ...]
    about: Prose
    timeline: Timeline | None
    children: tuple[Branch, ...]
    count: int
    table: FactTable | None
    files: tuple[File, ...]
    cards: tuple[Card, ...]
    groups: tuple[Group, ...]
    sorts: tuple[Sort, ...]
    number: int
    paging: Paging


def pages(catalog: Catalog) -> Iterator[Page]:
    for place in catalog.categories.values():
        yield from of(catalog, place)


def at(catalog: Catalog, url: str) -> Iterator[Page]:
    """The pages of the category whose folder this url is in."""
    place = catalog.subject_at(url)
    return of(catalog, place) if isinstance(place, Place) else iter(())


def of(catalog: Catalog, place: Place) -> Iterator[Page]:
    """The pages of one category."""
    papers = catalog.inside(place.facet, place.category)
    for number, (url, some, paging) in enumerate(paged(papers, place.facet.url(place.category)), 1):
        yield Page(url, KIND, "pages/category.html", partial(view, catalog, place, number, some, paging), place)


def view(catalog: Catalog, place: Place, number: int, some: Sequence[Paper], paging: Paging) -> CategoryView:
    """What a page of a category shows: `some` of its papers."""
    facet, category, ancestors = place
    papers = catalog.members(facet, category)
    counted = catalog.counts(papers)
    first = number == 1
    worth = first and len(papers) >= WORTH_NARROWING
    title = numbered(catalog.language, category.title, number)
    url = page_url(place.url, number)
    above = crumbs(facet, ancestors)
    description = catalog.language.gettext(
        "%(title)s, a category of the survey “%(survey)s”.",
        title=category.title,
        survey=catalog.survey.settings.title,
    )
    feed = f"{facet.url(category)}feed.xml" if facet.is_main else ""
    picture = preview_images.preview(catalog, facet, category)
    settings = catalog.survey.settings
    data = json_ld.collection(title, settings, (*above, Crumb(category.title, url)), some, (number - 1) * PER_PAGE + 1)
    data["about"] = json_ld.term(facet, category, settings)
    return CategoryView(
        head=Head(title, description, feed, data, picture),
        title=category.title,
        crumbs=above,
        about=cited_prose(catalog, category.about if first else ""),
        timeline=timeline(counted.years, partial(_years_of, url)) if first else None,
        children=tuple(branch(catalog, facet, child) for child in category.children) if first else (),
        count=len(papers),
        table=fact_table.of(catalog, place) if first else None,
        files=of_category(facet, category) if papers else (),
        cards=cards(catalog, some),
        groups=narrowing(catalog, papers, counted) if worth else (),
        sorts=sorts(catalog, counted) if worth else (),
        number=number,
        paging=paging,
    )


def _years_of(url: str, years: tuple[int, ...]) -> str:
    """The category's list narrowed down to some years."""
    return f"{url}?{urlencode([(YEAR, year) for year in years])}#papers"
