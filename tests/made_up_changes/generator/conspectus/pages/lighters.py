"""Lamplighters: a made-up kind of page, one for each facet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from conspectus.model.site import Kind, NavItem, Page
from conspectus.model.survey import Survey
from conspectus.pages.shelf import Shelf
from conspectus.pages.views import Head

KIND = Kind("lighter", ("lighters/{facet}/",), indexed=True, in_sitemap=True)


@dataclass(frozen=True, slots=True)
class LightersView:
    head: Head


def nav(survey: Survey) -> Iterator[NavItem]:
    yield NavItem("Lighters", "lighters/topic/")


def pages(shelf: Shelf) -> Iterator[Page]:
    for facet in shelf.survey.taxonomy.facets:
        view = partial(LightersView, Head(f"Lighters of {facet.title}"))
        yield Page(f"lighters/{facet.id}/", KIND, "pages/lighters.html", view, facet)
