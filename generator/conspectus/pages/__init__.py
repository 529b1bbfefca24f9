"""The plan of the site: each page kind is one module with its view and its `pages(shelf)`, and one line in KINDS."""

from __future__ import annotations

from conspectus.model.site import Page, Site
from conspectus.model.survey import Survey
from conspectus.pages import (
    atlas,
    category,
    comparison,
    data,
    downloads,
    facet,
    feeds,
    gaps,
    home,
    missing,
    opensearch,
    paper,
    papers,
    people,
    prose,
    redirects,
    search,
    sitemap,
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
    atlas,
    gaps,
    people,
    prose,
    search,
    opensearch,
    worklist,
    missing,
    feeds,
    data,
    downloads,
    redirects,
)
"""In this order; of two pages with one url the first is kept."""


def plan(survey: Survey) -> Site:
    """All pages of the survey's site, each url once, sorted by url."""
    shelf = Shelf(survey)
    shared = shell(survey)
    found: dict[str, Page] = {}
    for kind in KINDS:
        for page in kind.pages(shelf):
            found.setdefault(page.url, page)
    if shared.origin:
        found.update({page.url: page for page in sitemap.pages(found.values())})
    return Site(shared, tuple(found[url] for url in sorted(found)))
