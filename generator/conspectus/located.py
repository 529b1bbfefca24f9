"""YAML with positions: every key and every value knows where it is written.

`yaml.compose` keeps positions; this turns its nodes into small values and its mistakes into `Mistake`s. What YAML
offers beyond data (aliases, tags, several documents) is refused: a hand-written file needs none of it, and an alias
in a stranger's file can be made to grow without end.
"""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from conspectus.diagnostics import Mistake, Span

MAX_DEPTH = 40
MAX_BYTES = 64 * 1024 * 1024

PLAIN = ("str", "int", "float", "bool", "null", "timestamp", "merge", "value")
BOOLS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value. `text` is what is written; `value` is text, or a bool, int, float or None where YAML says so."""

    value: str | int | float | bool | None
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values, in the order they are written; of a key written twice the first is kept."""

    entries: tuple[tuple[Scalar, Node], ...]
    span: Span

    def get(self, key: str) -> Node | None:
        return next((value for name, value in self.entries if name.text == key), None)

    def key(self, key: str) -> Scalar | None:
        return next((name for name, _ in self.entries if name.text == key), None)


Node = Scalar | Sequence | Mapping


class _Refused(Exception):
    def __init__(self, mistake: Mistake) -> None:
        self.mistake = mistake


def read(data: bytes, path: str) -> tuple[Node | None, tuple[Mistake, ...]]:
    """Read one YAML document.

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
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    mistakes: list[Mistake] = []
    try:
        root = yaml.compose(text, Loader=loader)
        node = _Reader(path, mistakes).node(root, 0) if root is not None else None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        span = Span(path, mark.line + 1, mark.column + 1) if mark else Span(path)
        mistakes.append(Mistake("broken-yaml", _said(error), span, _hint(str(error))))
        return None, tuple(mistakes)
    except yaml.reader.ReaderError as error:
        line = text[: error.position].count("\n") + 1
        mistakes.append(Mistake("broken-yaml", "a control character stands here", Span(path, line), "delete it"))
        return None, tuple(mistakes)
    except _Refused as refused:
        return None, (*mistakes, refused.mistake)
    except RecursionError:
        return None, (*mistakes, Mistake("broken-yaml", f"nested deeper than {MAX_DEPTH} levels", Span(path)))
    return node, tuple(mistakes)


def _said(error: yaml.MarkedYAMLError) -> str:
    parts = [part for part in (error.problem, error.context) if part]
    return f"this is not YAML: {', '.join(parts)}"


def _hint(problem: str) -> str:
    if "mapping values are not allowed" in problem:
        return "put text that contains a colon in quotes, and check the indentation"
    if "cannot start any token" in problem:
        return "indent with spaces, and put text that starts with @, `, % or a tab in quotes"
    if "could not find expected ':'" in problem:
        return "check the indentation and that every key ends in a colon"
    return "check indentation, quotes and brackets"


class _Reader:
    """Turns PyYAML's nodes into values, counting on the composer to have expanded nothing."""

    def __init__(self, path: str, mistakes: list[Mistake]) -> None:
        self.path = path
        self.mistakes = mistakes
        self.seen: set[int] = set()

    def span(self, node: yaml.Node) -> Span:
        start, end = node.start_mark, node.end_mark
        width = end.column - start.column if end.line == start.line else 1
        return Span(self.path, start.line + 1, start.column + 1, max(width, 1))

    def node(self, node: yaml.Node, depth: int) -> Node:
        if id(node) in self.seen:
            raise _Refused(Mistake("broken-yaml", "aliases are not read here", self.span(node), "write it out"))
        self.seen.add(id(node))
        if depth > MAX_DEPTH:
            raise _Refused(Mistake("broken-yaml", f"nested deeper than {MAX_DEPTH} levels", self.span(node)))
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, depth)
        if isinstance(node, yaml.SequenceNode):
            return Sequence(tuple(self.node(item, depth + 1) for item in node.value), self.span(node))
        return self.scalar(node)

    def mapping(self, node: yaml.MappingNode, depth: int) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                raise _Refused(Mistake("broken-yaml", "a key must be a word", self.span(key_node)))
            key, value = self.scalar(key_node), self.node(value_node, depth + 1)
            if key.text in entries:
                first = entries[key.text][0].span
                said = f"the key `{key.text}` is written twice"
                self.mistakes.append(
                    Mistake("duplicate-key", said, key.span, f"delete one; the first is in line {first.line}")
                )
            else:
                entries[key.text] = (key, value)
        return Mapping(tuple(entries.values()), self.span(node))

    def scalar(self, node: yaml.Node) -> Scalar:
        tag = node.tag.removeprefix("tag:yaml.org,2002:")
        if tag not in PLAIN:
            raise _Refused(Mistake("broken-yaml", f"the tag {node.tag} is not read here", self.span(node), "delete it"))
        return Scalar(_value(tag, node.value), node.value, self.span(node))


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
