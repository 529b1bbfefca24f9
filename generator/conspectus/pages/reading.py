"""The reading list: a page whose papers and notes only the reader's own browser knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from conspectus.catalog import Catalog
from conspectus.components.export_files import File, to_cite
from conspectus.components.head import Head, head
from conspectus.language import marked
from conspectus.model.site import Kind, Page

KIND = Kind("reading", ("reading/",))


@dataclass(frozen=True, slots=True)
class ReadingView:
    """`files`: the formats that the papers can be had in."""

    head: Head
    files: tuple[File, ...]


def pages(catalog: Catalog) -> Iterator[Page]:
    description = marked("Your saved papers of the survey “%(survey)s”, with your notes.")
    view = ReadingView(head(catalog, marked("Reading list"), description), to_cite())
    yield Page("reading/", KIND, "pages/reading.html", lambda: view)
