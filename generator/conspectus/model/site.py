"""The site: pages to be rendered, files to be copied, and what comes out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import ClassVar, NamedTuple

from conspectus.language import Language
from conspectus.model.subjects import Subject, address


@dataclass(frozen=True, slots=True)
class Kind:
    """What all pages of one kind have in common; the module that plans them declares it once.

    `routes`: how their addresses look below the site's root, with a name in braces for each part that differs:
    `papers/{paper}/`; `{path}` may have slashes in it. `stored`: whether Pagefind stores them, and they are no files of
    the site. `in_sitemap`: whether search engines are told of them. `offline`: whether they are kept for reading
    offline though no page links to them; pages that are linked to are kept anyway. `redirects`: whether they are former
    addresses, which lead to their subjects' own pages. `repeats`: whether most of them is pieces that other pages show
    as well, such as cards. `together`: whether one long piece of work is done for all of them, so that one process had
    better render them. `searches`: whether their scripts read files of all papers, so that an open page is out of date
    after any edit.
    """

    name: str
    routes: tuple[str, ...]
    stored: bool = False
    in_sitemap: bool = False
    offline: bool = False
    redirects: bool = False
    repeats: bool = False
    together: bool = False
    searches: bool = False

    @property
    def reserved(self) -> frozenset[str]:
        """The names at the site's root that its pages have, whatever a survey is about."""
        names = (file_of(route).partition("/")[0] for route in self.routes)
        return frozenset(name for name in names if "{" not in name)

    def may_have(self, url: str) -> bool:
        """Whether an address looks like those of its pages."""
        return _pattern(self.routes).fullmatch(url) is not None


PART = re.compile(r"\{\w+\}")
"""A part of a route that differs from page to page."""


@cache
def _pattern(routes: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(_pattern_of, routes)))


def _pattern_of(route: str) -> str:
    pieces = re.split(f"({PART.pattern})", route)
    return "".join(
        ".+" if piece == "{path}" else "[^/]+" if PART.fullmatch(piece) else re.escape(piece) for piece in pieces
    )


def file_of(url: str) -> str:
    """The file that a page at this url is written to."""
    return f"{url}index.html" if url == "" or url.endswith("/") else url


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its url, its kind, its template, what makes its view, and what it is about.

    `url` is below the site's root: `""`, `topics/kv-cache/`, `feed.xml`. What is drawn or copied has no template.
    Planning a page is no more than this: what is on it is worked out by `make` when the page is rendered. `subject` is
    None where a page is about nothing that the curator's files say in one place, as lists of all papers are. `made_of`
    gives all that the view is made of besides what all pages share, or more, as plain data or a digest of it; where
    that is quicker to have than the view.
    """

    url: str
    kind: Kind
    template: str
    make: Callable[[], object] = field(repr=False)
    subject: Subject | None = field(default=None, repr=False)
    made_of: Callable[[], object] | None = field(default=None, repr=False)

    @property
    def view(self) -> object:
        """Exactly what the template may see, a frozen dataclass, made anew."""
        return self.make()

    @property
    def path(self) -> str:
        """The file the page is written to."""
        return file_of(self.url)

    @property
    def is_read(self) -> bool:
        """Whether it is a page for readers: not a feed, an export, a picture or another file, nor a redirect."""
        return self.path.endswith(".html") and not self.kind.redirects

    @property
    def is_subjects_own(self) -> bool:
        """Whether its subject has this page to itself: not a file, a redirect or a list's further page about it."""
        return self.subject is not None and self.url == address(self.subject)


@dataclass(frozen=True, slots=True)
class Picture:
    """The view of a page that no template writes: it is drawn, as a PNG of WIDTH × HEIGHT pixels.

    `above` and `below` stand about the title, `figures` in a corner; `bars` are labels with their numbers.
    """

    WIDTH: ClassVar[int] = 1200
    HEIGHT: ClassVar[int] = 630

    title: str
    above: str = ""
    below: str = ""
    figures: str = ""
    bars: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Copied:
    """The view of a page that is a file of the curator's as it is."""

    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class TextFile:
    """The view of a page that no template writes: a file of plain text, as it is."""

    text: str


@dataclass(frozen=True, slots=True)
class NavItem:
    """An entry of the site's navigation, or another link: its title and where it leads below the root."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Shell:
    """What every page shares: the survey's name, the site's address, the navigation.

    `nav` is in groups: the facets, the ways to look at the whole, the curator's prose.
    `queries`: whether there are saved queries to be listed; `unplaced`: whether there are papers in no category.
    `root` is the path of the site's root with a slash at both ends (`/` or `/repo/`); `origin` is the scheme and host
    (`https://user.github.io`), empty while it is not known where the site will stand.
    """

    title: str
    tagline: str
    language: Language
    author: str
    repository: str
    root: str
    origin: str
    nav: tuple[tuple[NavItem, ...], ...]
    generator: str
    queries: bool = False
    unplaced: bool = False


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of one kind: `all` plans them all, `at` no more than those among which the one at a url would be."""

    kind: Kind
    all: Callable[[], Iterable[Page]]
    at: Callable[[str], Iterable[Page]]

    @classmethod
    def of(cls, kind: Kind, pages: Callable[[], Iterable[Page]]) -> Pages:
        """Pages that are few, and planned together when the first of them is asked for."""

        @cache
        def planned() -> dict[str, Page]:
            return {page.url: page for page in pages()}

        return cls(kind, lambda: planned().values(), lambda url: filter(None, [planned().get(url)]))


@dataclass(frozen=True)
class Site:
    """All pages, by their kinds; of two pages with one url, that of the first kind is meant."""

    shell: Shell
    kinds: tuple[Pages, ...]

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Each url once, in the order of urls."""
        found = {page.url: page for kind in reversed(self.kinds) for page in kind.all()}
        return tuple(found[url] for url in sorted(found))

    def page(self, url: str) -> Page | None:
        """The page at a url, without the others being planned; None if there is none."""
        planned = (page for pages in self.kinds if pages.kind.may_have(url) for page in pages.at(url))
        return next((page for page in planned if page.url == url), None)


class Shows(NamedTuple):
    """What a page shows, as digests by which the next build knows it again: of what its view is made of, and of the
    view. Empty where there is none."""

    made_of: bytes = b""
    view: bytes = b""


UNKNOWN = Shows()
"""Of a page of which nothing is known."""


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the site: its path below the root, its bytes, whether Pagefind is to store it, what it shows."""

    path: str
    data: bytes
    stored: bool = False
    shows: Shows = UNKNOWN


class Kept(NamedTuple):
    """A file of the site that shows what it showed in the last build, and was not rendered again."""

    path: str
    shows: Shows


Made = Output | Kept
"""A file of the site as a build has it, rendered or kept."""
