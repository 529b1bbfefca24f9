"""The small edits of which all others consist: a key set or removed, an item added to a list or removed from it.

Each takes a sheet and returns a changed one; only the lines concerned differ. The result is read again: if it does
not have exactly the intended values, or a comment is gone, the edit is refused.
"""

from __future__ import annotations

import re
from collections import abc
from typing import Any

from conspectus.located import Mapping, Node, Scalar, Sequence
from conspectus.yaml_edit import styles
from conspectus.yaml_edit.edit import EditError
from conspectus.yaml_edit.sheet import COMMENT, Sheet, Way, column, is_flow, plain, texts
from conspectus.yaml_edit.splices import Splice, checked, instead_of, keys_of, plain_of
from conspectus.yaml_edit.styles import Value


def with_entry(
    sheet: Sheet, way: Way, key: str, value: Value, order: abc.Sequence[str] = (), comment: str = ""
) -> Sheet:
    """A mapping with a key it does not have yet, after the last one that comes before it in `order`. `comment`: what
    stands beside the only item of a list, which has a line of its own then, if the mapping has no brackets."""
    mapping = sheet.at(way)
    entry = f"{styles.inline(key)}: {styles.inline(value)}"
    comments = None
    if not isinstance(mapping, Mapping):
        if not (isinstance(mapping, Scalar) and mapping.value is None):
            raise sheet.by_hand(mapping, "expected keys and values")
        splice = instead_of(mapping, f"{_space(mapping)}{{{entry}}}")
    elif is_flow(mapping):
        splice = _into_brackets(sheet, mapping, [value for _, value in mapping.entries], entry)
    else:
        first, after = mapping.entries[0][0], _predecessor(mapping, key, order)
        indent = " " * column(first)
        if comment:
            comments = [*sheet.comments(), comment]
            entry = f"{styles.inline(key)}:{sheet.newline}{indent}  - {styles.inline(next(iter(value)))}  {comment}"
        splice = (
            _below(sheet, after.extent.end, f"{indent}{entry}")
            if after
            else (first.extent.start, first.extent.start, f"{entry}{sheet.newline}{indent}")
        )
    return checked(sheet, [splice], way, lambda data: {**keys_of(data), key: plain_of(value)}, mapping, comments)


def without_entry(sheet: Sheet, way: Way, key: str, comment: str = "") -> Sheet:
    """A mapping without one of its keys. Comments there stay, on a line of their own, but this one goes along."""
    mapping = sheet.at(way)
    if not isinstance(mapping, Mapping):
        raise sheet.by_hand(mapping, "expected keys and values")
    number = [name.text for name, _ in mapping.entries].index(key)
    name, value = mapping.entries[number]
    start, comments = name.extent.start, None
    if len(mapping.entries) == 1:
        splices = [instead_of(mapping, "{}")]
    elif is_flow(mapping):
        spans = [(name.extent.start, value.extent.end) for name, value in mapping.entries]
        splices = _out_of_brackets(sheet, spans, number)
    elif number == 0 and sheet.text[sheet.line_start(start) : start].strip():
        following = mapping.entries[1][0].extent.start
        kept = sheet.comments(start, following)
        lines = "".join(f"{comment}{sheet.newline}{' ' * column(name)}" for comment in kept)
        splices = [(start, following, lines)]
    else:
        splices = [_without_lines(sheet, start, value.extent.end, comment)]
        comments = _comments_without(sheet, start, value.extent.end, comment)
    others = {name.text: plain(value) for name, value in mapping.entries if name.text != key}
    return checked(sheet, splices, way, lambda _: others, name, comments)


def with_item(sheet: Sheet, way: Way, key: str, item: str, order: abc.Sequence[str] = (), comment: str = "") -> Sheet:
    """A mapping in which the list behind a key has one item more, at its end; the list begins if there is none.
    `comment`: what stands beside the item, if it has a line of its own, as in a list that begins with it."""
    value = sheet.get((*way, key))
    if value is None:
        return with_entry(sheet, way, key, [item], order, comment)
    written = styles.inline(item)
    before: list[Any] = []
    comments = None
    if isinstance(value, Sequence):
        before = [plain(each) for each in value.items]
        if is_flow(value):
            splice = _into_brackets(sheet, value, value.items, written)
        else:
            splice = _below(sheet, value.extent.end, f"{' ' * column(value)}- {written}  {comment}".rstrip())
            comments = [*sheet.comments(), *filter(None, [comment])]
    elif isinstance(value, Scalar) and value.value is None:
        splice = instead_of(value, f"{_space(value)}[{written}]")
    elif isinstance(value, Scalar):
        before = [plain(value)]
        splice = instead_of(value, f"[{sheet.written(value)}, {written}]")
    else:
        raise sheet.by_hand(value, "expected a list")
    return checked(
        sheet, [splice], way, lambda data: {**keys_of(data), key: [*before, plain_of(item)]}, value, comments
    )


def without_item(sheet: Sheet, way: Way, key: str, item: str, comment: str = "") -> Sheet:
    """A mapping in which the list behind a key lacks an item, and this comment beside it; with the last item goes the
    key."""
    value = sheet.get((*way, key))
    if not isinstance(value, Sequence) or len(value.items) == 1:
        return without_entry(sheet, way, key, comment)
    number = next(n for n, each in enumerate(value.items) if isinstance(each, Scalar) and each.text.strip() == item)
    removed, comments = value.items[number], None
    if is_flow(value):
        splices = _out_of_brackets(sheet, [each.extent[:2] for each in value.items], number)
    else:
        dash = sheet.text.rindex("-", 0, removed.extent.start)
        splices = [_without_lines(sheet, dash, removed.extent.end, comment)]
        comments = _comments_without(sheet, dash, removed.extent.end, comment)
    kept = [plain(each) for n, each in enumerate(value.items) if n != number]
    return checked(sheet, splices, way, lambda data: {**keys_of(data), key: kept}, removed, comments)


def with_named(sheet: Sheet, way: Way, key: str, name: str, item: str, order: abc.Sequence[str] = ()) -> Sheet:
    """A mapping with lists by their names behind a key, such as `place`, in which one of the lists has an item more."""
    if sheet.get((*way, key)) is None:
        return with_entry(sheet, way, key, {name: [item]}, order)
    return with_item(sheet, (*way, key), name, item)


def without_named(sheet: Sheet, way: Way, key: str, name: str, item: str) -> Sheet:
    """A mapping in which such a list lacks an item; with the last item goes its name, with the last name the key."""
    lists = sheet.at((*way, key))
    if isinstance(lists, Mapping) and len(lists.entries) == 1 and texts(lists.get(name)) == [item]:
        return without_entry(sheet, way, key)
    return without_item(sheet, (*way, key), name, item)


def with_text(sheet: Sheet, way: Way, key: str, text: str, order: abc.Sequence[str] = ()) -> Sheet:
    """A mapping with prose behind a key, in the style of what stood there, or on lines of its own where it is long."""
    if sheet.get((*way, key)) is None:
        sheet = with_entry(sheet, way, key, "", order)
    mapping, value = sheet.at(way), sheet.get((*way, key))
    if not isinstance(mapping, Mapping) or not isinstance(value, Scalar):
        raise sheet.by_hand(value, "expected text")
    indent = next(column(name) for name, _ in mapping.entries if name.text == key)
    room = styles.WIDTH - indent - len(key) - 2
    ways = styles.prose(text, indent + 2, room, value.extent.style if value.text else "", sheet.newline)
    for written in (styles.quoted(text),) if is_flow(mapping) else ways:
        splice = instead_of(value, f"{_space(value)}{written}")
        try:
            return checked(sheet, [splice], way, lambda data: {**keys_of(data), key: plain_of(text)}, value)
        except EditError as error:
            refused = error
    raise refused


def _predecessor(mapping: Mapping, key: str, order: abc.Sequence[str]) -> Node | None:
    """The value after which a key belongs: that of the last key which comes before it in order, None if none does;
    where it has no place in the order, the last value of all.
    """
    if key not in order:
        return mapping.entries[-1][1]
    earlier = [value for name, value in mapping.entries if name.text in order[: order.index(key)]]
    return earlier[-1] if earlier else None


def _space(value: Node) -> str:
    """What parts a value from its key: nothing, if there is something already."""
    return " " if value.extent.start == value.extent.end else ""


def _below(sheet: Sheet, at: int, line: str) -> Splice:
    """A new line below the one a value ends in."""
    end = sheet.line_end(at)
    return (end, end, f"{sheet.newline}{line}")


def _into_brackets(sheet: Sheet, holder: Node, items: abc.Sequence[Node], written: str) -> Splice:
    """One more item after the last in brackets or braces; on a line of its own where the line would grow too long."""
    if not items:
        return (holder.extent.start + 1, holder.extent.start + 1, written)
    end = items[-1].extent.end
    length = sheet.line_end(end) - sheet.line_start(end)
    if length + len(written) + 2 <= styles.WIDTH:
        return (end, end, f", {written}")
    line = sheet.text[sheet.line_start(end) : end]
    deeper = 0 if sheet.line_start(end) > holder.extent.start else 4
    indent = len(line) - len(line.lstrip(" -")) + deeper
    return (end, end, f",{sheet.newline}{' ' * indent}{written}")


def _out_of_brackets(sheet: Sheet, spans: abc.Sequence[tuple[int, int]], number: int) -> list[Splice]:
    """Without one of several items in brackets, and the comma that parts it from the next, or the one before."""
    start, end = spans[number]
    gap = (end, spans[number + 1][0]) if number + 1 < len(spans) else (spans[number - 1][1], start)
    between = sheet.text[slice(*gap)]
    if not COMMENT.search(between):
        return [(min(start, gap[0]), max(end, gap[1]), "")]
    comma = gap[0] + re.sub(r"#[^\r\n]*", lambda found: " " * len(found[0]), between).index(",")
    return [(start, end, ""), (comma, comma + 1, "")]


def _without_lines(sheet: Sheet, start: int, end: int, comment: str) -> Splice:
    """Without the lines of a value, except for the comments in them other than this one."""
    first, last = sheet.line_start(start), sheet.line_end(end)
    indent = " " * (start - first)
    if kept := [each for each in sheet.comments(first, last) if each != comment]:
        return (first, last, sheet.newline.join(f"{indent}{each}" for each in kept))
    after = sheet.text[last : last + 2]
    if after:
        return (first, last + (2 if after == "\r\n" else 1), "")
    return (max(0, first - len(sheet.newline)), last, "")


def _comments_without(sheet: Sheet, start: int, end: int, comment: str) -> list[str]:
    """The file's comments without those in the lines of a value that are this one."""
    first, last = sheet.line_start(start), sheet.line_end(end)
    kept = [each for each in sheet.comments(first, last) if each != comment]
    return [*sheet.comments(0, first), *kept, *sheet.comments(last)]
