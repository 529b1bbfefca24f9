"""A YAML file as its writer left it: where every key, value and list begins and ends, and where the comments are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from conspectus import located
from conspectus.diagnostics import Span
from conspectus.yaml_edit.edit import EditError

COMMENT = re.compile(r"(?:^|(?<=[\s,\[\]{}]))#[^\r\n]*", re.MULTILINE)
"""A comment, in what lies between values."""

EMPTY_LINES = re.compile(r"(?:\r?\n[ \t]*)+\Z")
"""What follows the last line of a text of several lines."""

Way = tuple[str | int, ...]
"""From a file's root to a value in it: keys, and places in lists."""

Plain = dict[str, Any] | list[Any] | tuple[str, str]
"""A value without its layout: a mapping, a list, or a scalar as its YAML type and text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A value and where it is written: the characters from `start` up to `end`, without comments and empty lines that
    follow. `line` counts from 1, `column` from 0.
    """

    start: int
    end: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Leaf(Piece):
    """A scalar. `style` is the sign it begins with, empty where it is plain."""

    tag: str
    text: str
    style: str


@dataclass(frozen=True, slots=True)
class Items(Piece):
    """A list; `flow`: in brackets."""

    items: tuple[Piece, ...]
    flow: bool


@dataclass(frozen=True, slots=True)
class Entries(Piece):
    """A mapping; `flow`: in braces."""

    entries: tuple[tuple[Leaf, Piece], ...]
    flow: bool

    def get(self, key: str) -> Piece | None:
        return next((value for name, value in self.entries if name.text == key), None)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file's text and its layout; `root` is None where nothing is written."""

    path: str
    text: str
    root: Piece | None

    @property
    def newline(self) -> str:
        """How the file ends its lines."""
        return "\r\n" if "\r\n" in self.text else "\n"

    def at(self, way: Way) -> Piece:
        """The value a way leads to. KeyError where nothing is written there."""
        piece = self.root
        for step in way:
            if isinstance(piece, Entries) and isinstance(step, str) and (value := piece.get(step)):
                piece = value
            elif isinstance(piece, Items) and isinstance(step, int) and step < len(piece.items):
                piece = piece.items[step]
            else:
                raise KeyError(way)
        if piece is None:
            raise KeyError(way)
        return piece

    def by_hand(self, piece: Piece | None, why: str) -> EditError:
        """A refusal to edit a piece."""
        line = piece.line if piece else 1
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
        pieces = (self.text[max(first, start) : min(last, until)] for first, last in self.gaps())
        return [comment for piece in pieces for comment in COMMENT.findall(piece)]

    def gaps(self) -> Iterator[tuple[int, int]]:
        """What lies between the scalars: punctuation, white space and comments. The first line of a block scalar may
        end in a comment too.
        """
        at = 0
        for leaf in _scalars(self.root):
            yield at, leaf.start
            at = leaf.end
            if leaf.style in ("|", ">"):
                yield leaf.start, min(self.line_end(leaf.start), leaf.end)
        yield at, len(self.text)


def read(text: str, path: str) -> Sheet:
    """The layout of a file's text, which begins with no byte order mark. EditError for what is no plain data."""
    _, mistakes = located.read(text.encode("utf-8", "surrogatepass"), path)
    if mistakes:
        first = mistakes[0]
        raise EditError(f"{first.span}: {first.message}", "mend this first; nothing was changed")
    node = yaml.compose(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return Sheet(path, text, None if node is None else _piece(node, text))


def _piece(node: yaml.Node, text: str) -> Piece:
    start, end = node.start_mark.index, node.end_mark.index
    line, column = node.start_mark.line + 1, node.start_mark.column
    if isinstance(node, yaml.MappingNode):
        entries = tuple((_leaf(key, text), _piece(value, text)) for key, value in node.value)
        end = end if node.flow_style else entries[-1][1].end
        return Entries(start, end, line, column, entries, bool(node.flow_style))
    if isinstance(node, yaml.SequenceNode):
        items = tuple(_piece(item, text) for item in node.value)
        end = end if node.flow_style else max(items[-1].end, start)
        return Items(start, end, line, column, items, bool(node.flow_style))
    assert isinstance(node, yaml.ScalarNode)  # noqa: S101 - there is no other kind
    return _leaf(node, text)


def _leaf(node: yaml.ScalarNode, text: str) -> Leaf:
    start, end = node.start_mark.index, node.end_mark.index
    style = node.style or ""
    if style in ("|", ">"):
        end = start + len(EMPTY_LINES.sub("", text[start:end]))
    return Leaf(
        start, end, node.start_mark.line + 1, node.start_mark.column,
        node.tag.removeprefix("tag:yaml.org,2002:"), node.value, style,
    )  # fmt: skip


def leaves(piece: Piece | None, way: Way = ()) -> Iterator[tuple[Way, Leaf]]:
    """All scalars in a piece but the keys, in the order they are written, each with the way to it."""
    if isinstance(piece, Leaf):
        yield way, piece
    for number, item in enumerate(piece.items if isinstance(piece, Items) else ()):
        yield from leaves(item, (*way, number))
    for key, value in piece.entries if isinstance(piece, Entries) else ():
        yield from leaves(value, (*way, key.text))


def _scalars(piece: Piece | None) -> Iterator[Leaf]:
    """All scalars in a piece, keys too, in the order they are written."""
    if isinstance(piece, Leaf):
        yield piece
    for item in piece.items if isinstance(piece, Items) else ():
        yield from _scalars(item)
    for key, value in piece.entries if isinstance(piece, Entries) else ():
        yield key
        yield from _scalars(value)


def plain(piece: Piece | None) -> Plain:
    """A value without its layout."""
    if isinstance(piece, Entries):
        return {key.text: plain(value) for key, value in piece.entries}
    if isinstance(piece, Items):
        return [plain(item) for item in piece.items]
    return (piece.tag, piece.text) if isinstance(piece, Leaf) else ("null", "")


def texts(piece: Piece | None) -> list[str]:
    """The texts of a list, or a single one, as the loaders read them."""
    some = piece.items if isinstance(piece, Items) else (piece,)
    return [item.text.strip() for item in some if isinstance(item, Leaf) and item.tag != "null"]


def way_to(sheet: Sheet, span: Span) -> Way:
    """The way to the record or category whose id, or title, is written at a span. EditError where there is none."""

    def seek(piece: Piece | None, way: Way) -> Way | None:
        if isinstance(piece, Entries):
            begins = [piece, *(value for _, value in piece.entries if isinstance(value, Leaf))]
            if any((each.line, each.column + 1) == (span.line, span.column) for each in begins):
                return way
            below = ((key.text, value) for key, value in piece.entries if not isinstance(value, Leaf))
        else:
            below = enumerate(piece.items) if isinstance(piece, Items) else ()  # type: ignore[assignment]
        return next((found for step, value in below if (found := seek(value, (*way, step)))), None)

    found = seek(sheet.root, ())
    if found is None:
        raise EditError(f"{span} is not what it was any more", "try again; nothing was changed")
    return found


def ways_to(sheet: Sheet, spans: Iterable[Span]) -> list[Way]:
    """The ways to the words that are written at these spans. EditError where there is none."""
    places = {(leaf.line, leaf.column + 1): way for way, leaf in leaves(sheet.root)}
    found = []
    for span in spans:
        if (span.line, span.column) not in places:
            raise EditError(f"{span} is not what it was any more", "try again; nothing was changed")
        found.append(places[span.line, span.column])
    return found
