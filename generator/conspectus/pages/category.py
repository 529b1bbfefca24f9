"""A category's page: the way to it, its prose, what lies below it, and its papers, fifty at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import urlencode

from conspectus.catalog import Catalog
from conspectus.catalog.filter_values import YEAR
from conspectus.components import fact_table, json_ld, preview_images
from conspectus.components.cited_prose import cited_prose
from conspectus.components.crumbs import Crumb, crumbs
from conspectus.components.drawings.timeline import Timeline, timeline
from conspectus.components.export_files import of_category
from conspectus.components.fact_table import FactTable
from conspectus.components.head import Head
from conspectus.components.made_of import of_card, of_tree
from conspectus.components.paging import Part, paged, routes
from conspectus.components.paper_lists import PaperList, list_head, paper_list
from conspectus.components.trees import Branch, branch
from conspectus.model.paper import Paper
from conspectus.model.site import Kind, Page
from conspectus.model.subjects import CATEGORY, Subject
from conspectus.model.taxonomy import Place
from conspectus.text import Prose

KIND = Kind("category", routes(CATEGORY), in_sitemap=True, repeats=True)


@dataclass(frozen=True, slots=True)
class CategoryView:
    """Prose, timeline, children and the table of facts stand on the first page only."""

    head: Head
    title: str
    crumbs: tuple[Crumb, ...]
    about: Prose
    timeline: Timeline | None
    children: tuple[Branch, ...]
    table: FactTable | None
    list: PaperList


def pages_about(catalog: Catalog, subject: Subject | None) -> Iterator[Page]:
    """The pages of a category."""
    if isinstance(subject, Place):
        for part in paged(catalog.inside(subject.facet, subject.category), subject.url):
            make, inputs = partial(view, catalog, subject, part), partial(made_of, catalog, subject, part)
            yield Page(part.url, KIND, "pages/category.html", make, subject, inputs)


def view(catalog: Catalog, place: Place, part: Part[Paper]) -> CategoryView:
    """What a page of a category shows."""
    facet, category, ancestors = place
    papers, first, settings = catalog.members(facet, category), part.number == 1, catalog.survey.settings
    above, name = crumbs(facet, ancestors), catalog.called[place.id].anywhere
    description = catalog.language.gettext(
        "%(title)s, a category of the survey “%(survey)s”.", title=name, survey=settings.title
    )
    feed = f"{place.url}feed.xml" if facet.is_main else ""
    head = list_head(catalog, (*above, Crumb(name, place.url)), description, part, feed)
    data = {**(head.data or {}), "about": json_ld.term(facet, category, settings)}
    return CategoryView(
        head=replace(head, data=data, preview=preview_images.preview(catalog, facet, category)),
        title=category.title,
        crumbs=above,
        about=cited_prose(catalog, category.about if first else ""),
        timeline=timeline(catalog.counts(papers).years, partial(_years_of, place.url)) if first else None,
        children=tuple(branch(catalog, facet, child) for child in category.children) if first else (),
        table=fact_table.of(catalog, place) if first else None,
        list=paper_list(catalog, papers, part, of_category(facet, category), feed),
    )


def made_of(catalog: Catalog, place: Place, part: Part[Paper]) -> tuple[object, ...]:
    """All that the view is made of. The first page counts what all papers of the list have."""
    papers, first = catalog.inside(place.facet, place.category), part.number == 1
    return (
        of_tree(catalog),
        len(papers),
        [of_card(catalog, paper) for paper in (papers if first else part.items)],
        cited_prose(catalog, place.category.about if first else ""),
    )


def _years_of(url: str, years: tuple[int, ...]) -> str:
    """The category's list, filtered by some years."""
    return f"{url}?{urlencode([(YEAR, year) for year in years])}#papers"
