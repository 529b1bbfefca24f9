"""Reading offline: a page on which a reader has the whole survey kept on their device, and the worker that shows it.

Nothing is kept unless somebody asks for it, so that nobody reads an old page without knowing it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from conspectus.catalog import Catalog
from conspectus.components import export_files, results
from conspectus.components.head import Head, head
from conspectus.language import marked
from conspectus.model.site import Kind, Page, Site

URL, WORKER = "offline/", "offline.js"
KIND = Kind("offline", (URL, WORKER))


@dataclass(frozen=True, slots=True)
class OfflineView:
    """`papers`: how many there are to be kept; `files`: all of them in every format; `also`: what else scripts fetch
    and no page links to; `by_pagefind`: whether there are files of Pagefind besides."""

    head: Head
    papers: int
    files: tuple[export_files.File, ...]
    also: tuple[str, ...]
    by_pagefind: bool


def pages(catalog: Catalog, site: Site) -> Iterator[Page]:
    yield Page(URL, KIND, "pages/offline.html", lambda: view(catalog, site))
    # A worker answers for the folder it stands in, so it stands at the site's root and not among the assets.
    yield Page(WORKER, KIND, "pages/offline.js", lambda: None)


def view(catalog: Catalog, site: Site) -> OfflineView:
    """What the page says of the survey."""
    description = marked("Download the survey “%(survey)s” to read and search it without a network connection.")
    also = tuple(page.url for pages in site.kinds if pages.kind.offline for page in pages.all())
    about = head(catalog, marked("Offline reading"), description)
    return OfflineView(about, len(catalog.newest), export_files.of_all(), also, results.are_by_pagefind(catalog))
