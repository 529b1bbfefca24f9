"""Moving a category in its tree, or to another facet's: its lines, with their comments, are cut out, indented anew and
inserted elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from conspectus.curation.categories import way_of
from conspectus.located import Mapping, Node, Sequence, is_blank
from conspectus.yaml_edit.edit import EditError
from conspectus.yaml_edit.sheet import Sheet, Way, is_flow, plain
from conspectus.yaml_edit.sheet import column as column_of
from conspectus.yaml_edit.splices import Splice, changed, holder_of

TOP: Way = ("categories",)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a category is to be inserted: in which list, and at which index among its present items."""

    holder: Way
    number: int


def below(sheet: Sheet, parent: str | None) -> Spot:
    """The end of the list below a category, or of the facet's top level."""
    holder = (*way_of(sheet, parent), "children") if parent else TOP
    return Spot(holder, len(_items(sheet, holder)))


def beside(sheet: Sheet, sibling: str, *, after: bool) -> Spot:
    """The spot right before or after another category."""
    way = way_of(sheet, sibling)
    number = way[-1]
    assert isinstance(number, int)  # noqa: S101 - a category stands in a list
    return Spot(way[:-1], number + after)


def moved(sheet: Sheet, category: str, spot: Callable[[Sheet], Spot]) -> Sheet:
    """The facet with a category, and everything below it, at another spot. EditError if it would be below itself, and
    for categories written in braces.
    """
    way = way_of(sheet, category)
    holder, number = way[:-1], int(way[-1])
    target = spot(sheet)
    if target.holder[: len(way)] == way:
        raise EditError(f"{category} cannot be moved below itself")
    if target.holder == holder and target.number in (number, number + 1):
        return sheet
    without, block = taken(sheet, category)
    return planted(without, block, spot(without))


def taken(sheet: Sheet, category: str) -> tuple[Sheet, Block]:
    """The facet without a category and everything below it, and these lines."""
    way = way_of(sheet, category)
    holder, number = way[:-1], int(way[-1])
    items = _items(sheet, holder)
    _refuse_braces(sheet, [items[number]])
    block = Block.of(sheet, items[number])
    data: Any = deepcopy(plain(sheet.root))
    home = holder_of(data, holder)
    del home[holder[-1]][number]
    if not home[holder[-1]]:
        del home[holder[-1]]
    left = [*sheet.comments(0, block.start), *sheet.comments(block.end)]
    return changed(sheet, _cut(sheet, holder, number), data, block.at, left), block


def taken_whole(sheet: Sheet) -> Block:
    """The lines of the only category at the top of a facet."""
    (item,) = _items(sheet, TOP)
    return Block.of(sheet, item)


def planted(sheet: Sheet, block: Block, spot: Spot) -> Sheet:
    """The facet with a category of another one at a spot."""
    _refuse_braces(sheet, _items(sheet, spot.holder))
    data: Any = deepcopy(plain(sheet.root))
    home, key = holder_of(data, spot.holder), spot.holder[-1]
    home[key] = home.get(key) if isinstance(home.get(key), list) else []
    home[key].insert(spot.number, plain(block.at))
    found = [*sheet.comments(), *block.comments]
    return changed(sheet, [_put(sheet, spot, block)], data, None, found)


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of a category from `start` to `end`, with the comments that stand right above it and those further
    inside than its hyphen below it; the hyphen's column, and the comments.
    """

    at: Node
    start: int
    end: int
    column: int
    text: str
    comments: tuple[str, ...]

    @classmethod
    def of(cls, sheet: Sheet, item: Node) -> Block:
        dash = sheet.text.rindex("-", 0, item.extent.start)
        start, end = sheet.line_start(dash), sheet.line_end(item.extent.end)
        column = dash - start
        while start and _is_comment(above := sheet.text[sheet.line_start(start - 1) : start], column, column):
            start -= len(above)
        at = end
        while at < len(sheet.text):
            begin = sheet.text.index("\n", at) + 1 if "\n" in sheet.text[at:] else len(sheet.text)
            line = sheet.text[begin : sheet.line_end(begin)]
            if begin == len(sheet.text) or (line.strip() and not _is_comment(line, column + 1, 1_000)):
                break
            at = begin + len(line)
            end = at if line.strip() else end
        return cls(item, start, end, column, sheet.text[start:end], tuple(sheet.comments(start, end)))

    def indented(self, column: int, newline: str) -> str:
        """The lines, so that the hyphen stands in another column."""
        by, lines = column - self.column, self.text.replace("\r\n", "\n").split("\n")
        if by < 0:
            return newline.join(line[min(-by, len(line) - len(line.lstrip(" "))) :] for line in lines)
        return newline.join(f"{' ' * by}{line}" if line.strip() else line for line in lines)


def _is_comment(line: str, least: int, most: int) -> bool:
    """Whether a line is a comment and nothing else, indented so far."""
    inner = line.lstrip(" ")
    return inner.startswith("#") and least <= len(line) - len(inner) <= most


def _cut(sheet: Sheet, holder: Way, number: int) -> list[Splice]:
    """Without the lines of an item of a list; without the list, where it is the only one."""
    items = _items(sheet, holder)
    block = Block.of(sheet, items[number])
    if len(items) == 1:
        parent = sheet.at(holder[:-1])
        assert isinstance(parent, Mapping)  # noqa: S101 - the list stands behind a key
        key = next(name for name, _ in parent.entries if name.text == holder[-1])
        return [(_end_above(sheet, sheet.line_start(key.extent.start)), block.end, "")]
    if number == 0:
        return [(block.start, Block.of(sheet, items[1]).start, "")]
    return [(_end_above(sheet, block.start), block.end, "")]


def _end_above(sheet: Sheet, at: int) -> int:
    """The end of the last line above that is not empty."""
    text = sheet.text[:at].rstrip()
    return sheet.line_end(len(text))


def _put(sheet: Sheet, spot: Spot, block: Block) -> Splice:
    """With the lines of a block at a spot."""
    items, newline = _items(sheet, spot.holder), sheet.newline
    if items:
        blocks = [Block.of(sheet, item) for item in items]
        written = block.indented(blocks[0].column, newline)
        is_airy = len(blocks) > 1 and sheet.text[blocks[0].end : blocks[1].start].count("\n") > 1
        gap = newline * (1 + is_airy)
        if spot.number < len(blocks):
            start = blocks[spot.number].start
            return (start, start, f"{written}{gap}")
        return (blocks[-1].end, blocks[-1].end, f"{gap}{written}")
    parent = sheet.at(spot.holder[:-1])
    root = sheet.root
    if not isinstance(parent, Mapping) or not isinstance(root, Mapping) or is_flow(parent):
        raise sheet.by_hand(parent, "the category is written in braces")
    top = root.get("categories")
    column = column_of(parent.entries[0][0])
    inner = column_of(top) if isinstance(top, Sequence) and not is_flow(top) else 2
    written = block.indented(column + inner, newline)
    for key, value in parent.entries:
        if key.text == spot.holder[-1]:  # it is there, and empty
            end = sheet.line_end(value.extent.end)
            rest = sheet.text[value.extent.end : end]
            return (key.extent.end + 1, end, f"{rest}{newline}{written}")
    end = sheet.line_end(parent.extent.end)
    return (end, end, f"{newline}{' ' * column}{spot.holder[-1]}:{newline}{written}")


def _refuse_braces(sheet: Sheet, items: Iterable[Node]) -> None:
    for item in items:
        if not isinstance(item, Mapping) or is_flow(item):
            raise sheet.by_hand(item, "the category is written in braces")


def _items(sheet: Sheet, holder: Way) -> tuple[Node, ...]:
    """The items of a list; none where there is no list."""
    value = sheet.get(holder)
    if isinstance(value, Sequence):
        return value.items
    if value is None or is_blank(value):
        return ()
    raise sheet.by_hand(value, "expected a list of categories")
