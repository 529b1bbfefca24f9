"""From the names by which categories list papers, and by which notes are called, to the papers' ids."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from conspectus.model.paper import Paper
from conspectus.model.survey import Note
from conspectus.model.taxonomy import Category, Taxonomy
from conspectus.model.work import Reference

Find = Callable[[str], tuple[Paper, ...]]
"""The papers that a name may mean."""


def resolved(taxonomy: Taxonomy, find: Find) -> Taxonomy:
    """The taxonomy with the id of each paper that a category lists; names of no paper, and of several, stay."""

    def category(each: Category) -> Category:
        papers, excepted = _references(each.papers, find), _references(each.excepted, find)
        children = tuple(map(category, each.children))
        if (papers, excepted) == (each.papers, each.excepted) and children == each.children:
            return each
        return replace(each, papers=papers, excepted=excepted, children=children)

    facets = tuple(replace(facet, categories=tuple(map(category, facet.categories))) for facet in taxonomy.facets)
    return taxonomy if facets == taxonomy.facets else replace(taxonomy, facets=facets)


def with_papers(notes: Iterable[Note], find: Find) -> tuple[Note, ...]:
    """The notes, each called by the id of its paper; names of no paper, and of several, stay."""
    return tuple(replace(note, name=_id(note.name, find)) for note in notes)


def _references(references: tuple[Reference, ...], find: Find) -> tuple[Reference, ...]:
    return tuple(reference._replace(id=_id(reference.id, find)) for reference in references)


def _id(name: str, find: Find) -> str:
    papers = find(name)
    return papers[0].id if len(papers) == 1 else name
