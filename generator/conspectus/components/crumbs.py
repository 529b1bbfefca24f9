"""The way from the front page to a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from conspectus.catalog import Catalog
from conspectus.catalog.addresses import TIMELINE
from conspectus.model.taxonomy import Category, Facet


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way, or any other link: its title and where it leads below the root."""

    title: str
    url: str


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
