"""Links: the way from the front page to a page, and to papers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from conspectus.catalog import Catalog
from conspectus.catalog.addresses import TIMELINE
from conspectus.model.paper import Paper
from conspectus.model.site import NavItem
from conspectus.model.subjects import paper_url
from conspectus.model.taxonomy import Category, Facet
from conspectus.model.when import Date
from conspectus.text import Text

Crumb = NavItem
"""A step of the way, or any other link."""


class PaperLink(NamedTuple):
    """The way to a paper, the language of its title if it is known, and how old it is."""

    title: Text
    url: str
    date: Date | None
    language: str | None


def paper_link(catalog: Catalog, paper: Paper) -> PaperLink:
    """The way to a paper; the very same value on all pages that lead there."""
    return catalog.shown.get("links to papers", paper.id, partial(_paper_link, paper))


def _paper_link(paper: Paper) -> PaperLink:
    return PaperLink(paper.title, paper_url(paper.id), paper.work.date, paper.work.language)


def crumbs(facet: Facet, ancestors: Sequence[Category]) -> tuple[Crumb, ...]:
    """The way to a category: its facet, then the categories it lies in."""
    above = tuple(Crumb(category.title, facet.url(category)) for category in ancestors)
    return (Crumb(facet.title, f"{facet.folder}/"), *above)


def to_timeline(catalog: Catalog) -> Crumb | None:
    """The way to the timeline; None where papers of fewer than two months are no line."""
    dates = (work.date for work in catalog.works.values())
    return (
        Crumb(catalog.language.gettext("Timeline"), TIMELINE)
        if len({(date.year, date.month) for date in dates if date}) > 1
        else None
    )
