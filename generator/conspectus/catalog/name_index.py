"""An index of names, of authors or of organizations: each with its papers, and with the address where it is listed.

A name is one as sources write it. Two people of one name stand together, and one person under two spellings twice:
nothing in a listing tells them apart.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from conspectus.catalog.addresses import page_url
from conspectus.language import sort_key
from conspectus.model.identifiers import slug
from conspectus.model.paper import Paper
from conspectus.model.people import Person

AUTHORS, ORGANIZATIONS = "authors/", "organisations/"

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


class Listed(NamedTuple):
    """Whose name is in an index. `id`: its place on the page that lists it; `papers`: their ids, newest first."""

    id: str
    person: Person
    papers: Sequence[str]


class Named(NamedTuple):
    """A name that a paper has, the address where the index lists it, and how many papers it has there."""

    name: str
    url: str
    papers: int


class Section(NamedTuple):
    """The names of a letter (`A`; `other`), or all. `url`: its own page; empty where all sections stand on one."""

    letter: str
    url: str
    listed: Sequence[Listed]


@dataclass(frozen=True, eq=False)
class NameIndex:
    """An index that begins at `url`, of the `people` that papers name; the papers are given newest first.

    An organization counts as a person with a single name. `language`: whose order the names are in. The index is made
    when it is first looked at.
    """

    url: str
    people: Callable[[Paper], Iterable[Person]]
    papers: tuple[Paper, ...] = ()
    language: str = "en"

    @cached_property
    def listed(self) -> tuple[Listed, ...]:
        """All names in order, each as the newest of its papers has it."""
        people: dict[str, Person] = {}
        papers: dict[str, dict[str, None]] = defaultdict(dict)
        for paper in self.papers:
            for person in self.people(paper):
                if name := person.name:
                    people.setdefault(name, person)
                    papers[name][paper.id] = None
        taken: Counter[str] = Counter()
        listed = []
        for name, person in sorted(people.items(), key=lambda item: (_order(item[1].inverted, self.language), item[0])):
            wanted = slug(name)
            taken[wanted] += 1
            id = f"by-{wanted}--{taken[wanted]}" if taken[wanted] > 1 else f"by-{wanted}"
            listed.append(Listed(id, person, tuple(papers[name])))
        return tuple(listed)

    @cached_property
    def is_on_one_page(self) -> bool:
        """Whether one page has room for the index."""
        lines = sum(1 if len(each.papers) == 1 else 1 + min(len(each.papers), MOST_PAPERS) for each in self.listed)
        return len(self.listed) <= MOST_ON_ONE_PAGE and lines <= MOST_LINES

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The names by their letters, or all together where they are few."""
        few = len(self.listed) < FEWEST_FOR_LETTERS
        cut = groupby(self.listed, lambda each: ALL if few else letter_of(each.person.inverted))
        return tuple(
            Section(letter, "" if self.is_on_one_page else letter_url(self.url, letter), tuple(listed))
            for letter, listed in cut
        )

    def named(self, paper: Paper) -> tuple[Named, ...]:
        """The names of a paper, with the way to each; without one where the index has other papers only."""
        return tuple(self._named.get(person.name, Named(person.name, "", 0)) for person in self.people(paper))

    def at(self, name: str) -> Named:
        """A name of the index, with the way to it."""
        return self._named[name]

    @cached_property
    def _named(self) -> dict[str, Named]:
        named = {}
        for section in self.sections:
            for number, each in enumerate(section.listed):
                page = page_url(section.url, number // MOST_ON_ONE_PAGE + 1) if section.url else self.url
                named[each.person.name] = Named(each.person.name, f"{page}#{each.id}", len(each.papers))
        return named


def letter_url(url: str, letter: str) -> str:
    """The address of a letter's own page in an index that begins at `url`."""
    return f"{url}{letter.lower()}/"


def authors_of(paper: Paper) -> tuple[Person, ...]:
    """The authors of a paper that its sources name."""
    return paper.work.people


def organization_of(paper: Paper) -> tuple[Person, ...]:
    """The organization behind a paper, if it is known."""
    return (Person(paper.work.organization),) if paper.work.organization else ()


def letter_of(name: str) -> str:
    """The section of a name: its first letter without accents, `A` to `Z`, or `other`."""
    first = unicodedata.normalize("NFKD", _begun(name).translate(PLAIN)[:1])[:1].upper()
    return first if "A" <= first <= "Z" else OTHER


def _order(name: str, language: str) -> tuple[bool, str, str]:
    """For sorting: by sections, names in other scripts last, and in each as the language has it."""
    letter = letter_of(name)
    return letter == OTHER, letter, sort_key(_begun(name), language)


def _begun(name: str) -> str:
    """A name from its first letter on."""
    return name.lstrip("'’‘\"“”.- ")
