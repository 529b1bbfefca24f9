"""Who wrote a paper, on its own page: each name with the way to its place in an index."""

from __future__ import annotations

from typing import NamedTuple

from conspectus.catalog import Catalog
from conspectus.model.paper import Paper


class Named(NamedTuple):
    """A name on a paper's page: where the index lists it, and how many papers that knows."""

    name: str
    url: str
    papers: int


def authors(catalog: Catalog, paper: Paper) -> tuple[Named, ...]:
    """The authors of a paper, and where the index lists them."""
    people = paper.work.authors.people if paper.work.authors else ()
    return tuple(Named(person.name, *catalog.authors.position(person.name)) for person in people)


def organization(catalog: Catalog, paper: Paper) -> Named | None:
    """The organization of a paper, and where the index lists it."""
    name = paper.work.organization
    return Named(name, *catalog.organizations.position(name)) if name else None
