"""The indexes of names as pages: all authors with their papers, and all organizations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import urlencode

from conspectus.catalog import Catalog
from conspectus.catalog.filter_values import ORGANIZATION
from conspectus.catalog.name_index import (
    AUTHORS,
    MOST_ON_ONE_PAGE,
    MOST_PAPERS,
    ORGANIZATIONS,
    Listed,
    NameIndex,
    letter_url,
)
from conspectus.components.crumbs import Crumb, PaperLink, paper_link
from conspectus.components.head import Head
from conspectus.components.paging import Paging, Part, paged, routes
from conspectus.model.site import Kind, Page

KIND = Kind(
    "authors",
    tuple(route for index in (AUTHORS, ORGANIZATIONS) for route in (index, *routes(letter_url(index, "{letter}")))),
    in_sitemap=True,
)
MOST_OFTEN = 40
"""How many names stand on the first page of an index that is cut by letters."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A name and its papers, newest first: `count` in all, the first of them in `papers`. `url`: the search for all.

    `id`: its place on the page that lists it.
    """

    id: str
    name: str
    count: int
    papers: tuple[PaperLink, ...]
    url: str


@dataclass(frozen=True, slots=True)
class Section:
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
class AuthorsView:
    """`often`: the names with most papers, where the letters have pages of their own. `here`: the letter shown."""

    head: Head
    crumbs: tuple[Crumb, ...]
    title: str
    most_frequent: str
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


@dataclass(frozen=True, slots=True)
class Names:
    """Names of one kind: what their index and its most frequent names are called, what search calls the field they
    stand in, and the index."""

    title: str
    most_frequent: str
    description: str
    field: str
    index: NameIndex


def named(catalog: Catalog) -> Iterator[Names]:
    """Authors and organizations, each if any are known by name."""
    gettext, survey = catalog.language.gettext, catalog.survey.settings.title
    of_authors = gettext("Authors of the papers in the survey “%(survey)s”.", survey=survey)
    of_organizations = gettext("Organizations of the papers in the survey “%(survey)s”.", survey=survey)
    for names in (
        Names(gettext("Authors"), gettext("Most frequent authors"), of_authors, "q", catalog.authors),
        Names(
            gettext("Organizations"),
            gettext("Most frequent organizations"),
            of_organizations,
            ORGANIZATION,
            catalog.organizations,
        ),
    ):
        if any(map(names.index.people, catalog.newest)):
            yield names


def indexes(catalog: Catalog) -> tuple[Crumb, ...]:
    """The ways to the indexes there are."""
    return tuple(Crumb(names.title, names.index.url) for names in named(catalog))


def pages(catalog: Catalog) -> Iterator[Page]:
    for names in named(catalog):
        yield from _index(catalog, names)


def at(catalog: Catalog, url: str) -> Iterator[Page]:
    """The pages of the index that this url belongs to: which letters there are is known after a look at all names."""
    for names in named(catalog):
        if url.startswith(names.index.url):
            yield from _index(catalog, names)


def _index(catalog: Catalog, names: Names) -> Iterator[Page]:
    """An index on one page, or on one for each letter and a first page with those who have most papers."""
    yield Page(names.index.url, KIND, "pages/authors.html", partial(_first, catalog, names))
    for section in () if names.index.is_on_one_page else names.index.sections:
        for part in paged(section.listed, section.url, MOST_ON_ONE_PAGE):
            yield Page(part.url, KIND, "pages/authors.html", partial(_letter, catalog, names, section.letter, part))


def _first(catalog: Catalog, names: Names) -> AuthorsView:
    """The first page of an index, or the only one."""
    index = names.index
    often = sorted(index.listed, key=lambda listed: -len(listed.papers))[:MOST_OFTEN]
    return AuthorsView(
        head=Head(names.title, names.description),
        crumbs=(Crumb(catalog.language.gettext("Explore"), "overview/"),),
        title=names.title,
        most_frequent=names.most_frequent,
        count=len(index.listed),
        letters=tuple(
            Letter(section.letter, section.url or f"#{section.letter.lower()}", len(section.listed))
            for section in index.sections
        ),
        here="",
        often=() if index.is_on_one_page else _entries(catalog, names, often),
        sections=tuple(
            Section(section.letter, _entries(catalog, names, section.listed))
            for section in index.sections
            if index.is_on_one_page
        ),
        paging=Paging(),
    )


def _letter(catalog: Catalog, names: Names, letter: str, part: Part[Listed]) -> AuthorsView:
    """A page of a letter of an index that is cut by letters."""
    first = _first(catalog, names)
    return replace(
        first,
        head=Head(f"{names.title}: {letter}", first.head.description),
        crumbs=(*first.crumbs, Crumb(names.title, names.index.url)),
        count=next(other.count for other in first.letters if other.letter == letter),
        here=letter,
        often=(),
        sections=(Section(letter, _entries(catalog, names, part.items)),),
        paging=part.paging,
    )


def _entries(catalog: Catalog, names: Names, listed: Sequence[Listed]) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            id=name.id,
            name=name.person.inverted,
            count=len(name.papers),
            papers=tuple(paper_link(catalog, catalog.papers[id]) for id in name.papers[:MOST_PAPERS]),
            url=f"search/?{urlencode([(names.field, name.person.name)])}",
        )
        for name in listed
    )
