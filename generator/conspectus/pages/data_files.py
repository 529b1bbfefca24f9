"""What there is to take along: a page that says what the files of the whole survey are for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from conspectus.catalog import Catalog
from conspectus.components.export_files import LIST, File, of_all
from conspectus.components.head import Head, head
from conspectus.exports import Use
from conspectus.language import marked
from conspectus.model.site import Kind, Page
from conspectus.pages import data

KIND = Kind("data_files", ("data/",), in_sitemap=True)


class Offer(NamedTuple):
    """A file, and what it is for."""

    file: File
    what: str


@dataclass(frozen=True, slots=True)
class DataFilesView:
    head: Head
    offers: tuple[Offer, ...]


def pages(catalog: Catalog) -> Iterator[Page]:
    yield Page("data/", KIND, "pages/data_files.html", lambda: view(catalog))


def view(catalog: Catalog) -> DataFilesView:
    """What the page shows."""
    description = marked("Files of all papers of the survey “%(survey)s”, for reference managers and programs.")
    return DataFilesView(head(catalog, marked("Data"), description), tuple(_offers(catalog)))


def _offers(catalog: Catalog) -> Iterator[Offer]:
    gettext = catalog.language.gettext
    yield Offer(
        File("JSON", data.URL, "application/json"),
        gettext("Papers with their categories and the reason for each, for programs"),
    )
    yield Offer(File("JSON Schema", data.SCHEMA_URL, "application/schema+json"), gettext("What the JSON file contains"))
    for file in of_all():
        cites = Use.CITE in file.format.USES
        yield Offer(file, gettext("Papers, for reference managers") if cites else gettext("Papers, one per line"))
    yield Offer(LIST, gettext("Papers by topic, for a repository"))
    yield Offer(File("Atom", "feed.xml", "application/atom+xml"), gettext("The newest papers, for feed readers"))
