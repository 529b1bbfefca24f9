"""The search page: a form that works in the reader's browser, with every filter and its count already there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from conspectus.catalog import Catalog
from conspectus.catalog.addresses import cite_url
from conspectus.components import results
from conspectus.components.cards import SHOWN_AUTHORS, Card, Chip, Description
from conspectus.components.export_files import File, of_all
from conspectus.components.filter_groups import Group, groups
from conspectus.components.head import Head
from conspectus.components.reference_tags import Coins
from conspectus.components.word_index import are_several, is_large
from conspectus.exports import Entry, bibtex
from conspectus.model.site import Kind, Page
from conspectus.model.when import Date
from conspectus.model.work import Link, Work
from conspectus.pages import words
from conspectus.text import Prose, Text

KIND = Kind("search", ("search/",), searches=True)

PLACEHOLDER = Description(
    id="",
    url="",
    work=Work(title=Text("Title"), date=Date(2000), venue="Venue", organization="Organization"),
    authors=("Name",) * SHOWN_AUTHORS,
    folded=(),
    more_authors=True,
    summary=Prose("Summary"),
    links=(
        Link("paper", "https://arxiv.org/"),
        Link("paper", "https://doi.org/"),
        *(Link(kind, f"https://{kind}.invalid/") for kind in ("paper", "pdf", "code")),
    ),
    coins=Coins(Entry("", Work())),
    bibtex=cite_url("", bibtex.SUFFIX),
)
"""No paper, but all that a list may say of one, for a script to put a paper that was found in its place."""

CARD = Card(PLACEHOLDER, (Chip("Facet", "Category", "Category", "", "", "", False),), ())


@dataclass(frozen=True, slots=True)
class SearchView:
    """`files`: the formats that what is found can be had in. `card`: what a result is made of.
    `example`: the id of a category, if there is any. `preloaded`: the addresses of files that every search
    reads. `is_spread`: whether words are in several files. `is_large`: whether counts of filters are loaded for open
    groups alone."""

    head: Head
    groups: tuple[Group, ...]
    files: tuple[File, ...]
    card: Card
    example: str
    preloaded: tuple[str, ...]
    is_spread: bool
    is_large: bool


def pages(catalog: Catalog) -> Iterator[Page]:
    yield Page("search/", KIND, "pages/search.html", lambda: view(catalog))


def view(catalog: Catalog) -> SearchView:
    """What the search page shows."""
    language = catalog.language
    description = language.ngettext(
        "Search the %(num)s paper of the survey.", "Search the %(num)s papers of the survey.", len(catalog.newest)
    )
    example = next((place.category.id for place in catalog.categories.values()), "")
    head = Head(language.gettext("Search"), description)
    return SearchView(
        head, groups(catalog), of_all(), CARD, example, preloaded(catalog), are_several(catalog), is_large(catalog)
    )


def preloaded(catalog: Catalog) -> tuple[str, ...]:
    """The files that every search reads, but for the one by which scripts know the edition of the others."""
    names = results.NAMES if results.are_by_pagefind(catalog) else ""
    of_edition = (f"{path}?{catalog.once(words.edition)}" for path in (words.only_file(catalog), names) if path)
    return ("data/finder.json", *of_edition)
