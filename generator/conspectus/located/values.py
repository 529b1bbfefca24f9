"""The values in a YAML file, each with the place it is written at, and how a reader looks into them."""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Mapping as Table
from typing import NamedTuple

from conspectus.diagnostics import Mistake, Span, did_you_mean

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What neither XML nor a page may carry; YAML can spell it in quotes."""


class Extent(NamedTuple):
    """The characters that a value is written with: from `start` up to `end`, without comments and empty lines that
    follow. `style` is the sign it begins with: a quote, bracket or brace, `|` or `>`; empty for plain words, and for
    lists and mappings with a line for each entry.
    """

    start: int
    end: int
    style: str = ""


UNKNOWN = Extent(-1, -1)
"""The extent of values whose reader did not ask for extents."""


class Scalar(NamedTuple):
    """A single value. `text` is what is written; `value` is text, or a bool, int, float or None where YAML says so."""

    value: str | int | float | bool | None
    text: str
    span: Span
    extent: Extent = UNKNOWN


class Sequence(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    span: Span
    extent: Extent = UNKNOWN


class Mapping(NamedTuple):
    """Keys and values, in the order they are written; of a key written twice the first is kept."""

    entries: tuple[tuple[Scalar, Node], ...]
    span: Span
    extent: Extent = UNKNOWN

    def get(self, key: str) -> Node | None:
        return next((value for name, value in self.entries if name.text == key), None)


Node = Scalar | Sequence | Mapping

Spellings = Table[str, str]
"""The ways to write the keys of a mapping, each with the key's name."""


def entries(
    node: Node, what: str, spellings: Spellings, mistakes: list[Mistake], hint: Callable[[str], str] | None = None
) -> dict[str, Node]:
    """The values of a mapping by the names of their keys. Other nodes, and keys that are not known, are mistakes.

    `what` names the mapping in messages. `spellings`: each way to write a key, with the key's name; one that was the
    name in an earlier version is read with a warning. `hint`: the help for a key that is not known, if not the usual.
    """
    if not isinstance(node, Mapping):
        help = f"the keys are {_listed(spellings)}"
        mistakes.append(Mistake("bad-value", f"{what} must be a mapping of keys to values", node.span, help))
        return {}
    found: dict[str, Node] = {}
    for key, value in node.entries:
        name = spellings.get(key.text)
        if name is None:
            help = hint(key.text) if hint else _nearest(key.text, spellings)
            message = f"{what} has no key `{' '.join(CONTROL.sub(' ', key.text).split())}`"
            mistakes.append(Mistake("unknown-key", message, key.span, help))
        elif name in found:
            message = f"`{name}` is written twice, once under a former name"
            mistakes.append(Mistake("duplicate-key", message, key.span, "delete one"))
        else:
            found[name] = value
            if name != key.text:
                message, help = f"the key `{key.text}` is now `{name}`", "rename it, or run `conspectus fmt`"
                mistakes.append(Mistake("renamed-key", message, key.span, help))
    return found


def _nearest(word: str, spellings: Spellings) -> str:
    return did_you_mean(word, spellings.values()) or f"the keys are {_listed(spellings)}"


def _listed(spellings: Spellings) -> str:
    return ", ".join(dict.fromkeys(spellings.values()))


def is_blank(node: Node) -> bool:
    """Whether nothing is written behind a key."""
    return isinstance(node, Scalar) and node.value is None


def text(node: Node | None, mistakes: list[Mistake]) -> str:
    """Text as it is written, so that `2024` and `yes` are text too; empty where nothing is written."""
    if node is None or is_blank(node):
        return ""
    if not isinstance(node, Scalar):
        mistakes.append(Mistake("bad-value", "expected text", node.span, "write it on one line, in quotes"))
        return ""
    return printable(node.text).strip()


def printable(text: str) -> str:
    """Text with spaces for control characters. Nearly all has none, which Python tells at once."""
    return text if text.isprintable() else CONTROL.sub(" ", text)


def line(node: Node | None, mistakes: list[Mistake]) -> str:
    """Text as one line, without white space around it."""
    return " ".join(text(node, mistakes).split())


def flag(node: Node | None, mistakes: list[Mistake]) -> bool | None:
    """True or false; None where nothing is written."""
    if node is None or is_blank(node):
        return None
    if isinstance(node, Scalar) and isinstance(node.value, bool):
        return node.value
    mistakes.append(Mistake("bad-value", "expected `true` or `false`", node.span))
    return None


def items(node: Node | None, mistakes: list[Mistake]) -> tuple[Scalar, ...]:
    """The texts of a list, or a single one; empty ones are left out."""
    nodes = node.items if isinstance(node, Sequence) else (node,) if node else ()
    return tuple(item for item in nodes if text(item, mistakes) and isinstance(item, Scalar))
