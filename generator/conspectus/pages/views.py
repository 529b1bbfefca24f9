"""What templates see: the small values that more than one kind of page shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from conspectus.model.paper import Link
from conspectus.model.when import Date
from conspectus.pages.listings import Listing
from conspectus.pages.tags import Coins
from conspectus.text import Prose, Text


class Preview(NamedTuple):
    """The picture of a page: where it stands below the root, and what it shows, in words."""

    url: str
    said: str


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in a page's `<head>`: its title, what a search engine may say of it, its feed's url, its JSON-LD.

    `preview`: the picture shown where the page is linked to elsewhere, if it is another than the survey's.
    """

    title: str
    description: str = ""
    feed: str = ""
    data: Mapping[str, object] | None = None
    preview: Preview | None = None


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way from the front page to a page."""

    title: str
    url: str


class Chip(NamedTuple):
    """A paper's place: the facet and category, where the category's page is, and why the paper is there.

    `says`, `words`: the reason, and the words of the paper that it is about, if any. `main`: a place in the main facet.
    """

    facet: str
    category: str
    url: str
    says: str
    words: str
    main: bool

    @property
    def reason(self) -> str:
        return f"{self.says} “{self.words}”" if self.words else self.says


@dataclass(frozen=True, slots=True)
class Description:
    """What a list says of a paper, wherever in the survey it stands.

    `authors` are named at once, `folded` when asked for; `more_authors`: there are others. `bibtex`: the url of its
    citation.
    """

    id: str
    url: str
    title: Text
    authors: tuple[str, ...]
    folded: tuple[str, ...]
    more_authors: bool
    author_count: int | None
    date: Date | None
    venue: str | None
    organization: str | None
    subject: str | None
    score: float | None
    comments: int | None
    listings: tuple[Listing, ...]
    summary: Prose
    abstract: bool
    links: tuple[Link, ...]
    coins: Coins
    bibtex: str


@dataclass(frozen=True, slots=True)
class Card:
    """A paper in a list: what is said of it, and where it stands.

    `marks`: what a list can be narrowed down to, as `group:value` without spaces, such as `year:2023`.
    """

    description: Description
    chips: tuple[Chip, ...]
    marks: tuple[str, ...]

    @property
    def id(self) -> str:
        """The paper's."""
        return self.description.id


@dataclass(frozen=True, slots=True)
class Branch:
    """A category in a tree: how many papers it and its children have, each counted once."""

    title: str
    url: str
    count: int
    children: tuple[Branch, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A page of a list that is too long for one. `here`: it is the one shown; `gap`: pages before it are left out."""

    number: int
    url: str
    here: bool
    gap: bool


@dataclass(frozen=True, slots=True)
class Paging:
    """The pages of a long list; `steps` is empty where one page holds all."""

    steps: tuple[Step, ...] = ()
    before: str | None = None
    after: str | None = None
