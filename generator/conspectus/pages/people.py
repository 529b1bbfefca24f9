"""The indexes of names: all authors with their papers, and all organisations.

A name is one as sources write it. Two people of one name stand together, and one person under two spellings twice:
nothing in a listing tells them apart.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import NamedTuple
from urllib.parse import urlencode

from conspectus.model.paper import Paper
from conspectus.model.people import Person
from conspectus.model.site import Page
from conspectus.pages.paging import paged
from conspectus.pages.shelf import Shelf, paper_url
from conspectus.pages.traits import ORGANIZATION
from conspectus.pages.views import Crumb, Head, Paging
from conspectus.text import Text

AUTHORS, ORGANISATIONS = "authors/", "organisations/"
MOST_ON_ONE_PAGE = 1000
"""How many names one page holds; with more, each letter has its own."""

MOST_LINES = 3000
"""How many names and papers under them an index on one page holds."""

FEWEST_FOR_LETTERS = 60
"""How many names are worth sections of their own; fewer stand in one list."""

MOST_OFTEN = 40
"""How many names stand on the first page of an index that is cut by letters."""

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
    """A name and its papers, newest first: `count` in all, the first of them in `papers`. `url`: the search for all."""

    name: str
    count: int
    papers: tuple[Title, ...]
    url: str

    @property
    def lines(self) -> int:
        """How many lines it takes."""
        return 1 if self.count == 1 else 1 + len(self.papers)


class Section(NamedTuple):
    """The names of a letter (`A`; `other`), or all."""

    letter: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A way to a letter's names: a place on the page, or a page of its own."""

    letter: str
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class PeopleView:
    """`often`: the names with most papers, where the letters have pages of their own. `here`: the letter shown."""

    head: Head
    crumbs: tuple[Crumb, ...]
    title: str
    count: int
    letters: tuple[Letter, ...]
    here: str
    often: tuple[Entry, ...]
    sections: tuple[Section, ...]
    paging: Paging

    @property
    def brief(self) -> bool:
        """Whether a name with one paper is itself the link to it, for there are many."""
        return len(self.letters) > 1


def indexes(shelf: Shelf) -> tuple[Crumb, ...]:
    """The indexes there are: none of authors where only their numbers are known."""
    works = [paper.work for paper in shelf.newest]
    found = []
    if any(work.authors and work.authors.people for work in works):
        found.append(Crumb("Authors", AUTHORS))
    if any(work.organization for work in works):
        found.append(Crumb("Organisations", ORGANISATIONS))
    return tuple(found)


def pages(shelf: Shelf) -> Iterator[Page]:
    yield from _index(shelf, "Authors", AUTHORS, _authors(shelf))
    yield from _index(shelf, "Organisations", ORGANISATIONS, _organisations(shelf))


def at(shelf: Shelf, url: str) -> Iterator[Page]:
    """The pages of the index that this url belongs to: which letters there are is known after a look at all names."""
    if url.startswith(AUTHORS):
        yield from _index(shelf, "Authors", AUTHORS, shelf.once(_authors))
    elif url.startswith(ORGANISATIONS):
        yield from _index(shelf, "Organisations", ORGANISATIONS, shelf.once(_organisations))


def _authors(shelf: Shelf) -> Sequence[Entry]:
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
    return [_entry(people[name].inverted, papers[name], ("q", name)) for name in order]


def _organisations(shelf: Shelf) -> Sequence[Entry]:
    papers: dict[str, list[Paper]] = defaultdict(list)
    for paper in shelf.newest:
        if paper.work.organization:
            papers[paper.work.organization].append(paper)
    order = sorted(papers, key=lambda name: (*_order(name), name))
    return [_entry(name, papers[name], (ORGANIZATION, name)) for name in order]


def _entry(name: str, papers: Sequence[Paper], sought: tuple[str, str]) -> Entry:
    return Entry(name, len(papers), tuple(map(_title, papers[:MOST_PAPERS])), f"search/?{urlencode([sought])}")


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


def _index(shelf: Shelf, title: str, url: str, entries: Sequence[Entry]) -> Iterator[Page]:
    """An index on one page, or on one for each letter and a first page with those who have most papers."""
    if not entries:
        return
    letter = letter_of if len(entries) >= FEWEST_FOR_LETTERS else lambda name: ALL
    sections = tuple(Section(name, tuple(some)) for name, some in groupby(entries, lambda entry: letter(entry.name)))
    said = f"{title} of the papers in the survey “{shelf.survey.settings.title}”."
    whole = len(entries) <= MOST_ON_ONE_PAGE and sum(entry.lines for entry in entries) <= MOST_LINES
    view = PeopleView(
        head=Head(title, said),
        crumbs=(Crumb("Overview", "overview/"),),
        title=title,
        count=len(entries),
        letters=tuple(
            Letter(name, f"#{name.lower()}" if whole else f"{url}{name.lower()}/", len(some)) for name, some in sections
        ),
        here="",
        often=() if whole else tuple(sorted(entries, key=lambda entry: -entry.count)[:MOST_OFTEN]),
        sections=sections if whole else (),
        paging=Paging(),
    )
    yield Page(url, "pages/people.html", lambda: view)
    if not whole:
        yield from _letters(view, url, sections)


def _letters(first: PeopleView, url: str, sections: Sequence[Section]) -> Iterator[Page]:
    """The pages of the letters of an index whose first page this is."""
    for section, letter in zip(sections, first.letters, strict=True):
        for here, some, paging in paged(section.entries, letter.url, MOST_ON_ONE_PAGE):
            view = partial(
                replace,
                first,
                head=Head(f"{first.title}: {section.letter}", first.head.description),
                crumbs=(*first.crumbs, Crumb(first.title, url)),
                count=letter.count,
                here=section.letter,
                often=(),
                sections=(Section(section.letter, tuple(some)),),
                paging=paging,
            )
            yield Page(here, "pages/people.html", view)
