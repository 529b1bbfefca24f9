"""What papers can be filtered by in search: every facet, year, organisation, code.

A paper carries one value for each category it is in and for each category above those, so that a parent includes
its children: Pagefind knows flat values only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from conspectus.model.paper import Paper
from conspectus.model.taxonomy import Category, Facet
from conspectus.pages.shelf import Shelf

YEAR, ORGANIZATION, CODE = "year", "organisation", "code"


TAKEN = frozenset([YEAR, ORGANIZATION, CODE, "q", "sort"])
"""Names that the search page's address uses for something else than a facet."""


class Filter(NamedTuple):
    """A value a paper can be found by: the group's name, and the value (a category's id, a year)."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A value as the search page offers it; `depth` is how deep its category lies in the facet's tree."""

    value: str
    label: str
    count: int
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Values of one kind."""

    name: str
    label: str
    choices: tuple[Choice, ...]


def filters(shelf: Shelf, paper: Paper) -> tuple[Filter, ...]:
    """All values a paper can be found by, each once."""
    found: dict[Filter, None] = {}
    for placement in shelf.placements(paper.id):
        key = (placement.facet, placement.category)
        if key in shelf.categories:
            _, category, ancestors = shelf.categories[key]
            facet = group_name(placement.facet)
            found.update({Filter(facet, above.id): None for above in (*ancestors, category)})
    if paper.work.date:
        found[Filter(YEAR, str(paper.work.date.year))] = None
    if paper.work.organization:
        found[Filter(ORGANIZATION, paper.work.organization)] = None
    found[Filter(CODE, "yes" if shelf.has_code(paper) else "no")] = None
    return tuple(found)


def group_name(facet: str) -> str:
    """What a facet is called in the index and in the search page's address: its id, unless that is taken."""
    return f"facet-{facet}" if facet in TAKEN else facet


def groups(shelf: Shelf) -> tuple[Group, ...]:
    """All groups with their values, as many papers as each has, and none that no paper has."""
    facets = (
        Group(group_name(facet.id), facet.title, tuple(_choices(shelf, facet, facet.categories, 0)))
        for facet in shelf.survey.taxonomy.facets
    )
    works = [paper.work for paper in shelf.newest]
    years = Counter(str(work.date.year) for work in works if work.date)
    organizations = Counter(work.organization for work in works if work.organization)
    with_code = sum(map(shelf.has_code, shelf.newest))
    code = {"yes": with_code, "no": len(works) - with_code}
    others = (
        Group(YEAR, "Year", tuple(Choice(year, year, years[year]) for year in sorted(years, reverse=True))),
        Group(
            ORGANIZATION,
            "Organisation",
            tuple(Choice(name, name, organizations[name]) for name in sorted(organizations, key=str.casefold)),
        ),
        Group(CODE, "Code", tuple(Choice(said, f"{said} code".replace("yes", "with"), code[said]) for said in code)),
    )
    return tuple(group for group in (*facets, *others) if any(choice.count for choice in group.choices))


def _choices(shelf: Shelf, facet: Facet, categories: tuple[Category, ...], depth: int) -> Iterator[Choice]:
    for category in categories:
        count = len(shelf.inside(facet, category))
        if count:
            yield Choice(category.id, category.title, count, depth)
            yield from _choices(shelf, facet, category.children, depth + 1)
