"""The trees the curator wrote: facets, their categories, and the rules that propose papers for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from conspectus.diagnostics import Mistake, Span
from conspectus.language import Language
from conspectus.model.keys import Key, Keys, Shape
from conspectus.model.links import Linked
from conspectus.model.work import Reference

MAIN_FACET = "topic"
"""The facet that every paper should have a place in."""


def facet_title(facet: str, language: Language) -> str:
    """What a new facet is called, by its id, in the language of the survey's pages."""
    return language.gettext("Topics") if facet == MAIN_FACET else facet.replace("-", " ").capitalize()


class CategoryId(NamedTuple):
    """A category's name among all: its facet's id and its own, for categories of two facets may have one id."""

    facet: str
    category: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase of a rule: whole words, or a regular expression between slashes; `span` is where it is written."""

    source: str
    span: Span

    @property
    def is_pattern(self) -> bool:
        return is_pattern(self.source)


def is_pattern(phrase: str) -> bool:
    """Whether a phrase is written as a regular expression."""
    return len(phrase) > 2 and phrase.startswith("/") and phrase.endswith("/")


@dataclass(frozen=True, slots=True)
class Match:
    """A rule: one of `any` and `title` (if there are any), every one of `all`, and none of `none`.

    `title` is like `any` but looks in titles alone. A rule with only `none` matches nothing. `is_whole`: whether all
    phrases that are written can be used.
    """

    span: Span
    any: tuple[Phrase, ...] = ()
    title: tuple[Phrase, ...] = ()
    all: tuple[Phrase, ...] = ()
    none: tuple[Phrase, ...] = ()
    is_whole: bool = True


MATCH = Keys.of(
    Key(
        "any",
        Shape.LINES,
        "One of these phrases, or one of `title`, matches the title, keywords, summary or abstract; `/…/` is a regex.",
    ),
    Key("title", Shape.LINES, "Like `any`, in titles alone."),
    Key("all", Shape.LINES, "Each of these phrases is met."),
    Key("none", Shape.LINES, "None of these phrases is met."),
)
"""The keys of a rule."""


@dataclass(frozen=True, slots=True)
class Category:
    """A node of a facet. `span` is where its id is written."""

    id: str
    title: str
    span: Span
    about: str = ""  # Markdown
    cited: tuple[Reference, ...] = ()  # by `about`, each where it does
    match: Match | None = None
    papers: tuple[Reference, ...] = ()  # pinned: always in
    excepted: tuple[Reference, ...] = ()  # never in it, nor below it
    was: tuple[str, ...] = ()  # earlier ids; `facet/id` for one it had in another facet
    children: tuple[Category, ...] = ()
    linked: tuple[Linked, ...] = ()  # from `about`, each where it stands
    also: tuple[str, ...] = ()  # other names that readers search for

    def walk(self, ancestors: tuple[Category, ...] = ()) -> Iterator[tuple[Category, tuple[Category, ...]]]:
        """This category and all below it, parents first, each with its ancestors from the top."""
        yield self, ancestors
        for child in self.children:
            yield from child.walk((*ancestors, self))


CATEGORY = Keys.of(
    Key(
        "id", Shape.OWN_ID, "The category's id, which is its address. Change it only with the earlier one under `was`."
    ),
    Key("title", Shape.LINE, "The category's heading."),
    Key("also", Shape.LINES, "Other names that readers search for: `[MoE]`."),
    Key("about", Shape.PROSE, "What belongs here (Markdown). `[@id]` cites a paper."),
    Key("match", Shape.MATCH, "A rule that proposes papers. Try one first: `conspectus try 'any: [kv cache]'`."),
    Key("papers", Shape.PAPERS, "Papers pinned here: always in."),
    Key("except", Shape.PAPERS, "Papers that never belong here, nor in a category below, whatever else is said."),
    Key(
        "was",
        Shape.FORMER_IDS,
        "Earlier ids of the category, `facet/id` for one it had in another facet; their addresses lead here.",
    ),
    Key("children", Shape.CATEGORIES, "The categories below this one, which counts their papers too."),
)
"""The keys of a category."""


@dataclass(frozen=True)
class Facet:
    """A tree of categories under one heading."""

    id: str
    title: str
    span: Span
    about: str = ""
    categories: tuple[Category, ...] = ()
    cited: tuple[Reference, ...] = ()  # by `about`, each where it does
    linked: tuple[Linked, ...] = ()  # from `about`, likewise

    @property
    def is_main(self) -> bool:
        return self.id == MAIN_FACET

    @property
    def folder(self) -> str:
        """The first part of its categories' addresses: `topics` for the main facet, else the facet's id."""
        return folder(self.id)

    def walk(self) -> Iterator[tuple[Category, tuple[Category, ...]]]:
        """All categories, parents first, in the curator's order, each with its ancestors from the top."""
        return iter(self._walked)

    @cached_property
    def _walked(self) -> tuple[tuple[Category, tuple[Category, ...]], ...]:
        return tuple(found for category in self.categories for found in category.walk())

    def url(self, category: Category) -> str:
        """The address of the category's page below the site's root."""
        return f"{self.folder}/{category.id}/"

    def former(self, category: Category) -> Iterator[CategoryId]:
        """What a category of this facet was earlier; its facet then may have been this one."""
        for earlier in category.was:
            facet, _, id = earlier.rpartition("/")
            yield CategoryId(facet or self.id, id)


FACET = Keys.of(
    Key("facet", Shape.ID, "The facet's id, which is the file's name; `topic` is the main one."),
    Key("title", Shape.LINE, "The facet's heading."),
    Key("about", Shape.PROSE, "What the facet sorts by (Markdown). `[@id]` cites a paper."),
    Key("categories", Shape.CATEGORIES, "The categories, in the order they have on the site."),
)
"""The keys of a facet's file."""


def folder(facet: str) -> str:
    """The folder of a facet's pages below the site's root, by the facet's id."""
    return "topics" if facet == MAIN_FACET else facet


class Place(NamedTuple):
    """A category in its facet, and the categories it lies in, from the top."""

    facet: Facet
    category: Category
    ancestors: tuple[Category, ...]

    @property
    def id(self) -> CategoryId:
        return CategoryId(self.facet.id, self.category.id)

    @property
    def url(self) -> str:
        """The address of the category's page below the site's root."""
        return self.facet.url(self.category)


@dataclass(frozen=True)
class Taxonomy:
    """All facets, the main one first; `mistakes` are those found while reading."""

    facets: tuple[Facet, ...] = ()
    mistakes: tuple[Mistake, ...] = field(default=())

    @property
    def main(self) -> Facet | None:
        """The main facet, None in a survey without one."""
        return self.facet(MAIN_FACET)

    def walk(self) -> Iterator[Place]:
        """All categories of all facets, parents first, in the curator's order."""
        return iter(self._places)

    @cached_property
    def _places(self) -> tuple[Place, ...]:
        return tuple(Place(facet, *found) for facet in self.facets for found in facet.walk())

    def find(self, id: CategoryId) -> Place | None:
        return next((place for place in self.walk() if place.id == id), None)

    def facet(self, id: str) -> Facet | None:
        return next((facet for facet in self.facets if facet.id == id), None)
