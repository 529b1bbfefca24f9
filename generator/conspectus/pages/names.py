"""The names in a survey: of authors and organisations, with their papers, and where an index lists each of them.

A name is one as sources write it. Two people of one name stand together, and one person under two spellings twice:
nothing in a listing tells them apart.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple
from urllib.parse import urlencode

from conspectus.model.identifiers import slug
from conspectus.model.paper import Paper
from conspectus.model.people import Person
from conspectus.pages.paging import paged
from conspectus.pages.shelf import Shelf, paper_url
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
        return 1 if self.count == 1 else 1 + len(self.papers)


Names = Mapping[str, Entry]
"""An index by the names as sources write them, in its order."""


class Section(NamedTuple):
    """The names of a letter (`A`; `other`), or all."""

    letter: str
    entries: tuple[Entry, ...]


class Named(NamedTuple):
    """A name on a paper's page: where the index lists it, and how many papers that knows."""

    name: str
    url: str
    papers: int


def authors(shelf: Shelf, paper: Paper) -> tuple[Named, ...]:
    """The authors of a paper, and where the index lists them."""
    people = paper.work.authors.people if paper.work.authors else ()
    places = shelf.once(_places_of_authors)
    return tuple(_named(person.name, places) for person in people)


def organisation(shelf: Shelf, paper: Paper) -> Named | None:
    """The organisation of a paper, and where the index lists it."""
    name = paper.work.organization
    return _named(name, shelf.once(_places_of_organisations)) if name else None


Places = Mapping[str, tuple[str, int]]
"""Where an index lists a name, and with how many papers."""


def _named(name: str, places: Places) -> Named:
    return Named(name, *places.get(name, ("", 0)))


def _places_of_authors(shelf: Shelf) -> Places:
    return _places(AUTHORS, shelf.once(all_authors))


def _places_of_organisations(shelf: Shelf) -> Places:
    return _places(ORGANISATIONS, shelf.once(all_organisations))


def _places(url: str, entries: Names) -> Places:
    pages = _laid_out(url, tuple(entries.values()))
    where = {entry.id: f"{here}#{entry.id}" for here, some in pages for entry in some}
    return {name: (where[entry.id], entry.count) for name, entry in entries.items()}


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
    order = sorted(people, key=lambda name: (*_order(people[name].inverted), name))
    ids = _ids(order)
    return {name: _entry(ids[name], people[name].inverted, papers[name], ("q", name)) for name in order}


def all_organisations(shelf: Shelf) -> Names:
    """All organisations with their papers, by name."""
    papers: dict[str, list[Paper]] = defaultdict(list)
    for paper in shelf.newest:
        if paper.work.organization:
            papers[paper.work.organization].append(paper)
    order = sorted(papers, key=lambda name: (*_order(name), name))
    ids = _ids(order)
    return {name: _entry(ids[name], name, papers[name], (ORGANIZATION, name)) for name in order}


def _ids(names: Iterable[str]) -> dict[str, str]:
    """A place on a page for each: `by-ada-lampe`; `by-ada-lampe--2` for another that comes to the same."""
    taken: Counter[str] = Counter()
    ids = {}
    for name in names:
        wanted = f"by-{slug(name)}"
        taken[wanted] += 1
        ids[name] = wanted if taken[wanted] == 1 else f"{wanted}--{taken[wanted]}"
    return ids


def _entry(id: str, name: str, papers: Sequence[Paper], sought: tuple[str, str]) -> Entry:
    return Entry(id, name, len(papers), tuple(map(_title, papers[:MOST_PAPERS])), f"search/?{urlencode([sought])}")


def _title(paper: Paper) -> Title:
    return Title(paper.title, paper_url(paper.id), paper.work.date.year if paper.work.date else None)


def _order(name: str) -> tuple[bool, str]:
    """For sorting: without accents and case, names in other scripts last."""
    plain = unicodedata.normalize("NFKD", name.translate(PLAIN)).casefold()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).lstrip("'’‘\"“”.- ")
    return not ("a" <= plain[:1] <= "z"), plain


def letter_of(name: str) -> str:
    """The section of a name: `A` to `Z`, or `other`."""
    elsewhere, plain = _order(name)
    return OTHER if elsewhere else plain[0].upper()


def sections_of(entries: Sequence[Entry]) -> tuple[Section, ...]:
    """The names by their letters, or all together where they are few."""
    letter = letter_of if len(entries) >= FEWEST_FOR_LETTERS else lambda name: ALL
    return tuple(Section(name, tuple(some)) for name, some in groupby(entries, lambda entry: letter(entry.name)))


def is_whole(entries: Sequence[Entry]) -> bool:
    """Whether one page has room for an index."""
    return len(entries) <= MOST_ON_ONE_PAGE and sum(entry.lines for entry in entries) <= MOST_LINES


def letter_url(url: str, section: Section) -> str:
    return f"{url}{section.letter.lower()}/"


def _laid_out(url: str, entries: Sequence[Entry]) -> Iterator[tuple[str, Sequence[Entry]]]:
    """The url of each page that lists an index's names, and the names on it."""
    if is_whole(entries):
        yield url, entries
        return
    for section in sections_of(entries):
        yield from (
            (here, some) for here, some, _ in paged(section.entries, letter_url(url, section), MOST_ON_ONE_PAGE)
        )
