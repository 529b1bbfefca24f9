"""The sitemap (sitemaps.org): the addresses of all pages a reader would want, where the site's host is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from conspectus.catalog import Catalog
from conspectus.model.site import Kind, Page, Site

MOST = 50_000
"""How many addresses one sitemap may hold; a larger site has several and an index of them."""


KIND = Kind("sitemap", ("sitemap.xml", "sitemap-{number}.xml"))


@dataclass(frozen=True, slots=True)
class Sitemap:
    """`urls` below the site's root."""

    urls: tuple[str, ...]


def pages(catalog: Catalog, site: Site) -> Iterator[Page]:
    """The sitemap of a site, or as many as needed and their index; none while it has no address."""
    if not site.shell.origin:
        return
    urls = sorted({page.url for pages in site.kinds if pages.kind.in_sitemap for page in pages.all()})
    if len(urls) <= MOST:
        yield Page("sitemap.xml", KIND, "pages/sitemap.xml", lambda: Sitemap(tuple(urls)))
        return
    parts = {f"sitemap-{number + 1}.xml": part for number, part in enumerate(_cut(urls))}
    for name, part in parts.items():
        yield Page(name, KIND, "pages/sitemap.xml", partial(Sitemap, tuple(part)))
    yield Page("sitemap.xml", KIND, "pages/sitemap-index.xml", lambda: Sitemap(tuple(parts)))


def _cut(urls: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(urls), MOST):
        yield urls[start : start + MOST]
