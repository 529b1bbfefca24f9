"""The papers next to one in time, in each category it stands in: what came just before it there, and just after."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from conspectus.catalog import Catalog
from conspectus.components.crumbs import Crumb, PaperLink, paper_link
from conspectus.model.paper import Paper


class Neighbors(NamedTuple):
    """A paper's neighbors in a category: the one before it and the one after, by date; None at either end."""

    category: Crumb
    earlier: PaperLink | None
    later: PaperLink | None


def neighbors(catalog: Catalog, paper: Paper) -> tuple[Neighbors, ...]:
    """In each category the paper is placed in, the taxonomy's order; those where it is alone are left out."""
    found = []
    for id in catalog.categories_of(paper):
        facet, category, _ = catalog.categories[id]
        ranks = catalog.ranks(facet, category)  # newest first
        here = bisect_left(ranks, catalog.rank[paper.id])
        earlier = paper_link(catalog, catalog.newest[ranks[here + 1]]) if here + 1 < len(ranks) else None
        later = paper_link(catalog, catalog.newest[ranks[here - 1]]) if here else None
        if earlier or later:
            found.append(Neighbors(Crumb(catalog.called[id].anywhere, facet.url(category)), earlier, later))
    return tuple(found)
