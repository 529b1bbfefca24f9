"""Lamplighters: a made-up kind of page, one for each facet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from conspectus.catalog import Catalog
from conspectus.components.head import Head
from conspectus.model.site import Kind, NavItem, Page
from conspectus.model.survey import Survey

KIND = Kind("lighter", ("lighters/{facet}/",), in_sitemap=True)


@dataclass(frozen=True, slots=True)
class LightersView:
    head: Head


def nav(survey: Survey) -> Iterator[NavItem]:
    yield NavItem("Lighters", "lighters/topic/")


def pages(catalog: Catalog) -> Iterator[Page]:
    for facet in catalog.survey.taxonomy.facets:
        view = partial(LightersView, Head(f"Lighters of {facet.title}"))
        yield Page(f"lighters/{facet.id}/", KIND, "pages/lighters.html", view, facet)
