"""The papers next to one in time, in each category it stands in: what came just before it there, and just after."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from conspectus.model.paper import Paper
from conspectus.model.subjects import paper_url
from conspectus.model.when import Date
from conspectus.pages.shelf import Shelf
from conspectus.pages.views import Crumb
from conspectus.text import Text


class Neighbour(NamedTuple):
    title: Text
    url: str
    date: Date | None


class Neighbours(NamedTuple):
    """A paper's neighbours in a category: the one before it and the one after, by date; None at either end."""

    category: Crumb
    earlier: Neighbour | None
    later: Neighbour | None


def neighbours(shelf: Shelf, paper: Paper) -> tuple[Neighbours, ...]:
    """In each category the paper is placed in, the taxonomy's order; those where it is alone are left out."""
    found = []
    for id in shelf.stands(paper):
        facet, category, _ = shelf.categories[id]
        papers = shelf.inside(facet, category)  # newest first
        here = bisect_left(papers, shelf.rank[paper.id], key=lambda other: shelf.rank[other.id])
        earlier = _neighbour(papers[here + 1]) if here + 1 < len(papers) else None
        later = _neighbour(papers[here - 1]) if here else None
        if earlier or later:
            found.append(Neighbours(Crumb(category.title, facet.url(category)), earlier, later))
    return tuple(found)


def _neighbour(paper: Paper) -> Neighbour:
    return Neighbour(paper.title, paper_url(paper.id), paper.work.date)
