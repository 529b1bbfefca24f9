"""Putting a YAML file in order: `in_order` gives the layout of a file as it should be written.

Keys have the names and the order they are documented in, blocks are indented by two, there is one empty line at most
between things, and prose and lists that are too long for their lines are broken anew. How a word is quoted, and whether
a list stands in brackets or has a line for each item, is the writer's choice and stays. No comment is lost, and what
the file says stays the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.yaml_edit.formatting import commented, style
from conspectus.yaml_edit.formatting.commented import Atom, Block, Part
from conspectus.yaml_edit.formatting.names import with_present_names
from conspectus.yaml_edit.formatting.order import keys_at
from conspectus.yaml_edit.layout import Leaf, Sheet, Way, plain, read

STEP = 2

GAP = "\0"
"""Stands for an empty line between things; there may be others in a text."""


def in_order(sheet: Sheet) -> Sheet:
    """The file in order. EditError where it cannot be put in order without losing something."""
    sheet = with_present_names(sheet)
    found = commented.read(sheet)
    lines = _above(found.head, "")
    if isinstance(found.root, Block):
        lines += _block(sheet, found.root, 0, ())
    elif found.root:
        lines += f"{style.written(sheet, found.root.piece, '', 0, 0)}{_beside(found.root)}".split("\n")
    text = "".join(f"{line}\n" for line in _spaced(lines))
    after = read(text.replace("\n", sheet.newline), sheet.path)
    if plain(after.root) != plain(sheet.root) or sorted(after.comments()) != sorted(map(str.rstrip, sheet.comments())):
        raise sheet.by_hand(sheet.root, "it cannot be put in order without changing what it says")
    return after


def _block(sheet: Sheet, block: Block, indent: int, way: Way) -> list[str]:
    """The lines of a block whose keys, or hyphens, stand `indent` columns in."""
    parts = block.parts
    if block.is_mapping and (keys := keys_at(sheet.path, way)):
        order = {spelling: keys.names.index(name) for spelling, name in keys.spellings.items()}
        parts = sorted(parts, key=lambda part: order.get(_name(part), len(order)))
    lines = [line for part in parts for line in _part(sheet, part, block.column, indent, way)]
    return lines + _above(block.end, " " * indent)


def _part(sheet: Sheet, part: Part, column: int, indent: int, way: Way) -> list[str]:
    """The lines of an entry or an item, after those above it."""
    margin = " " * indent
    above = _above(part.before, margin)
    if part.key is None:
        return above + _item(sheet, part.value, column, indent, way)
    key = part.key.piece
    name = sheet.text[key.start : key.end]
    if isinstance(part.value, Block):
        head = f"{margin}{name}:{_beside(part.key)}"
        return [*above, head, *_block(sheet, part.value, indent + STEP, (*way, _name(part)))]
    value = style.written(sheet, part.value.piece, _name(part), indent, column)
    space = " " if value else ""
    if part.key.beside:  # the value began on the next line
        return [*above, f"{margin}{name}:{_beside(part.key)}", f"{margin}  {value}{_beside(part.value)}"]
    return [*above, *f"{margin}{name}:{space}{value}{_beside(part.value)}".split("\n")]


def _item(sheet: Sheet, value: Atom | Block, column: int, indent: int, way: Way) -> list[str]:
    """The lines of a list's item; comments that stand between its hyphen and its first key go above the hyphen."""
    margin = " " * indent
    if isinstance(value, Atom):
        return f"{margin}- {style.written(sheet, value.piece, '', indent, column)}{_beside(value)}".split("\n")
    lines = _block(sheet, value, indent + STEP, way)
    first = next(number for number, line in enumerate(lines) if line != GAP and not line.lstrip(" ").startswith("#"))
    above = [line if line == GAP else f"{margin}{line.lstrip(' ')}" for line in lines[:first]]
    return [*above, f"{margin}- {lines[first][indent + STEP :]}", *lines[first + 1 :]]


def _name(part: Part) -> str:
    return part.key.piece.text if part.key and isinstance(part.key.piece, Leaf) else ""


def _beside(atom: Atom) -> str:
    return f"{atom.space or '  '}{atom.beside}" if atom.beside else ""


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


def _above(lines: list[str], margin: str) -> list[str]:
    """Comments and gaps as they stand above something, or at the end of a block."""
    return [f"{margin}{line}" if line else GAP for line in lines]
