"""The plan of the site: each page kind is one module and one line in KINDS.

The module has `KIND`, which declares what all its pages have in common, its view, and `pages(shelf)`. A kind with many
pages, or with pages that are only known after some work, has `at(shelf, url)` too: no more than those among which the
page at this url would be, for a url that looks like one of its own. So a preview plans a page when it is asked for. A
kind to which every page leads has `nav(survey)`: its entries in the navigation.
"""

from __future__ import annotations

from functools import partial
from types import ModuleType

from conspectus.model.site import Pages, Site
from conspectus.model.survey import Survey
from conspectus.pages import (
    authors,
    category,
    compare,
    comparison,
    coverage,
    data,
    downloads,
    facet,
    feeds,
    finder,
    home,
    not_found,
    offline,
    opensearch,
    overview,
    paper,
    papers,
    pictures,
    prose,
    queries,
    reading,
    redirects,
    search,
    sitemap,
    timeline,
    whats_new,
    worklist,
)
from conspectus.pages.shelf import Shelf
from conspectus.pages.shell import shell

KINDS = (
    home,
    facet,
    category,
    comparison,
    paper,
    overview,
    papers,
    whats_new,
    compare,
    reading,
    timeline,
    coverage,
    authors,
    queries,
    prose,
    search,
    opensearch,
    pictures,
    worklist,
    not_found,
    feeds,
    data,
    downloads,
    redirects,
)
"""In this order; of two pages with one url the first is kept."""

OF_THE_SITE = (finder, sitemap, offline)
"""Kinds made of what is planned so far, and therefore planned last: their `pages(shelf, site)` see the site too."""

RESERVED = frozenset[str]().union(*(module.KIND.reserved for module in (*KINDS, *OF_THE_SITE)))
"""The names at the site's root that are not to be had for a facet."""


class Planner:
    """Plans one survey's site after another's, and keeps what an edit leaves as it was."""

    def __init__(self) -> None:
        self._shelf: Shelf | None = None

    def plan(self, survey: Survey) -> Site:
        """The survey's site."""
        self._shelf = Shelf(survey, self._shelf)
        return _site(self._shelf)


def plan(survey: Survey) -> Site:
    """The survey's site, from scratch."""
    return _site(Shelf(survey))


def _site(shelf: Shelf) -> Site:
    entries = (entry for module in KINDS if hasattr(module, "nav") for entry in module.nav(shelf.survey))
    site = Site(shell(shelf.survey, tuple(entries)), tuple(_planned(module, shelf) for module in KINDS))
    for module in OF_THE_SITE:
        site = Site(site.shell, (*site.kinds, _planned(module, shelf, site)))
    return site


def _planned(module: ModuleType, *given: Shelf | Site) -> Pages:
    """The pages of a kind; those of one without `at` are few, and planned together when one is asked for."""
    pages = partial(module.pages, *given)
    if hasattr(module, "at"):
        return Pages(module.KIND, pages, partial(module.at, *given))
    return Pages.of(module.KIND, pages)
