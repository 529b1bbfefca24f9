"""YAML with positions, read time after time: in a file that ends in a list, an item that says what it said, in the line
it stood in, is the very same value, and only the others are read.

What comes of a file is what `read` would make of it; that reads it whole wherever cutting it is not easy.
"""

from __future__ import annotations

import re

from conspectus.diagnostics import Mistake, Span
from conspectus.located.reading import MAX_BYTES, read, read_text
from conspectus.located.values import Mapping, Node, Scalar, Sequence

LAST_KEY = re.compile(r"^\w+:[ \t]*(?:#.*)?\n(?:[ \t]*(?:#.*)?\n)*(?=(?P<indent> *)- )", re.MULTILINE)
"""A key of the file itself with nothing but a list below it."""

UNUSUAL = re.compile("[\r\x85\u2028\u2029\ufeff]")
"""Line ends that only YAML knows, and what it leaves out: with them, lines are not what they seem."""

Items = dict[tuple[int, str], Node]
"""The items of a list by the line each begins in, from 0, and its text."""


class Reader:
    """Reads files, and keeps the items of their lists for the next time."""

    def __init__(self) -> None:
        self._items: dict[str, Items] = {}  # by the file's path

    def read(self, data: bytes, path: str) -> tuple[Node | None, tuple[Mistake, ...]]:
        """As `reading.read`."""
        pieces = _cut(data)
        root = _assembled(*pieces, path, self._items.setdefault(path, {})) if pieces else None
        return (root, ()) if root else read(data, path)


def _cut(data: bytes) -> tuple[str, list[str], int] | None:
    """What stands before a file's list, the list's items, whole lines each, and by how much they are indented. None
    where that is not easily told: an item that seems to begin within quotes or brackets makes pieces that are no YAML.
    """
    if len(data) > MAX_BYTES:
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    found = LAST_KEY.search(text)
    if not found or not text.endswith("\n") or UNUSUAL.search(text):
        return None
    indent = found["indent"]
    head, rest = text[: found.end()], text[found.end() :]
    elsewhere = rf"^(?!{indent}- |{indent} |[ \t]*(?:#.*)?$)"
    if re.search(elsewhere, rest, re.MULTILINE):
        return None
    return head, re.split(rf"^(?={indent}- )", rest, flags=re.MULTILINE)[1:], len(indent)


def _assembled(head: str, items: list[str], indent: int, path: str, known: Items) -> Mapping | None:
    """The file from its pieces, those that are not `known` read now; None if any is no YAML, or has a mistake."""
    root, mistakes = read_text(head, path)
    line = head.count("\n")
    if mistakes or not isinstance(root, Mapping) or not _ends_in_nothing(root):
        return None
    now: Items = {}
    for text in items:
        item = known.get((line, text)) or _item(text, path, line)
        if item is None:
            return None
        now[line, text] = item
        line += text.count("\n")
    known.clear()
    known.update(now)
    *others, (key, _) = root.entries
    listed = Sequence(tuple(now.values()), Span(path, head.count("\n") + 1, indent + 1))
    return Mapping((*others, (key, listed)), root.span)


def _ends_in_nothing(root: Mapping) -> bool:
    _, last = root.entries[-1]
    return isinstance(last, Scalar) and not last.text


def _item(text: str, path: str, line: int) -> Node | None:
    """The only item of a piece of a list."""
    found, mistakes = read_text(text, path, line, depth=1)
    one = isinstance(found, Sequence) and len(found.items) == 1
    return found.items[0] if one and not mistakes and isinstance(found, Sequence) else None
