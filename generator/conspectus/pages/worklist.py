"""The work list: the papers that nothing places, and those that look like one work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from conspectus.model.site import Kind, Page
from conspectus.pages.shelf import Shelf
from conspectus.pages.views import Card, Description, Head

KIND = Kind("worklist", ("worklist/",))


@dataclass(frozen=True, slots=True)
class Pair:
    """Two papers that were left apart, and why one might think them one."""

    first: Description
    second: Description
    why: str


@dataclass(frozen=True, slots=True)
class WorklistView:
    head: Head
    unplaced: tuple[Card, ...]
    alike: tuple[Pair, ...]


def pages(shelf: Shelf) -> Iterator[Page]:
    yield Page("worklist/", KIND, "pages/worklist.html", lambda: view(shelf))


def view(shelf: Shelf) -> WorklistView:
    """What the work list shows."""
    alike = tuple(
        Pair(shelf.description(shelf.papers[pair.first]), shelf.description(shelf.papers[pair.second]), pair.why)
        for pair in shelf.survey.library.apart
    )
    return WorklistView(
        Head("Work list", "What the survey’s curator has still to see to."), shelf.cards(shelf.unplaced()), alike
    )
