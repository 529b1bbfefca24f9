"""The site: pages to be rendered, files to be copied, and what comes out."""

from __future__ import annotations

from dataclasses import dataclass

from conspectus.text import Citation


@dataclass(frozen=True, slots=True)
class Page:
    """One page: where it stands, which template writes it, and exactly what that template may see.

    `url` is below the site's root: `""`, `topics/kv-cache/`, `feed.xml`. `view` is a frozen dataclass.
    """

    url: str
    template: str
    view: object

    @property
    def path(self) -> str:
        """The file the page is written to."""
        return f"{self.url}index.html" if self.url == "" or self.url.endswith("/") else self.url


@dataclass(frozen=True, slots=True)
class NavItem:
    """An entry of the site's navigation."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Shell:
    """What every page shares: the survey's name, where the site stands, the navigation.

    `nav` is in groups: the facets, the ways to look at the whole, the curator's prose.
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


@dataclass(frozen=True, slots=True)
class Site:
    """All pages, in the order of their urls."""

    shell: Shell
    pages: tuple[Page, ...]

    def page(self, url: str) -> Page | None:
        return next((page for page in self.pages if page.url == url), None)


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the site: its path below the root and its bytes."""

    path: str
    data: bytes


__all__ = ["Citation", "NavItem", "Output", "Page", "Shell", "Site"]
