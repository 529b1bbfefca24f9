"""A YAML file as blocks, entries and values, each with the comments that stand at it.

A comment on a line of its own belongs to what follows it, or to the end of the block it is indented into; a comment
behind a value, or behind a key whose value begins on the next line, belongs to that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from conspectus.yaml_edit.layout import COMMENT, Entries, Items, Piece, Sheet


@dataclass(slots=True)
class Atom:
    """A key, a word or a list in brackets, as it is written, and the comment behind it, with the space between them."""

    piece: Piece
    beside: str = ""
    space: str = ""


@dataclass(slots=True)
class Part:
    """An entry of a mapping, or an item of a list, whose `key` is None.

    `before`: the lines above it: comments, and empty texts for empty lines.
    """

    value: Atom | Block
    key: Atom | None = None
    before: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Block:
    """A mapping or a list, a line or more for each part. `end`: the comments after the last one that belong to it."""

    column: int
    parts: list[Part]
    end: list[str] = field(default_factory=list)

    @property
    def is_mapping(self) -> bool:
        return self.parts[0].key is not None


@dataclass(frozen=True, slots=True)
class Line:
    """A line between two atoms: a comment and its column; an empty text for an empty line."""

    text: str
    column: int = 0


@dataclass(frozen=True, slots=True)
class Commented:
    """A file: what stands above everything, and the rest. `root` is None where nothing but comments is written."""

    head: list[str]
    root: Block | Atom | None


def read(sheet: Sheet) -> Commented:
    """The file with its comments where they belong. EditError for what is neither data nor comment."""
    reader = _Reader(sheet)
    head = reader.head()
    root = reader.value(sheet.root, -1) if sheet.root else None
    tail = [line.text for line in reader.lines]
    if isinstance(root, Block):
        root.end += tail
    else:
        head += tail
    return Commented(head, root)


class _Reader:
    """Goes through a file from its beginning to its end. `lines`: those between the last atom and the next one that
    have found no place yet.
    """

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.at = 0
        self.last: Atom | None = None
        self.lines: list[Line] = []
        self.atoms = list(_atoms(sheet.root))
        self.turn = 0

    def head(self) -> list[str]:
        """What stands above everything."""
        self.between(self.atoms[0].start if self.atoms else len(self.sheet.text))
        lines, self.lines = self.lines, []
        return [line.text for line in lines]

    def value(self, piece: Piece, above: int) -> Atom | Block:
        """A value with all in it; `above` is the column of the block it stands in."""
        if isinstance(piece, Entries) and not piece.flow:
            parts = []
            for key, value in piece.entries:
                part = Part(value=Atom(value), before=self.above())
                part.key = self.atom(key)
                part.value = self.value(value, piece.column)
                parts.append(part)
            return self.ended(Block(piece.column, parts), above)
        if isinstance(piece, Items) and not piece.flow:
            parts = []
            for item in piece.items:
                before = self.above()
                parts.append(Part(self.value(item, piece.column), None, before))
            return self.ended(Block(piece.column, parts), above)
        return self.atom(piece)

    def atom(self, piece: Piece) -> Atom:
        """The next atom; what follows it, up to the one after it, is read with it."""
        self.last = Atom(piece)
        self.at, self.turn = piece.end, self.turn + 1
        end = self.atoms[self.turn].start if self.turn < len(self.atoms) else len(self.sheet.text)
        self.between(end)
        return self.last

    def above(self) -> list[str]:
        """The lines that wait, as those above what comes now."""
        lines, self.lines = self.lines, []
        return [line.text for line in lines]

    def ended(self, block: Block, above: int) -> Block:
        """The block with the comments after it that are indented into it."""
        least = block.column if block.column > above else above + 1
        count = max((n for n, line in enumerate(self.lines, 1) if self.inside(n, least)), default=0)
        block.end = [line.text for line in self.lines[:count]]
        del self.lines[:count]
        return block

    def inside(self, count: int, least: int) -> bool:
        """Whether so many of the lines that wait are comments indented at least so far, the last one no empty line."""
        some = self.lines[:count]
        return bool(some[-1].text) and all(not line.text or line.column >= least for line in some)

    def between(self, end: int) -> None:
        """Take in what stands between the last atom and the next: punctuation, comments and empty lines."""
        text = self.sheet.text[self.at : end].replace("\r\n", "\n")
        first, *others = text.split("\n")
        found = COMMENT.search(first)
        rest = first[: found.start()] if found else first
        if found and self.last:
            self.last.beside, self.last.space = found[0].rstrip(), " " * (len(rest) - len(rest.rstrip(" \t")))
        elif found:
            others.insert(0, first)
            rest = ""
        if rest.strip(" \t:-,"):
            raise self.sheet.by_hand(None, f"it has {rest.strip()!r}, which is neither data nor comment")
        self.lines = [line for n, each in enumerate(others) if (line := self.line(each, n == len(others) - 1))]

    def line(self, text: str, is_last: bool) -> Line | None:
        """A line between two atoms; None for one of punctuation alone, and for the beginning of the next atom's."""
        bare = text.strip()
        if bare.startswith("#"):
            return Line(bare, len(text) - len(text.lstrip(" ")))
        if bare.strip("- \t:") and bare != "---":
            raise self.sheet.by_hand(None, f"it has {bare!r}, which is neither data nor comment")
        if bare == "---" and not self.last:
            return Line(bare)
        return None if bare or is_last else Line("")


def _atoms(piece: Piece | None) -> Iterator[Piece]:
    """The atoms of a file in their order."""
    if isinstance(piece, Entries) and not piece.flow:
        for key, value in piece.entries:
            yield key
            yield from _atoms(value)
    elif isinstance(piece, Items) and not piece.flow:
        for item in piece.items:
            yield from _atoms(item)
    elif piece is not None:
        yield piece
