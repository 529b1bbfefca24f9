"""The plan of the site: each page kind is one module and one word in KINDS.

The module has `KIND`, which declares what all its pages have in common, its view, and `pages(catalog)`. A kind with
pages for each paper, category or saved query has `pages_about(catalog, subject)` instead: the pages about one of these,
or, without a subject, about the survey as a whole. One with many other pages has `at(catalog, url)` too: no more than
those among which the page at this url would be, for a url that looks like one of its own. So a preview plans a page
when it is asked for. One whose pages have something else in common in some surveys has `kind(catalog)` too. A kind to
which every page leads has `nav(survey)`: its entries in the navigation.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from importlib import import_module
from types import ModuleType
from urllib.parse import urlsplit

from conspectus import __version__
from conspectus.catalog import Catalog
from conspectus.catalog.addresses import FRONT_PAGE
from conspectus.model.site import NavItem, Page, Pages, Shell, Site
from conspectus.model.subjects import address


def _modules(names: str) -> tuple[ModuleType, ...]:
    """The modules of page kinds. ModuleNotFoundError for a name that is none's."""
    return tuple(import_module(f"{__name__}.{name}") for name in names.split())


KINDS = _modules(
    """
    home facet category table_csv paper overview all_papers whats_new compare reading timeline coverage authors queries
    prose images search opensearch pictures worklist not_found feeds data data_files words results downloads redirects
    """
)
"""In this order; of two pages with one url the first is kept."""

OF_THE_SITE = _modules("finder sitemap offline")
"""Kinds made of what is planned so far, and therefore planned last: their `pages(catalog, site)` see the site too."""

RESERVED = frozenset[str]().union(*(module.KIND.reserved for module in (*KINDS, *OF_THE_SITE)))
"""The names at the site's root that are not to be had for a facet."""


def plan(catalog: Catalog) -> Site:
    """The site of a survey."""
    entries = (entry for module in KINDS if hasattr(module, "nav") for entry in module.nav(catalog.survey))
    site = Site(shell(catalog, tuple(entries)), tuple(_planned(module, catalog) for module in KINDS))
    for module in OF_THE_SITE:
        site = Site(site.shell, (*site.kinds, _planned(module, catalog, site)))
    return site


def shell(catalog: Catalog, whole: tuple[NavItem, ...]) -> Shell:
    """The survey's name, where its site stands, its navigation: facets, the `whole` in several ways, prose."""
    survey, settings = catalog.survey, catalog.survey.settings
    parts = urlsplit(settings.base_url)
    facets = tuple(NavItem(facet.title, address(facet)) for facet in survey.taxonomy.facets)
    prose = tuple(NavItem(note.title, address(note)) for note in survey.pages if note.name != FRONT_PAGE)
    return Shell(
        title=settings.title,
        tagline=settings.tagline,
        language=survey.language,
        author=settings.author,
        repository=settings.repository,
        root=parts.path.rstrip("/") + "/",
        origin=f"{parts.scheme}://{parts.netloc}" if parts.netloc else "",
        nav=tuple(filter(None, (facets, whole, prose))),
        generator=f"Conspectus {__version__}",
        queries=bool(survey.queries.saved),
        unplaced=bool(catalog.unplaced()),
    )


def all_about(module: ModuleType, catalog: Catalog) -> Iterator[Page]:
    """All pages of a kind that plans them by their subjects."""
    survey = catalog.survey
    for subject in (*survey.library.papers, *catalog.categories.values(), *survey.queries.saved, None):
        yield from module.pages_about(catalog, subject)


def _about_url(module: ModuleType, catalog: Catalog, url: str) -> Iterator[Page]:
    """The pages of a kind about the subject in whose folder this url is, or about the survey as a whole."""
    pages: Iterator[Page] = module.pages_about(catalog, catalog.subject_at(url))
    return pages


def _planned(module: ModuleType, catalog: Catalog, *site: Site) -> Pages:
    """The pages of a kind; without `pages_about` or `at` they are few, and planned together when one is asked for."""
    kind = catalog.once(module.kind) if hasattr(module, "kind") else module.KIND
    if hasattr(module, "pages_about"):
        return Pages(kind, partial(all_about, module, catalog), partial(_about_url, module, catalog))
    pages = partial(module.pages, catalog, *site)
    if hasattr(module, "at"):
        return Pages(kind, pages, partial(module.at, catalog))
    return Pages.of(kind, pages)
