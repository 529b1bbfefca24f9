"""The reading list: a page whose papers and notes only the reader's own browser knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from conspectus.catalog import Catalog
from conspectus.components.export_files import File, to_cite
from conspectus.components.head import Head
from conspectus.model.site import Kind, Page

KIND = Kind("reading", ("reading/",))


@dataclass(frozen=True, slots=True)
class ReadingView:
    """`files`: the formats that the papers can be had in."""

    head: Head
    files: tuple[File, ...]


def pages(catalog: Catalog) -> Iterator[Page]:
    gettext = catalog.language.gettext
    description = gettext(
        "Your saved papers of the survey “%(survey)s”, with your notes.", survey=catalog.survey.settings.title
    )
    head = Head(gettext("Reading list"), description)
    yield Page("reading/", KIND, "pages/reading.html", lambda: ReadingView(head, to_cite()))
