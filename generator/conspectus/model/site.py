"""The site: pages to be rendered, files to be copied, and what comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import ClassVar

from conspectus.text import Citation


@dataclass(frozen=True, slots=True)
class Page:
    """One page: where it stands, which template writes it, and what makes its view.

    `url` is below the site's root: `""`, `topics/kv-cache/`, `feed.xml`. A picture has no template. Planning a
    page is no more than this: what is on it is worked out by `make` when the page is rendered.
    """

    url: str
    template: str
    make: Callable[[], object] = field(repr=False)

    @property
    def view(self) -> object:
        """Exactly what the template may see, a frozen dataclass, made anew."""
        return self.make()

    @property
    def path(self) -> str:
        """The file the page is written to."""
        return f"{self.url}index.html" if self.url == "" or self.url.endswith("/") else self.url


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
class NavItem:
    """An entry of the site's navigation."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Shell:
    """What every page shares: the survey's name, where the site stands, the navigation.

    `nav` is in groups: the facets, the ways to look at the whole, the curator's prose.
    `queries`: whether there are saved queries to be listed.
    `root` is the path of the site's root with a slash at both ends (`/` or `/repo/`); `origin` is the scheme and host
    (`https://user.github.io`), empty while it is not known where the site will stand.
    """

    title: str
    tagline: str
    language: str
    author: str
    repository: str
    root: str
    origin: str
    nav: tuple[tuple[NavItem, ...], ...]
    generator: str
    queries: bool = False


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of one kind: `all` plans them all, `at` no more than those among which the one at a url would be."""

    all: Callable[[], Iterable[Page]]
    at: Callable[[str], Iterable[Page]]

    @classmethod
    def of(cls, pages: Iterable[Page]) -> Pages:
        """Some pages that are planned already."""
        found = {page.url: page for page in pages}
        return cls(found.values, lambda url: (found[url],) if url in found else ())


@dataclass(frozen=True, slots=True)
class Site:
    """All pages, by their kinds; of two pages with one url, that of the first kind is meant."""

    shell: Shell
    kinds: tuple[Pages, ...]

    @property
    def pages(self) -> tuple[Page, ...]:
        """Each url once, in the order of urls."""
        found = {page.url: page for kind in reversed(self.kinds) for page in kind.all()}
        return tuple(found[url] for url in sorted(found))

    def page(self, url: str) -> Page | None:
        """The page at a url, without the others being planned; None if there is none."""
        return next((page for kind in self.kinds for page in kind.at(url) if page.url == url), None)


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the site: its path below the root and its bytes."""

    path: str
    data: bytes


__all__ = ["Citation", "NavItem", "Output", "Page", "Pages", "Picture", "Shell", "Site"]
