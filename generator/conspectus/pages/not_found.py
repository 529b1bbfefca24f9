"""The page a host shows for an address that isn't there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from conspectus.model.site import Kind, Page
from conspectus.pages.shelf import Shelf
from conspectus.pages.views import Branch, Head

KIND = Kind("not-found", ("404.html",))


@dataclass(frozen=True, slots=True)
class NotFoundView:
    head: Head
    topics: tuple[Branch, ...]


def pages(shelf: Shelf) -> Iterator[Page]:
    yield Page("404.html", KIND, "pages/not_found.html", lambda: view(shelf))


def view(shelf: Shelf) -> NotFoundView:
    """What the page shows: the way to all topics."""
    main = shelf.survey.taxonomy.main
    return NotFoundView(Head("Not found"), shelf.tree(main) if main else ())
