"""The values a paper can be found by: its categories, year, organisation, and whether there is code.

A paper carries one value for each category it is in and for each category above those, so that a parent includes
its children.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from conspectus.model.work import Work

YEAR, ORGANIZATION, CODE = "year", "organisation", "code"

TAKEN = frozenset([YEAR, ORGANIZATION, CODE, "q", "sort", "table", "hide"])
"""Names that the addresses of search and of categories use for something else than a facet."""


class FilterValue(NamedTuple):
    """A value a paper can be found by: the group's name, and the value (a category's id, a year)."""

    name: str
    value: str

    @property
    def mark(self) -> str:
        """As a card carries it: one word."""
        return f"{self.name}:{self.value}"


def group_name(facet: str) -> str:
    """What a facet is called in the index and in a page's address: its id, unless that is taken."""
    return f"facet-{facet}" if facet in TAKEN else facet


def filter_values(work: Work, categories: Iterable[FilterValue]) -> tuple[FilterValue, ...]:
    """All values a paper can be found by, each once; `categories`: those it is in, parents included."""
    values = dict.fromkeys(categories)
    if work.date:
        values[FilterValue(YEAR, str(work.date.year))] = None
    if work.organization:
        values[FilterValue(ORGANIZATION, work.organization)] = None
    values[FilterValue(CODE, "yes" if work.has_code else "no")] = None
    return tuple(values)
