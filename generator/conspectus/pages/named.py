"""The names on a paper's page: its authors and its organisation, each with the way to its place in an index."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from conspectus.model.paper import Paper
from conspectus.pages.names import AUTHORS, ORGANISATIONS
from conspectus.pages.roster import Roster, authors_of, organisation_of
from conspectus.pages.shelf import Shelf


class Named(NamedTuple):
    """A name on a paper's page: where the index lists it, and how many papers that knows."""

    name: str
    url: str
    papers: int


def authors(shelf: Shelf, paper: Paper) -> tuple[Named, ...]:
    """The authors of a paper, and where the index lists them."""
    people = paper.work.authors.people if paper.work.authors else ()
    roster = shelf.kept(_of_authors)
    return tuple(Named(person.name, *roster.place(person.name)) for person in people)


def organisation(shelf: Shelf, paper: Paper) -> Named | None:
    """The organisation of a paper, and where the index lists it."""
    name = paper.work.organization
    return Named(name, *shelf.kept(_of_organisations).place(name)) if name else None


def _of_authors(papers: Mapping[str, Paper]) -> Roster:
    return Roster(AUTHORS, authors_of).after({}, papers, papers.keys())


def _of_organisations(papers: Mapping[str, Paper]) -> Roster:
    return Roster(ORGANISATIONS, organisation_of).after({}, papers, papers.keys())
