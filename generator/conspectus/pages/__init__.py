"""The plan of the site: each page kind is one module with its view and its `pages(shelf)`, and one line in KINDS.

A kind with many pages, or with pages that are only known after some work, has `at(shelf, url)` too: no more than those
among which the page at this url would be. So a preview plans a page when it is asked for.
"""

from __future__ import annotations

from functools import cache, partial
from types import ModuleType

from conspectus.model.site import Page, Pages, Site
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
    papers,
    whats_new,
    compare,
    reading,
    overview,
    timeline,
    coverage,
    authors,
    queries,
    prose,
    search,
    offline,
    finder,
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
    survey = shelf.survey
    shared = shell(survey)
    site = Site(shared, tuple(_kind(module, shelf) for module in KINDS))
    if not shared.origin:
        return site
    mapped = Pages(partial(sitemap.pages, site), partial(sitemap.at, site))
    return Site(shared, (mapped, *site.kinds))


def _kind(module: ModuleType, shelf: Shelf) -> Pages:
    """The pages of a kind; those of one without `at` are few, and planned together when one is asked for."""
    if hasattr(module, "at"):
        return Pages(partial(module.pages, shelf), partial(module.at, shelf))

    @cache
    def few() -> dict[str, Page]:
        return {page.url: page for page in module.pages(shelf)}

    return Pages(lambda: few().values(), lambda url: filter(None, [few().get(url)]))
