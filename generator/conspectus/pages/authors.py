"""The indexes of names as pages: all authors with their papers, and all organisations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from conspectus.model.site import Kind, Page
from conspectus.pages.names import (
    AUTHORS,
    MOST_ON_ONE_PAGE,
    ORGANISATIONS,
    Entry,
    Names,
    Section,
    all_authors,
    all_organisations,
    is_whole,
    letter_url,
    sections_of,
)
from conspectus.pages.paging import paged, routes
from conspectus.pages.shelf import Shelf
from conspectus.pages.views import Crumb, Head, Paging

KIND = Kind(
    "authors",
    tuple(route for index in (AUTHORS, ORGANISATIONS) for route in (index, *routes(letter_url(index, "{letter}")))),
    in_sitemap=True,
)
MOST_OFTEN = 40
"""How many names stand on the first page of an index that is cut by letters."""


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
    yield from _index(shelf, "Authors", AUTHORS, shelf.once(all_authors))
    yield from _index(shelf, "Organisations", ORGANISATIONS, shelf.once(all_organisations))


def at(shelf: Shelf, url: str) -> Iterator[Page]:
    """The pages of the index that this url belongs to: which letters there are is known after a look at all names."""
    if url.startswith(AUTHORS):
        yield from _index(shelf, "Authors", AUTHORS, shelf.once(all_authors))
    elif url.startswith(ORGANISATIONS):
        yield from _index(shelf, "Organisations", ORGANISATIONS, shelf.once(all_organisations))


def _index(shelf: Shelf, title: str, url: str, names: Names) -> Iterator[Page]:
    """An index on one page, or on one for each letter and a first page with those who have most papers."""
    if not names:
        return
    entries = tuple(names.values())
    sections = sections_of(entries)
    whole = is_whole(entries)
    said = f"{title} of the papers in the survey “{shelf.survey.settings.title}”."
    view = AuthorsView(
        head=Head(title, said),
        crumbs=(Crumb("Overview", "overview/"),),
        title=title,
        count=len(entries),
        letters=tuple(
            Letter(
                section.letter,
                f"#{section.letter.lower()}" if whole else letter_url(url, section.letter),
                len(section.entries),
            )
            for section in sections
        ),
        here="",
        often=() if whole else tuple(sorted(entries, key=lambda entry: -entry.count)[:MOST_OFTEN]),
        sections=sections if whole else (),
        paging=Paging(),
    )
    yield Page(url, KIND, "pages/authors.html", lambda: view)
    if not whole:
        yield from _letters(view, url, sections)


def _letters(first: AuthorsView, url: str, sections: Sequence[Section]) -> Iterator[Page]:
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
            yield Page(here, KIND, "pages/authors.html", view)
