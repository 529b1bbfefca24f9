"""The work list: the papers that nothing places, and those that look like one work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from conspectus.catalog import Catalog
from conspectus.components.cards import Card, Description, cards, description
from conspectus.components.head import Head, head
from conspectus.language import marked
from conspectus.model.site import Kind, Page

KIND = Kind("worklist", ("worklist/",))


@dataclass(frozen=True, slots=True)
class Pair:
    """Two papers that were not merged, and why they may be one."""

    first: Description
    second: Description
    why: str


@dataclass(frozen=True, slots=True)
class WorklistView:
    head: Head
    unplaced: tuple[Card, ...]
    alike: tuple[Pair, ...]


def pages(catalog: Catalog) -> Iterator[Page]:
    yield Page("worklist/", KIND, "pages/worklist.html", lambda: view(catalog))


def view(catalog: Catalog) -> WorklistView:
    """What the page shows."""
    about = marked("Papers that are not in any category yet, and possible duplicates.")
    alike = tuple(
        Pair(
            description(catalog, catalog.papers[pair.first]),
            description(catalog, catalog.papers[pair.second]),
            pair.why,
        )
        for pair in catalog.survey.library.apart
    )
    return WorklistView(
        head(catalog, marked("Unclassified papers"), about),
        cards(catalog, catalog.unplaced()),
        alike,
    )
