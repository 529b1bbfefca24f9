"""Files that are a list, or end in one, read again after an edit: only items that are new are read as YAML.

What comes of a file is what `read` makes of it. Where its items are not easily told from one another, nothing comes of
it here, and it is to be read whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from collections.abc import Sequence as Values
from itertools import accumulate
from typing import NamedTuple, TypeVar

from conspectus.diagnostics import Mistake, Span
from conspectus.located.reading import MAX_BYTES, read, read_text
from conspectus.located.values import CONTROL, Mapping, Node, Scalar, Sequence

T = TypeVar("T")

Items = tuple[list[T] | None, tuple[Mistake, ...]]
"""What comes of a list's items, None where they are no YAML, and what is wrong with it."""

BLANK = r"[ \t]*(?:#.*)?\r?"
"""What is on a line that says nothing."""

BEGIN = re.compile(rf"(?:\A|^(?P<key>\w+:){BLANK}\n)(?:{BLANK}\n)*(?=(?P<indent> *)- )", re.MULTILINE)
"""What stands before the first item: the file's beginning or a key of the file itself, and nothing but comments."""

UNUSUAL = "\x85\u2028\u2029\ufeff"
"""Line ends that only YAML knows, and what it leaves out: with them, lines are not what they seem."""


class Listing(NamedTuple):
    """A file cut into what stands before its list, and the items' texts without hyphens and last line ends.

    `depth`: how many collections the list is in.
    """

    head: str
    depth: int
    indent: str
    items: tuple[str, ...]

    @property
    def lines(self) -> Iterator[int]:
        """The number of lines before each item."""
        return accumulate((item.count("\n") + 1 for item in self.items), initial=self.head.count("\n"))

    def written(self, *items: str) -> str:
        """Items as they are written in the file, behind the end of a line."""
        return f"\n{self.indent}- ".join(("", *items)) + "\n"

    def is_plain(self, *items: str) -> bool:
        """Whether each item begins with a hyphen where the first one does, and everything else is part of an item."""
        text = self.written(*items)
        astray = re.search(rf"\n(?!{self.indent}- |{self.indent} |{BLANK}(?:\n|\Z))", text)
        return not (astray or _has_unusual_lines(text))


def listing(data: bytes) -> Listing | None:
    """A file cut into items; None for one that ends in no list, or is not UTF-8."""
    if len(data) > MAX_BYTES:
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    begin = BEGIN.search(text)
    if not begin or not text.endswith("\n"):
        return None
    head = text[: begin.end()]
    if CONTROL.search(head) or _has_unusual_lines(head):
        return None
    items = f"\n{text[begin.end() : -1]}".split(f"\n{begin['indent']}- ")[1:]
    return Listing(head, 1 if begin["key"] else 0, begin["indent"], tuple(items))


def read_items(
    now: Listing,
    before: Listing,
    known: Values[T | None],
    path: str,
    make: Callable[[Node], T | None],
    moved: Callable[[T, int], T] | None = None,
) -> Items[T] | None:
    """What `make` makes of the items of a list; None where the file is to be read whole.

    `known`: what was made of each item `before`; None for one that something was wrong with. The same text in the same
    line is taken over, and in another one `moved` by so many lines.
    """
    if len(before.items) != len(known) or not before.is_plain(*before.items):
        return None
    older = {
        text: (line, item)
        for text, line, item in zip(before.items, before.lines, known, strict=False)
        if item is not None
    }
    if any(CONTROL.search(text) or not now.is_plain(text) for text in now.items if text not in older):
        return None  # YAML refuses the file before it reads any item
    made: list[T] = []
    mistakes: tuple[Mistake, ...] = ()
    for number, (text, line) in enumerate(zip(now.items, now.lines, strict=False)):
        was, item = older.get(text, (-1, None))
        if item is not None and was == line:
            made.append(item)
        elif item is not None and moved:
            made.append(moved(item, line - was))
        else:
            root, wrong = read_text(now.written(text)[1:], path, line, now.depth)
            is_whole = isinstance(root, Sequence) and len(root.items) == 1
            if not is_whole:  # its quote or bracket may end in another item
                root, wrong = read_text(now.written(*now.items[number:])[1:], path, line, now.depth)
            mistakes += wrong
            if not isinstance(root, Sequence):
                return None, mistakes
            made += filter(None, map(make, root.items))
            if not is_whole:
                break
    return made, mistakes


def read_again(data: bytes, path: str, before: bytes, root: Node | None) -> tuple[Node | None, tuple[Mistake, ...]]:
    """As `read`; `root` is what was read of the bytes `before`, None where something was wrong with them."""
    now, old = listing(data), listing(before)
    known = root.entries[-1][1] if isinstance(root, Mapping) and root.entries else None
    if now and now.depth and old and isinstance(known, Sequence):
        head, mistakes = read_text(now.head, path)
        again: Items[Node] | None = read_items(now, old, known.items, path, lambda node: node)
        if isinstance(head, Mapping) and again and again[0] and not (mistakes or again[1]):
            *others, (key, value) = head.entries
            if isinstance(value, Scalar) and not value.text:
                listed = Sequence(tuple(again[0]), Span(path, now.head.count("\n") + 1, len(now.indent) + 1))
                return Mapping((*others, (key, listed)), head.span), ()
    return read(data, path)


def _has_unusual_lines(text: str) -> bool:
    return text.count("\r") != text.count("\r\n") or any(sign in text for sign in UNUSUAL)
