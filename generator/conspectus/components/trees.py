"""Categories as a tree with counts."""

from __future__ import annotations

from dataclasses import dataclass

from conspectus.catalog import Catalog
from conspectus.model.taxonomy import Category, Facet


@dataclass(frozen=True, slots=True)
class Branch:
    """A category in a tree: how many papers it and its children have, each counted once."""

    title: str
    url: str
    count: int
    children: tuple[Branch, ...] = ()


def branch(catalog: Catalog, facet: Facet, category: Category) -> Branch:
    """A category and all below it."""
    children = tuple(branch(catalog, facet, child) for child in category.children)
    return Branch(category.title, facet.url(category), len(catalog.members(facet, category)), children)


def tree(catalog: Catalog, facet: Facet) -> tuple[Branch, ...]:
    """All categories of a facet."""
    return tuple(branch(catalog, facet, category) for category in facet.categories)
