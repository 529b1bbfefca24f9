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
    line, begins, counted = 1, 0, 0  # the line that has been come to, where it begins, and how far lines are counted
    for link in links(source):
        if lines := source.count("\n", counted, link.start):
            line, begins = line + lines, source.rindex("\n", counted, link.start) + 1
        counted = link.start
        yield Linked(link, Span(file, line, link.start - begins + 1, max(len(link.target), 1)))
