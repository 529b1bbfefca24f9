"""The search page: a form that works in the reader's browser, with every filter and its count already there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from conspectus.model.site import Kind, Page
from conspectus.pages.downloads import File, of_all
from conspectus.pages.filters import Group, groups
from conspectus.pages.shelf import Shelf
from conspectus.pages.views import Head

KIND = Kind("search", ("search/",))


@dataclass(frozen=True, slots=True)
class SearchView:
    """`files`: the formats that what is found can be had in."""

    head: Head
    count: int
    groups: tuple[Group, ...]
    files: tuple[File, ...]


def pages(shelf: Shelf) -> Iterator[Page]:
    yield Page("search/", KIND, "pages/search.html", lambda: view(shelf))


def view(shelf: Shelf) -> SearchView:
    """What the search page shows."""
    head = Head("Search", f"Search the {len(shelf.newest)} papers of the survey.")
    return SearchView(head, len(shelf.newest), groups(shelf), of_all())
