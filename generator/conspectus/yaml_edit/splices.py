"""Replacing pieces of a file's text, and making sure that it then says what it should and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from typing import Any

from conspectus.located import Node
from conspectus.yaml_edit.edit import EditError
from conspectus.yaml_edit.sheet import Plain, Sheet, Way, plain, read
from conspectus.yaml_edit.styles import Value

Splice = tuple[int, int, str]
"""The start and the end of the replaced characters, and the text that replaces them."""


def instead_of(node: Node, text: str) -> Splice:
    """A text where a value stands."""
    return (node.extent.start, node.extent.end, text)


def changed(
    sheet: Sheet,
    splices: Sequence[Splice],
    expected: Plain,
    at: Node | None,
    comments: Sequence[str] | None = None,
) -> Sheet:
    """The file with pieces of its text replaced. EditError unless it then says what is expected, and has these
    comments: if none are given, all that it had.
    """
    wanted = sheet.comments() if comments is None else comments
    text = sheet.text
    for start, end, new in sorted(splices, reverse=True):
        text = text[:start] + new + text[end:]
    try:
        found = read(text, sheet.path)
    except EditError as error:
        raise sheet.by_hand(at, "its layout does not allow it") from error
    if plain(found.root) != expected:
        raise sheet.by_hand(at, "its layout does not allow it")
    if sorted(found.comments()) != sorted(wanted):
        raise sheet.by_hand(at, "a comment would be lost")
    return found


def checked(
    sheet: Sheet,
    splices: Sequence[Splice],
    way: Way,
    change: Callable[[Plain], Plain],
    at: Node | None,
    comments: Sequence[str] | None = None,
) -> Sheet:
    """The file with pieces of its text replaced, where that changes the value a way leads to, and nothing else.
    `comments`: those that it has then, if not the same."""
    data: Any = deepcopy(plain(sheet.root))
    if not way:
        return changed(sheet, splices, change(data), at, comments)
    holder = holder_of(data, way)
    holder[way[-1]] = change(holder[way[-1]])
    return changed(sheet, splices, data, at, comments)


def holder_of(data: Any, way: Way) -> Any:
    """The mapping or list in which the last step of a way is taken."""
    for step in way[:-1]:
        data = data[step]
    return data


def keys_of(data: Plain) -> dict[str, Any]:
    """A mapping's keys and values; none where nothing is written."""
    return data if isinstance(data, dict) else {}


def plain_of(value: Value) -> Any:
    if isinstance(value, str):
        return ("str", value)
    if isinstance(value, Sequence):
        return [plain_of(item) for item in value]
    return {key: plain_of(items) for key, items in value.items()}
