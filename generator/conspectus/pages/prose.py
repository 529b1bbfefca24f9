"""The curator's pages of prose: `content/pages/<name>.md` at `/pages/<name>/`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from conspectus.catalog import Catalog
from conspectus.catalog.addresses import FRONT_PAGE
from conspectus.components.cited_prose import cited_prose
from conspectus.components.drawings.flow import Flow, flow
from conspectus.components.head import Head
from conspectus.model.site import Kind, Page
from conspectus.model.subjects import prose_url
from conspectus.model.survey import Note
from conspectus.text import Prose

KIND = Kind("prose", (prose_url("{name}"),), in_sitemap=True)
FIGURE = re.compile(r"^\[flow\][ \t]*$", re.MULTILINE)
"""A line `[flow]` stands for the diagram of how the papers came together."""


@dataclass(frozen=True, slots=True)
class Part:
    """Prose, and the diagram that follows it, if one does."""

    body: Prose
    flow: Flow | None


@dataclass(frozen=True, slots=True)
class ProseView:
    head: Head
    title: str
    parts: tuple[Part, ...]


def pages(catalog: Catalog) -> Iterator[Page]:
    for note in catalog.survey.pages:
        if note.name != FRONT_PAGE:
            yield Page(prose_url(note.name), KIND, "pages/prose.html", partial(view, catalog, note), note)


def view(catalog: Catalog, note: Note) -> ProseView:
    """What a page of prose shows."""
    pieces = FIGURE.split(note.source)
    drawn = flow(catalog) if len(pieces) > 1 else None
    parts = (Part(cited_prose(catalog, piece), drawn) for piece in pieces[:-1])
    return ProseView(Head(note.title), note.title, (*parts, Part(cited_prose(catalog, pieces[-1]), None)))
