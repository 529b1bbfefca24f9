"""What stands in a page's `<head>`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from conspectus.catalog import Catalog


class Preview(NamedTuple):
    """The picture of a page: where it stands below the root, and what it shows, in words."""

    url: str
    said: str


@dataclass(frozen=True, slots=True)
class Head:
    """A page's title, what a search engine may say of it, its feed's url, its JSON-LD.

    `preview`: the picture shown where the page is linked to elsewhere, if it is another than the survey's.
    """

    title: str
    description: str = ""
    feed: str = ""
    data: Mapping[str, object] | None = None
    preview: Preview | None = None


def head(catalog: Catalog, title: str, description: str = "", feed: str = "") -> Head:
    """The head of a page whose title and description are UI strings; `%(survey)s` stands for the survey's title."""
    gettext = catalog.language.gettext
    return Head(gettext(title), gettext(description, survey=catalog.survey.settings.title) if description else "", feed)
