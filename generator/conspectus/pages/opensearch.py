"""How a browser searches the survey from its address bar: an OpenSearch 1.1 description, where the host is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from conspectus.catalog import Catalog
from conspectus.components.json_ld import base
from conspectus.model.settings import Settings
from conspectus.model.site import Kind, Page

URL = "opensearch.xml"
KIND = Kind("opensearch", (URL,))
SHORT_NAME, DESCRIPTION = 16, 1024
"""How many characters the standard (draft 5) allows."""


@dataclass(frozen=True, slots=True)
class OpenSearch:
    """What a browser is told: a name, a sentence, and the address of a search."""

    name: str
    description: str
    template: str


def pages(catalog: Catalog) -> Iterator[Page]:
    if base(catalog.survey.settings):
        yield Page(URL, KIND, "pages/opensearch.xml", lambda: view(catalog.survey.settings))


def view(settings: Settings) -> OpenSearch:
    """The description of a survey whose address is known."""
    said = f"{settings.title}: {settings.tagline}" if settings.tagline else settings.title
    return OpenSearch(
        name=fitted(settings.title, SHORT_NAME),
        description=fitted(said, DESCRIPTION),
        template=f"{base(settings)}search/?q={{searchTerms}}",
    )


def fitted(text: str, most: int) -> str:
    """The first words of a text that so many characters hold; the first characters if not even one word fits."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    return text[: most + 1].rpartition(" ")[0] or text[:most]
