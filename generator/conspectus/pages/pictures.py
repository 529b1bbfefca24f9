"""Pictures that stand for pages where they are linked to elsewhere (OpenGraph): the survey's, and each category's.

They are addressed from other hosts, so there are none while it is not known where the site will stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from conspectus.model.paper import Paper
from conspectus.model.site import Kind, Page, Picture
from conspectus.model.subjects import CATEGORY
from conspectus.model.taxonomy import Category, Facet, Place
from conspectus.pages.census import Census, census
from conspectus.pages.drawn.timeline import timeline
from conspectus.pages.linked_data import base
from conspectus.pages.shelf import Shelf
from conspectus.pages.views import Preview

NAME = "preview.png"
KIND = Kind("picture", (NAME, f"{CATEGORY}{NAME}"))


def pages(shelf: Shelf) -> Iterator[Page]:
    if base(shelf.survey.settings):
        yield Page(NAME, KIND, "", partial(of_survey, shelf))
        for place in shelf.categories.values():
            yield _page(shelf, place)


def at(shelf: Shelf, url: str) -> Iterator[Page]:
    """The picture of the category whose folder this url is in, else that of the survey."""
    if base(shelf.survey.settings):
        place = shelf.subject_at(url)
        yield _page(shelf, place) if isinstance(place, Place) else Page(NAME, KIND, "", partial(of_survey, shelf))


def _page(shelf: Shelf, place: Place) -> Page:
    return Page(f"{place.facet.url(place.category)}{NAME}", KIND, "", partial(of_category, shelf, place), place)


def of_survey(shelf: Shelf) -> Picture:
    settings = shelf.survey.settings
    return Picture(settings.title, "", settings.tagline, *_counted(census(shelf, shelf.papers.keys())))


def of_category(shelf: Shelf, place: Place) -> Picture:
    counted = census(shelf, shelf.members(place.facet, place.category))
    return Picture(place.category.title, shelf.survey.settings.title, "", *_counted(counted))


def _counted(counted: Census) -> tuple[str, tuple[tuple[str, int], ...]]:
    """How many papers there are, and of which years; and the years, or groups of years, with how many each has."""
    years = [year for year in counted.years if year is not None]
    span = str(min(years)) if len(years) == 1 else f"{min(years)}–{max(years)}" if years else ""
    said = "1 paper" if counted.papers == 1 else f"{counted.papers:,} papers"
    drawing = timeline(counted.years)
    bars = tuple((bar.label, bar.count) for bar in drawing.bars) if drawing else ()
    return ", ".join(filter(None, [said, span])), bars


def preview(shelf: Shelf, facet: Facet, category: Category) -> Preview:
    """The picture of a category."""
    title = shelf.survey.settings.title
    return Preview(f"{facet.url(category)}{NAME}", f"{category.title}: papers by year, in the survey “{title}”")


def of_paper(shelf: Shelf, paper: Paper) -> Preview | None:
    """The picture of the first topic a paper stands in; None, which means the survey's, if it stands in none."""
    for key in shelf.stands(paper):
        place = shelf.categories[key]
        if place.facet.is_main:
            return preview(shelf, place.facet, place.category)
    return None
