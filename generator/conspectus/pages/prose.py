"""The curator's pages of prose: `content/pages/<name>.md` at `/pages/<name>/`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from conspectus.model.site import Page
from conspectus.pages.home import PROSE as FRONT_PAGE
from conspectus.pages.shelf import Shelf
from conspectus.pages.views import Head
from conspectus.text import Prose


@dataclass(frozen=True, slots=True)
class ProseView:
    head: Head
    title: str
    body: Prose


def pages(shelf: Shelf) -> Iterator[Page]:
    for note in shelf.survey.pages:
        if note.name != FRONT_PAGE:
            view = ProseView(Head(note.title), note.title, shelf.prose(note.source))
            yield Page(f"pages/{note.name}/", "pages/prose.html", view)
