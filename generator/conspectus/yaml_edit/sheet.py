"""A YAML file as its writer left it: where every key, value and list begins and ends, and where the comments are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from conspectus import located
from conspectus.diagnostics import Span
from conspectus.located import BLOCKS, Mapping, Node, Scalar, Sequence
from conspectus.yaml_edit.edit import EditError

COMMENT = re.compile(r"(?:^|(?<=[\s,\[\]{}]))#[^\r\n]*", re.MULTILINE)
"""A comment, in what lies between values."""

Way = tuple[str | int, ...]
"""From a file's root to a value in it: keys, and places in lists."""

Plain = dict[str, Any] | list[Any] | tuple[str, str]
"""A value without its layout: a mapping, a list, or a scalar as its type and text."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file's text and the values in it, with their extents; `root` is None where nothing is written."""

    path: str
    text: str
    root: Node | None

    @property
    def newline(self) -> str:
        """How the file ends its lines."""
        return "\r\n" if "\r\n" in self.text else "\n"

    def get(self, way: Way) -> Node | None:
        """The value a way leads to; None where nothing is written there."""
        node = self.root
        for step in way:
            if isinstance(node, Mapping) and isinstance(step, str):
                node = node.get(step)
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
            else:
                return None
        return node

    def at(self, way: Way) -> Node:
        """The value a way leads to. KeyError where nothing is written there."""
        if (node := self.get(way)) is None:
            raise KeyError(way)
        return node

    def written(self, node: Node) -> str:
        """What a value is written as."""
        return self.text[node.extent.start : node.extent.end]

    def by_hand(self, node: Node | None, why: str) -> EditError:
        """A refusal to edit a value."""
        line = node.span.line if node else 1
        return EditError(f"{self.path}:{line} cannot be edited in place: {why}", "edit it by hand")

    def line_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def line_end(self, at: int) -> int:
        """Where the line that `at` is in ends, before its line end."""
        found = self.text.find("\n", at)
        end = len(self.text) if found < 0 else found
        return end - 1 if found > at and self.text[end - 1] == "\r" else end

    def comments(self, start: int = 0, end: int | None = None) -> list[str]:
        """All comments between two places, in order."""
        until = len(self.text) if end is None else end
        gaps = (self.text[max(first, start) : min(last, until)] for first, last in self.gaps())
        return [comment for gap in gaps for comment in COMMENT.findall(gap)]

    def gaps(self) -> Iterator[tuple[int, int]]:
        """What lies between the scalars: punctuation, white space and comments. The first line of a block scalar may
        end in a comment too.
        """
        at = 0
        for start, end, style in (scalar.extent for scalar in _scalars(self.root)):
            yield at, start
            at = end
            if style in BLOCKS:
                yield start, min(self.line_end(start), end)
        yield at, len(self.text)


def read(text: str, path: str) -> Sheet:
    """The sheet of a file's text, which begins with no byte order mark. EditError for what is no plain data."""
    root, mistakes = located.read(text.encode("utf-8", "surrogatepass"), path, extents=True)
    if mistakes:
        first = mistakes[0]
        raise EditError(f"{first.span}: {first.message}", "fix this first; nothing was written")
    return Sheet(path, text, root)


def column(node: Node) -> int:
    """The column a value begins in, from 0."""
    return node.span.column - 1


def is_flow(node: Node) -> bool:
    """Whether a list or mapping is written in brackets or braces."""
    return not isinstance(node, Scalar) and bool(node.extent.style)


def scalars(node: Node | None, way: Way = ()) -> Iterator[tuple[Way, Scalar]]:
    """All scalars in a value but the keys, in the order they are written, each with the way to it."""
    if isinstance(node, Scalar):
        yield way, node
    for number, item in enumerate(node.items if isinstance(node, Sequence) else ()):
        yield from scalars(item, (*way, number))
    for key, value in node.entries if isinstance(node, Mapping) else ():
        yield from scalars(value, (*way, key.text))


def _scalars(node: Node | None) -> Iterator[Scalar]:
    """All scalars in a value, keys too, in the order they are written."""
    if isinstance(node, Scalar):
        yield node
    for item in node.items if isinstance(node, Sequence) else ():
        yield from _scalars(item)
    for key, value in node.entries if isinstance(node, Mapping) else ():
        yield key
        yield from _scalars(value)


def plain(node: Node | None) -> Plain:
    """A value without its layout."""
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    value, text = (node.value, node.text) if isinstance(node, Scalar) else (None, "")
    return type(value).__name__, text


def texts(node: Node | None) -> list[str]:
    """The texts of a list, or a single one, as the loaders read them."""
    items = node.items if isinstance(node, Sequence) else (node,)
    return [item.text.strip() for item in items if isinstance(item, Scalar) and item.value is not None]


def way_to(sheet: Sheet, span: Span) -> Way:
    """The way to the record or category whose id, or title, is written at a span. EditError where there is none."""

    def seek(node: Node | None, way: Way) -> Way | None:
        if isinstance(node, Mapping):
            begins: list[Node] = [node, *(value for _, value in node.entries if isinstance(value, Scalar))]
            if any((each.span.line, each.span.column) == (span.line, span.column) for each in begins):
                return way
            below = ((key.text, value) for key, value in node.entries if not isinstance(value, Scalar))
        else:
            below = enumerate(node.items) if isinstance(node, Sequence) else ()  # type: ignore[assignment]
        return next((found for step, value in below if (found := seek(value, (*way, step)))), None)

    found = seek(sheet.root, ())
    if found is None:
        raise EditError(f"{span}is no longer what it was", "nothing was written; try again")
    return found


def ways_to(sheet: Sheet, spans: Iterable[Span]) -> list[Way]:
    """The ways to the words that are written at these spans. EditError where there is none."""
    places = {(scalar.span.line, scalar.span.column): way for way, scalar in scalars(sheet.root)}
    found = []
    for span in spans:
        if (span.line, span.column) not in places:
            raise EditError(f"{span}is no longer what it was", "nothing was written; try again")
        found.append(places[span.line, span.column])
    return found
