"""The names in a survey: of authors and organisations, with their papers, and where an index lists each of them.

A name is one as sources write it. Two people of one name stand together, and one person under two spellings twice:
nothing in a listing tells them apart.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple
from urllib.parse import urlencode

from conspectus.model.identifiers import slug
from conspectus.model.paper import Paper
from conspectus.model.people import Person
from conspectus.model.subjects import paper_url
from conspectus.pages.shelf import Shelf
from conspectus.pages.traits import ORGANIZATION
from conspectus.text import Text

AUTHORS, ORGANISATIONS = "authors/", "organisations/"
MOST_ON_ONE_PAGE = 1000
"""How many names one page holds; with more, each letter has its own."""

MOST_LINES = 3000
"""How many names and papers under them an index on one page holds."""

FEWEST_FOR_LETTERS = 60
"""How many names are worth sections of their own; fewer stand in one list."""

MOST_PAPERS = 20
"""How many papers are listed under a name; the search has them all."""

ALL = "All"
"""The one section of a short index."""

OTHER = "other"
"""The section of names that begin with no Latin letter."""

PLAIN = str.maketrans("ØøŁłĐđÐðÞþıÆæŒœ", "OoLlDdDdTtiAaOo")
"""Letters that are a Latin letter to a reader of an index, and that Unicode does not take apart."""


@dataclass(frozen=True, slots=True)
class Title:
    """A paper under a name."""

    title: Text
    url: str
    year: int | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A name and its papers, newest first: `count` in all, the first of them in `papers`. `url`: the search for all.

    `id`: its place on the page that lists it.
    """

    id: str
    name: str
    count: int
    papers: tuple[Title, ...]
    url: str

    @property
    def lines(self) -> int:
        """How many lines it takes."""
        return lines(self.count)


def lines(papers: int) -> int:
    """How many lines a name with so many papers takes."""
    return 1 if papers == 1 else 1 + min(papers, MOST_PAPERS)


Names = Mapping[str, Entry]
"""An index by the names as sources write them, in its order."""


class Section(NamedTuple):
    """The names of a letter (`A`; `other`), or all."""

    letter: str
    entries: tuple[Entry, ...]


def all_authors(shelf: Shelf) -> Names:
    """All names with their papers, by family name."""
    people: dict[str, Person] = {}
    papers: dict[str, list[Paper]] = defaultdict(list)
    for paper in shelf.newest:
        named = {person.name: person for person in (paper.work.authors.people if paper.work.authors else ())}
        for name, person in named.items():
            if name:
                people.setdefault(name, person)
                papers[name].append(paper)
    order = sorted(people, key=lambda name: (*sort_key(people[name].inverted), name))
    ids = _ids(order)
    return {name: _entry(ids[name], people[name].inverted, papers[name], ("q", name)) for name in order}


def all_organisations(shelf: Shelf) -> Names:
    """All organisations with their papers, by name."""
    papers: dict[str, list[Paper]] = defaultdict(list)
    for paper in shelf.newest:
        if paper.work.organization:
            papers[paper.work.organization].append(paper)
    order = sorted(papers, key=lambda name: (*sort_key(name), name))
    ids = _ids(order)
    return {name: _entry(ids[name], name, papers[name], (ORGANIZATION, name)) for name in order}


def _ids(names: Iterable[str]) -> dict[str, str]:
    """A place on a page for each: `by-ada-lampe`; `by-ada-lampe--2` for another that comes to the same."""
    taken: Counter[str] = Counter()
    ids = {}
    for name in names:
        wanted = slug(name)
        taken[wanted] += 1
        ids[name] = anchor(wanted, taken[wanted] - 1)
    return ids


def anchor(slug: str, before: int) -> str:
    """A name's place on a page; `before`: how many names that come to the same stand before it in the index."""
    return f"by-{slug}--{before + 1}" if before else f"by-{slug}"


def _entry(id: str, name: str, papers: Sequence[Paper], sought: tuple[str, str]) -> Entry:
    return Entry(id, name, len(papers), tuple(map(_title, papers[:MOST_PAPERS])), f"search/?{urlencode([sought])}")


def _title(paper: Paper) -> Title:
    return Title(paper.title, paper_url(paper.id), paper.work.date.year if paper.work.date else None)


def sort_key(name: str) -> tuple[bool, str]:
    """For sorting: without accents and case, names in other scripts last."""
    plain = unicodedata.normalize("NFKD", name.translate(PLAIN)).casefold()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).lstrip("'’‘\"“”.- ")
    return not ("a" <= plain[:1] <= "z"), plain


def letter_of(name: str) -> str:
    """The section of a name: `A` to `Z`, or `other`."""
    elsewhere, plain = sort_key(name)
    return OTHER if elsewhere else plain[0].upper()


def sections_of(entries: Sequence[Entry]) -> tuple[Section, ...]:
    """The names by their letters, or all together where they are few."""
    letter = letter_of if len(entries) >= FEWEST_FOR_LETTERS else lambda name: ALL
    return tuple(Section(name, tuple(some)) for name, some in groupby(entries, lambda entry: letter(entry.name)))


def is_whole(entries: Sequence[Entry]) -> bool:
    """Whether one page has room for an index."""
    return fits(len(entries), sum(entry.lines for entry in entries))


def fits(names: int, lines: int) -> bool:
    """Whether so many names, which take so many lines, have room on one page."""
    return names <= MOST_ON_ONE_PAGE and lines <= MOST_LINES


def letter_url(url: str, letter: str) -> str:
    return f"{url}{letter.lower()}/"
