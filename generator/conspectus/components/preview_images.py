"""The picture that stands for a page where it is linked to elsewhere (OpenGraph)."""

from __future__ import annotations

from conspectus.catalog import Catalog
from conspectus.components.head import Preview
from conspectus.model.paper import Paper
from conspectus.model.taxonomy import Category, Facet

NAME = "preview.png"


def preview(catalog: Catalog, facet: Facet, category: Category) -> Preview:
    """The picture of a category."""
    said = catalog.language.gettext(
        "%(title)s: papers by year, in the survey “%(survey)s”",
        title=category.title,
        survey=catalog.survey.settings.title,
    )
    return Preview(f"{facet.url(category)}{NAME}", said)


def of_paper(catalog: Catalog, paper: Paper) -> Preview | None:
    """The picture of the first topic a paper is in; None, for the survey's own, if it is in none."""
    for id in catalog.categories_of(paper):
        place = catalog.categories[id]
        if place.facet.is_main:
            return preview(catalog, place.facet, place.category)
    return None
