"""The curator's pages of prose: `content/pages/<name>.md` at `/pages/<name>/`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from conspectus.model.site import Kind, Page
from conspectus.model.subjects import prose_url
from conspectus.model.survey import Note
from conspectus.pages.drawn.flow import Flow, flow
from conspectus.pages.home import PROSE as FRONT_PAGE
from conspectus.pages.shelf import Shelf
from conspectus.pages.views import Head
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


def pages(shelf: Shelf) -> Iterator[Page]:
    for note in shelf.survey.pages:
        if note.name != FRONT_PAGE:
            yield Page(prose_url(note.name), KIND, "pages/prose.html", partial(view, shelf, note), note)


def view(shelf: Shelf, note: Note) -> ProseView:
    """What a page of prose shows."""
    pieces = FIGURE.split(note.source)
    drawn = flow(shelf) if len(pieces) > 1 else None
    parts = (Part(shelf.prose(piece), drawn) for piece in pieces[:-1])
    return ProseView(Head(note.title), note.title, (*parts, Part(shelf.prose(pieces[-1]), None)))
