"""From YAML to values that know where they are written.

PyYAML's events keep positions; this turns them into small values and its mistakes into `Mistake`s. What YAML offers
beyond data (aliases, tags, several documents) is refused: a hand-written file needs none of it, and an alias in a
stranger's file can be made to grow without end. Events are read instead of `yaml.compose` because that goes down as
deep as a file is nested, in C, until the process dies.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import yaml

from conspectus.diagnostics import Mistake, Span
from conspectus.located import broken
from conspectus.located.values import CONTROL, UNKNOWN, Extent, Mapping, Node, Scalar, Sequence

MAX_DEPTH = 40
MAX_BYTES = 64 * 1024 * 1024
MOST_VALUES = 500_000
"""Of so many a file of the largest size consists if they are as long as in files that people write."""

PLAIN = ("str", "int", "float", "bool", "null", "timestamp", "merge", "value")
BLOCKS = ("|", ">")
"""How a text of several lines begins."""

EMPTY_LINES = re.compile(r"(?:\r?\n[ \t]*)+\Z")
"""What follows the last line of a text of several lines."""

BOOLS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


LONGEST_BOOL = max(map(len, BOOLS))


class _RefusalError(Exception):
    def __init__(self, mistake: Mistake) -> None:
        self.mistake = mistake


def read(data: bytes, path: str, *, extents: bool = False) -> tuple[Node | None, tuple[Mistake, ...]]:
    """Read one YAML document; with `extents`, each value has the characters it is written with, for who edits them.

    Returns its root (None for an empty file, or one that cannot be read) and the mistakes found: `unreadable-file`
    for bytes that are not UTF-8, `broken-yaml` for what is not YAML or not plain data, `duplicate-key` for a key
    written twice in one mapping.
    """
    if len(data) > MAX_BYTES:
        limit = MAX_BYTES // 1024 // 1024
        return None, (Mistake("unreadable-file", f"the file is larger than {limit} MiB", Span(path), "split it"),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return None, (Mistake("unreadable-file", "the file is not UTF-8 here", Span(path, line), "save it as UTF-8"),)
    return read_text(text, path, extents=extents)


def read_text(
    text: str, path: str, before: int = 0, depth: int = 0, *, extents: bool = False
) -> tuple[Node | None, tuple[Mistake, ...]]:
    """As `read`; the text may be a piece of a file that has so many lines before it, and be nested so deep in it."""
    builder = _TreeBuilderWithExtents if extents else _TreeBuilder
    mistakes: list[Mistake] = []
    try:
        with collector_off():
            node = builder(text, path, before, mistakes).document(depth)
    except yaml.MarkedYAMLError as error:
        mistakes.append(broken.mistake(error, text, path, before))
        return None, tuple(mistakes)
    except yaml.reader.ReaderError as error:
        line = before + text[: error.position].count("\n") + 1
        mistakes.append(Mistake("broken-yaml", "the file has a control character here", Span(path, line), "delete it"))
        return None, tuple(mistakes)
    except _RefusalError as refused:
        return None, (*mistakes, refused.mistake)
    return node, tuple(mistakes)


@contextmanager
def collector_off() -> Iterator[None]:
    """Without the search for cycles while many small values without any are made: it looks at all of them again and
    again, which makes 10,000 records take 6 s instead of 2."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _TreeBuilder:
    """Turns PyYAML's events into values, never going deeper than `MAX_DEPTH`."""

    def __init__(self, text: str, path: str, before: int, mistakes: list[Mistake]) -> None:
        self.text = text
        self.path = path
        self.before = before
        self.parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
        self.mistakes = mistakes
        self.left = MOST_VALUES
        self.typed = self.parser.yaml_implicit_resolvers.keys()
        """What a word begins with that may be a number, a truth value or a date; most are text."""

    def span(self, start: Any, end: Any = None) -> Span:
        first, last = start.start_mark, (end or start).end_mark
        line, column = first.line, first.column
        width = last.column - column if last.line == line else 1
        return Span(self.path, self.before + line + 1, column + 1, width or 1)

    def extent(self, _start: Any, _end: Any, _last: Node | None = None) -> Extent:
        """The extent of a value, from its first and last event and the last value in it."""
        return UNKNOWN

    def document(self, depth: int) -> Node | None:
        """The only document of the stream; None if there is none."""
        self.parser.get_event()
        if isinstance(self.parser.get_event(), yaml.StreamEndEvent):
            return None
        root = self.node(self.parser.get_event(), depth)
        self.parser.get_event()
        following = self.parser.get_event()
        if not isinstance(following, yaml.StreamEndEvent):
            raise self.broken("the file has a second YAML document here", following, "delete the line with ---")
        return root

    def node(self, event: Any, depth: int) -> Node:
        self.left -= 1
        if self.left < 0:
            raise self.broken(f"the file has more than {MOST_VALUES:,} values", event, "split it")
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if isinstance(event, yaml.AliasEvent):
            raise self.broken("YAML aliases are not supported", event, "write the value out")
        if depth == MAX_DEPTH:
            raise self.broken(f"the YAML is nested deeper than {MAX_DEPTH} levels", event)
        if event.tag is not None:
            raise self.tagged(event)
        return self.mapping(event, depth) if isinstance(event, yaml.MappingStartEvent) else self.sequence(event, depth)

    def sequence(self, start: Any, depth: int) -> Sequence:
        items = []
        while not isinstance(event := self.parser.get_event(), yaml.SequenceEndEvent):
            items.append(self.node(event, depth + 1))
        return Sequence(tuple(items), self.span(start, event), self.extent(start, event, items[-1] if items else None))

    def mapping(self, start: Any, depth: int) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(event := self.parser.get_event(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise self.broken("a key must be a single word or text", event)
            key, value = self.scalar(event), self.node(self.parser.get_event(), depth + 1)
            if key.text in entries:
                first = entries[key.text][0].span
                message = f"the key `{CONTROL.sub(' ', key.text)}` is written twice"
                self.mistakes.append(
                    Mistake("duplicate-key", message, key.span, f"delete one; the first is on line {first.line}")
                )
            else:
                entries[key.text] = (key, value)
        read = tuple(entries.values())
        return Mapping(read, self.span(start, event), self.extent(start, event, read[-1][1] if read else None))

    def scalar(self, event: Any) -> Scalar:
        value = event.value
        if event.tag is None and not (event.implicit[0] and value[:1] in self.typed and not _is_word(value)):
            return Scalar(value, value, self.span(event), self.extent(event, event))
        tag = event.tag or self.parser.resolve(yaml.ScalarNode, value, event.implicit)
        tag = tag.removeprefix("tag:yaml.org,2002:")
        if tag not in PLAIN:
            raise self.tagged(event)
        return Scalar(_value(tag, value), value, self.span(event), self.extent(event, event))

    def tagged(self, event: Any) -> _RefusalError:
        return self.broken(f"the YAML tag {event.tag} is not supported", event, "delete it")

    def broken(self, message: str, event: Any, help: str = "") -> _RefusalError:
        return _RefusalError(Mistake("broken-yaml", message, self.span(event), help))


class _TreeBuilderWithExtents(_TreeBuilder):
    """Tells of each value, too, which characters it is written with."""

    def extent(self, start: Any, end: Any, last: Node | None = None) -> Extent:
        first, after = start.start_mark.index, end.end_mark.index
        if isinstance(start, yaml.ScalarEvent):
            style = start.style or ""
            if style in BLOCKS:
                after = first + len(EMPTY_LINES.sub("", self.text[first:after]))
            return Extent(first, after, style)
        if start.flow_style:
            return Extent(first, after, "{" if isinstance(start, yaml.MappingStartEvent) else "[")
        return Extent(first, max(last.extent.end, first) if last else first)


def _is_word(value: str) -> bool:
    """Whether a value is longer than any of YAML's truth values, and as little a number as these are."""
    return len(value) > LONGEST_BOOL and value[0].isalpha()


def _value(tag: str, text: str) -> str | int | float | bool | None:
    if tag == "null":
        return None
    if tag == "bool":
        return BOOLS[text.lower()]
    if tag in ("int", "float"):
        try:
            return int(text) if tag == "int" else float(text)
        except ValueError:  # 0x1F, 1_000, 12:30 and .inf are words to us, not numbers
            return text
    return text
