"""Putting a YAML file in order: `in_order` gives a file as it should be written.

Keys have the names and the order they are documented in, blocks are indented by two, there is one empty line at most
between things, and prose and lists that are too long for their lines are broken anew. How a word is quoted, and whether
a list stands in brackets or has a line for each item, is the writer's choice and stays. No comment is lost, and what
the file says stays the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.located import Mapping, Node, Scalar, Sequence
from conspectus.yaml_edit.formatting import wrapping
from conspectus.yaml_edit.formatting.comments import Comments, is_block
from conspectus.yaml_edit.formatting.keys import keys_at, with_present_names
from conspectus.yaml_edit.sheet import Sheet, Way, column, plain, read

STEP = 2

GAP = "\0"
"""Stands for an empty line between things; there may be others in a text."""


def in_order(sheet: Sheet) -> Sheet:
    """The file in order. EditError where it cannot be put in order without losing something."""
    sheet = with_present_names(sheet)
    text = "".join(f"{line}\n" for line in _spaced(_Formatter(sheet).lines()))
    after = read(text.replace("\n", sheet.newline), sheet.path)
    if plain(after.root) != plain(sheet.root) or sorted(after.comments()) != sorted(map(str.rstrip, sheet.comments())):
        raise sheet.by_hand(sheet.root, "formatting it would change what it says")
    return after


class _Formatter:
    """Goes through a file in the order it is written, and makes the lines of each block."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.comments = Comments(sheet)

    def lines(self) -> list[str]:
        """The lines of the file; GAP for an empty one."""
        above = self.above("")
        return [*above, *self.value(self.sheet.root, 0, -1, ()), *self.above("")]

    def above(self, margin: str) -> list[str]:
        """The lines above what comes next."""
        return _indented(self.comments.above(), margin)

    def value(self, node: Node | None, indent: int, outer: int, way: Way) -> list[str]:
        """The lines of a list's item or of the whole file, whose first one begins `indent` columns in. `outer`: the
        column of the block it stood in; `way`: the keys that lead to it.
        """
        if isinstance(node, Mapping) and is_block(node):
            entries = [(key.text, self.entry(node, key, value, indent, way)) for key, value in node.entries]
            if keys := keys_at(self.sheet.path, way):
                order = {name: number for number, name in enumerate(keys.names)}
                entries.sort(key=lambda entry: order.get(entry[0], len(order)))
            lines = [line for _, entry in entries for line in entry]
        elif isinstance(node, Sequence) and is_block(node):
            lines = [line for item in node.items for line in self.item(node, item, indent, way)]
        elif node:
            text = wrapping.written(self.sheet, node, "", indent, max(outer, 0))
            return f"{text}{self.comments.behind(node)}".split("\n")
        else:
            return []
        return lines + _indented(self.comments.ending(node, outer), " " * indent)

    def entry(self, block: Mapping, key: Scalar, value: Node, indent: int, way: Way) -> list[str]:
        """The lines of a key and its value, after those above it."""
        margin = " " * indent
        above = self.above(margin)
        name = f"{margin}{self.sheet.written(key)}:"
        behind_key = self.comments.behind(key)
        if is_block(value):
            inner = self.value(value, indent + STEP, column(block), (*way, key.text))
            return [*above, f"{name}{behind_key}", *inner]
        text = wrapping.written(self.sheet, value, key.text, indent, column(block))
        behind = self.comments.behind(value)
        if behind_key:  # the value began on the next line
            return [*above, f"{name}{behind_key}", f"{margin}  {text}{behind}"]
        return [*above, *f"{name}{' ' if text else ''}{text}{behind}".split("\n")]

    def item(self, block: Sequence, item: Node, indent: int, way: Way) -> list[str]:
        """The lines of a list's item, after those above it; comments that stand between its hyphen and its first key
        go above the hyphen.
        """
        margin = " " * indent
        above = self.above(margin)
        if not is_block(item):
            head, *others = self.value(item, indent, column(block), way)
            return [*above, f"{margin}- {head}", *others]
        lines = self.value(item, indent + STEP, column(block), way)
        first = next(n for n, line in enumerate(lines) if line != GAP and not line.lstrip(" ").startswith("#"))
        above += [line if line == GAP else f"{margin}{line.lstrip(' ')}" for line in lines[:first]]
        return [*above, f"{margin}- {lines[first][indent + STEP :]}", *lines[first + 1 :]]


def _spaced(lines: list[str]) -> Iterator[str]:
    """The lines with one empty line at most between two things, and none at the beginning and the end."""
    gap = False
    for number, line in enumerate(lines):
        if line == GAP:
            gap = True
        else:
            if gap and any(each != GAP for each in lines[:number]):
                yield ""
            yield line
            gap = False


def _indented(lines: list[str], margin: str) -> list[str]:
    """Comments, and gaps for empty lines, as they stand above something or at the end of a block."""
    return [f"{margin}{line}" if line else GAP for line in lines]
