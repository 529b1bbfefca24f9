"""Pictures that stand for pages where they are linked to elsewhere (OpenGraph): the survey's, and each category's.

They are addressed from other hosts, so there are none while it is not known where the site will stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from conspectus.catalog import Catalog
from conspectus.catalog.counts import Counts
from conspectus.components.drawings.timeline import timeline
from conspectus.components.json_ld import base
from conspectus.components.preview_images import NAME
from conspectus.model.site import Kind, Page, Picture
from conspectus.model.subjects import CATEGORY, Subject
from conspectus.model.taxonomy import Place

KIND = Kind("picture", (NAME, f"{CATEGORY}{NAME}"))


def pages_about(catalog: Catalog, subject: Subject | None) -> Iterator[Page]:
    """The picture of a category, or of the survey."""
    if base(catalog.survey.settings):
        if isinstance(subject, Place):
            yield Page(f"{subject.url}{NAME}", KIND, "", partial(of_category, catalog, subject), subject)
        elif subject is None:
            yield Page(NAME, KIND, "", partial(of_survey, catalog))


def of_survey(catalog: Catalog) -> Picture:
    settings = catalog.survey.settings
    return Picture(settings.title, "", settings.tagline, *_counted(catalog, catalog.counts(catalog.papers.keys())))


def of_category(catalog: Catalog, place: Place) -> Picture:
    counted = catalog.counts(catalog.members(place.facet, place.category))
    return Picture(place.category.title, catalog.survey.settings.title, "", *_counted(catalog, counted))


def _counted(catalog: Catalog, counted: Counts) -> tuple[str, tuple[tuple[str, int], ...]]:
    """How many papers there are, and of which years; and the years, or groups of years, with how many each has."""
    years = [year for year in counted.years if year is not None]
    span = str(min(years)) if len(years) == 1 else f"{min(years)}–{max(years)}" if years else ""
    said = catalog.language.ngettext("%(num)s paper", "%(num)s papers", counted.papers)
    drawing = timeline(counted.years)
    bars = tuple((bar.label, bar.count) for bar in drawing.bars) if drawing else ()
    return ", ".join(filter(None, [said, span])), bars
