"""The plan of the site: each page kind is one module and one word in KINDS.

The module has `KIND`, which declares what all its pages have in common, its view, and `pages(catalog)`. A kind with
many pages, or with pages that are only known after some work, has `at(catalog, url)` too: no more than those among
which the page at this url would be, for a url that looks like one of its own. So a preview plans a page when it is
asked for. A kind to which every page leads has `nav(survey)`: its entries in the navigation.
"""

from __future__ import annotations

from functools import partial
from importlib import import_module
from types import ModuleType

from conspectus.catalog import Catalog
from conspectus.components.shell import shell
from conspectus.model.site import Pages, Site


def _modules(names: str) -> tuple[ModuleType, ...]:
    """The modules of page kinds. ModuleNotFoundError for a name that is none's."""
    return tuple(import_module(f"{__name__}.{name}") for name in names.split())


KINDS = _modules(
    """
    home facet category table_csv paper overview all_papers whats_new compare reading timeline coverage authors queries
    prose search opensearch pictures worklist not_found feeds data downloads redirects
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
    site = Site(shell(catalog.survey, tuple(entries)), tuple(_planned(module, catalog) for module in KINDS))
    for module in OF_THE_SITE:
        site = Site(site.shell, (*site.kinds, _planned(module, catalog, site)))
    return site


def _planned(module: ModuleType, *given: Catalog | Site) -> Pages:
    """The pages of a kind; those of one without `at` are few, and planned together when one is asked for."""
    pages = partial(module.pages, *given)
    if hasattr(module, "at"):
        return Pages(module.KIND, pages, partial(module.at, *given))
    return Pages.of(module.KIND, pages)
