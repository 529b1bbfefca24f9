"""The page a host shows for an address that isn't there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from conspectus.catalog import Catalog
from conspectus.components.head import Head, head
from conspectus.components.trees import Branch, tree
from conspectus.language import marked
from conspectus.model.site import Kind, Page

KIND = Kind("not-found", ("404.html",))


@dataclass(frozen=True, slots=True)
class NotFoundView:
    head: Head
    topics: tuple[Branch, ...]


def pages(catalog: Catalog) -> Iterator[Page]:
    yield Page("404.html", KIND, "pages/not_found.html", lambda: view(catalog))


def view(catalog: Catalog) -> NotFoundView:
    """What the page shows: the way to all topics."""
    main = catalog.survey.taxonomy.main
    return NotFoundView(head(catalog, marked("Page not found")), tree(catalog, main) if main else ())
