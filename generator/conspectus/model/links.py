"""Links and images in the curator's Markdown, where they are written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from conspectus.diagnostics import Span
from conspectus.text.links import Link, links


class Linked(NamedTuple):
    """A link or an image, and the place of its address."""

    link: Link
    span: Span


def of_text(source: str, file: str) -> Iterator[Linked]:
    """The links of a Markdown file."""
    for link in links(source):
        line = source.count("\n", 0, link.start) + 1
        column = link.start - source.rfind("\n", 0, link.start)
        yield Linked(link, Span(file, line, column, max(len(link.target), 1)))
