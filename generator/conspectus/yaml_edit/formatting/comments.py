"""The comments of a YAML file, handed out to the words they belong to while somebody goes through the file.

A comment on a line of its own belongs to what follows it, or to the end of the block it is indented into; a comment
behind a value, or behind a key whose value begins on the next line, belongs to that.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from conspectus.located import Mapping, Node, Scalar, Sequence
from conspectus.yaml_edit.sheet import COMMENT, Sheet, column, is_flow


class CommentLine(NamedTuple):
    """A line between two words: a comment and its column; an empty text for an empty line."""

    text: str
    column: int = 0


class Comments:
    """What stands between the words of a file: keys, scalars, and what is in brackets. Those have to be passed in the
    order they are written. EditError for what is neither data nor comment.
    """

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._starts = (*(word.extent.start for word in _words(sheet.root)), len(sheet.text))
        self._passed = 0
        self._waiting: list[CommentLine] = []  # since the last word, and not handed out yet
        self._read(0)

    def behind(self, word: Node) -> str:
        """The comment behind the next word, after the space that parts them; empty if there is none."""
        self._passed += 1
        return self._read(word.extent.end)

    def above(self) -> list[str]:
        """The lines above what comes next: comments, and empty texts for empty lines."""
        waiting, self._waiting = self._waiting, []
        return [line.text for line in waiting]

    def ending(self, block: Node, outer: int) -> list[str]:
        """The lines after the last word of a block that are indented like the block. `outer`: the column of the block
        around it.
        """
        least = max(column(block), outer + 1)
        inner = 0
        for number, line in enumerate(self._waiting, 1):
            if line.text and line.column < least:
                break
            inner = number if line.text else inner
        ending, self._waiting = self._waiting[:inner], self._waiting[inner:]
        return [line.text for line in ending]

    def _read(self, start: int) -> str:
        """Read the text between the last word, which ends at `start`, and the next."""
        text = self._sheet.text[start : self._starts[self._passed]].replace("\r\n", "\n")
        first, *lines = text.split("\n")
        comment = COMMENT.search(first)
        rest = first[: comment.start()] if comment else first
        if comment and not self._passed:
            lines, rest, comment = [first, *lines], "", None
        if rest.strip(" \t:-,"):
            raise self._refusal(rest.strip())
        read = [self._line(line, is_last=n == len(lines)) for n, line in enumerate(lines, 1)]
        self._waiting = [line for line in read if line]
        space = rest[len(rest.rstrip(" \t")) :].replace("\t", " ") or "  "
        return f"{space}{comment[0].rstrip()}" if comment else ""

    def _line(self, text: str, *, is_last: bool) -> CommentLine | None:
        """A line between two words; None for one of punctuation alone, and for the beginning of the next word's."""
        bare = text.strip()
        if bare.startswith("#"):
            return CommentLine(bare, len(text) - len(text.lstrip(" ")))
        if bare.strip("- \t:") and bare != "---":
            raise self._refusal(bare)
        if bare == "---" and not self._passed:
            return CommentLine(bare)
        return None if bare or is_last else CommentLine("")

    def _refusal(self, text: str) -> Exception:
        return self._sheet.by_hand(None, f"it has {text!r}, which is neither data nor a comment")


def is_block(node: Node | None) -> bool:
    """Whether a value is a list or mapping with a line, or more, for each entry."""
    return node is not None and not isinstance(node, Scalar) and not is_flow(node)


def _words(node: Node | None) -> Iterator[Node]:
    """The keys and values of a file that are no blocks, in the order they are written."""
    if isinstance(node, Mapping) and is_block(node):
        for key, value in node.entries:
            yield key
            yield from _words(value)
    elif isinstance(node, Sequence) and is_block(node):
        for item in node.items:
            yield from _words(item)
    elif node is not None:
        yield node
