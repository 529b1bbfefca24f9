"""The search page: a form that works in the reader's browser, with every filter and its count already there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from conspectus.catalog import Catalog
from conspectus.components.export_files import File, of_all
from conspectus.components.filter_groups import Group, groups
from conspectus.components.head import Head
from conspectus.model.site import Kind, Page

KIND = Kind("search", ("search/",))


@dataclass(frozen=True, slots=True)
class SearchView:
    """`files`: the formats that what is found can be had in."""

    head: Head
    count: int
    groups: tuple[Group, ...]
    files: tuple[File, ...]


def pages(catalog: Catalog) -> Iterator[Page]:
    yield Page("search/", KIND, "pages/search.html", lambda: view(catalog))


def view(catalog: Catalog) -> SearchView:
    """What the search page shows."""
    head = Head("Search", f"Search the {len(catalog.newest)} papers of the survey.")
    return SearchView(head, len(catalog.newest), groups(catalog), of_all())
