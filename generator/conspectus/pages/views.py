"""What templates see: the small values that more than one kind of page shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from conspectus.model.paper import Link
from conspectus.model.when import Date
from conspectus.pages.tags import Coins
from conspectus.text import Prose, Text


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in a page's `<head>`: its title, what a search engine may say of it, its feed's url, its JSON-LD."""

    title: str
    description: str = ""
    feed: str = ""
    data: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way from the front page to a page."""

    title: str
    url: str


class Chip(NamedTuple):
    """A paper's place: the facet and category, where the category's page is, and why the paper is there.

    `main`: it is a place in the main facet.
    """

    facet: str
    category: str
    url: str
    reason: str
    main: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A paper in a list.

    `marks`: what a list can be narrowed down to, as `group:value` without spaces, such as `topic:lenses year:2023`.
    """

    id: str
    url: str
    title: Text
    authors: tuple[str, ...]
    more_authors: bool
    author_count: int | None
    date: Date | None
    venue: str | None
    organization: str | None
    subject: str | None
    score: float | None
    comments: int | None
    summary: Prose
    links: tuple[Link, ...]
    chips: tuple[Chip, ...]
    coins: Coins
    marks: tuple[str, ...]


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
