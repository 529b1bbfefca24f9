"""The sitemap (sitemaps.org): the addresses of all pages a reader would want, where the site's host is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from conspectus.model.site import Page, Site

MOST = 50_000
"""How many addresses one sitemap may hold; a larger site has several and an index of them."""

LEFT_OUT = tuple(
    f"pages/{name}.html" for name in ("compare", "not_found", "offline", "reading", "redirect", "search", "worklist")
)
"""Pages that say nothing of the survey until a reader does something on them, or that are for its curator."""


@dataclass(frozen=True, slots=True)
class Sitemap:
    """`urls` below the site's root."""

    urls: tuple[str, ...]


def pages(site: Site) -> Iterator[Page]:
    """The sitemap of a site, or as many as needed and their index."""
    urls = [page.url for page in site.pages if page.template.endswith(".html") and page.template not in LEFT_OUT]
    if len(urls) <= MOST:
        yield Page("sitemap.xml", "pages/sitemap.xml", lambda: Sitemap(tuple(urls)))
        return
    parts = {f"sitemap-{number + 1}.xml": part for number, part in enumerate(_cut(urls))}
    for name, part in parts.items():
        yield Page(name, "pages/sitemap.xml", partial(Sitemap, tuple(part)))
    yield Page("sitemap.xml", "pages/sitemap-index.xml", lambda: Sitemap(tuple(parts)))


def at(site: Site, url: str) -> Iterator[Page]:
    """All sitemaps where one of them is asked for: they need to know of every page."""
    return pages(site) if url.startswith("sitemap") else iter(())


def _cut(urls: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(urls), MOST):
        yield urls[start : start + MOST]
