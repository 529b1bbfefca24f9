"""Cards: papers in lists, with what is said of them wherever they stand, and with their places.

A card that equals the one of the last build is the very same value, and need not be rendered again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from conspectus.catalog import Catalog
from conspectus.catalog.addresses import cite_url
from conspectus.catalog.filter_values import ORGANIZATION
from conspectus.components.cited_prose import cited_prose
from conspectus.components.reference_tags import Coins
from conspectus.exports import bibtex
from conspectus.model.paper import Paper
from conspectus.model.subjects import paper_url
from conspectus.model.work import Link, Work
from conspectus.text import Prose

SHOWN_AUTHORS = 6
"""How many authors a card names before it says “et al.”"""

MOST_FOLDED = 60
"""How many more a card names when asked; of more than that, the paper's page has the names."""


class Chip(NamedTuple):
    """A paper's place: the facet and category, where the category's page is, and why the paper is there.

    `category`: what it is called below its facet; `alone`: what it is called without.
    `where`, `words`: the field of the paper that a rule matched, and its words; empty where the editor placed it.
    `main`: a place in the main facet.
    """

    facet: str
    category: str
    alone: str
    url: str
    where: str
    words: str
    main: bool


@dataclass(frozen=True, slots=True)
class Description:
    """What a list says of a paper, wherever in the survey it stands: its work, and what is not said as that has it.

    `authors` are named at once, `folded` when asked for; `more_authors`: there are others. `bibtex`: the url of its
    citation.
    """

    id: str
    url: str
    work: Work
    authors: tuple[str, ...]
    folded: tuple[str, ...]
    more_authors: bool
    summary: Prose
    links: tuple[Link, ...]
    coins: Coins
    bibtex: str


@dataclass(frozen=True, slots=True)
class Card:
    """A paper in a list: what is said of it, and where it stands.

    `marks`: what a list can be filtered by, as `group:value` without spaces, such as `year:2023`. `score`,
    `comments`: what listings said of it, where the survey lets readers sort by that.
    """

    description: Description
    chips: tuple[Chip, ...]
    marks: tuple[str, ...]
    score: float | None = None
    comments: int | None = None

    @property
    def id(self) -> str:
        """The paper's."""
        return self.description.id


def cards(catalog: Catalog, papers: Iterable[Paper]) -> tuple[Card, ...]:
    """The cards of some papers."""
    return tuple(card(catalog, paper) for paper in papers)


def card(catalog: Catalog, paper: Paper) -> Card:
    """A paper's card."""
    return catalog.shown.get("cards", paper.id, partial(_card, catalog, paper))


def description(catalog: Catalog, paper: Paper) -> Description:
    """What lists say of a paper."""
    make = partial(_description, catalog, paper)
    return catalog.shown.get("descriptions", paper.id, make, unchanged=catalog.same_papers, exact=True)


def chips(catalog: Catalog, paper: Paper) -> tuple[Chip, ...]:
    """A paper's places, in the taxonomy's order."""
    placements = catalog.placements(paper.id)
    known = ((placement.reason, catalog.categories.get(placement.category_id)) for placement in placements)
    return tuple(
        Chip(place.facet.title, *catalog.called[place.id], place.url, reason.where, reason.words, place.facet.is_main)
        for reason, place in known
        if place
    )


def _card(catalog: Catalog, paper: Paper) -> Card:
    marks = tuple(value.mark for value in catalog.filter_values(paper) if value.name != ORGANIZATION)
    ranked = (paper.work.score, paper.work.comments) if catalog.survey.settings.rankings else ()
    return Card(description(catalog, paper), chips(catalog, paper), marks, *ranked)


def _description(catalog: Catalog, paper: Paper) -> Description:
    work = paper.work
    names = tuple(person.name for person in work.people)
    few = len(names) <= SHOWN_AUTHORS + MOST_FOLDED
    return Description(
        id=paper.id,
        url=paper_url(paper.id),
        work=work,
        authors=names[:SHOWN_AUTHORS],
        folded=names[SHOWN_AUTHORS:] if few else (),
        more_authors=not few or bool(work.authors and work.authors.others),
        summary=cited_prose(catalog, work.summary or ""),
        links=catalog.entry(paper).links,
        coins=Coins(catalog.entry(paper)),
        bibtex=cite_url(paper.id, bibtex.SUFFIX),
    )
