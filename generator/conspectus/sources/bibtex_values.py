"""The values of BibTeX's fields: `{…}`, `"…"`, numbers and names of strings, put together with `#`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from conspectus.model.when import MONTHS

STRINGS = {month[:3].lower(): month for month in MONTHS}
"""The strings every style defines."""

WORD = re.compile(r'[^\s"#{},]+')
NEXT_FIELD = re.compile(r"\s*(?P<key>[A-Za-z][\w-]*)\s*=\s*(?P<value>.+)", re.S)


def values(key: str, raw: str, strings: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The field's key and value; and those of the fields behind it where the comma between them is missing.

    A name that no `@string` defines stands for itself, so that nothing is lost.
    """
    while True:
        value, rest = _value(raw, strings)
        following = NEXT_FIELD.fullmatch(rest)
        if not following:
            yield key, f"{value} {rest}".strip() if rest.strip() else value
            return
        yield key, value
        key, raw = following["key"].lower(), following["value"]


def _value(raw: str, strings: Mapping[str, str]) -> tuple[str, str]:
    """The value at the beginning of the text, and what is left behind it."""
    parts: list[str] = []
    at = 0
    while True:
        at += len(raw[at:]) - len(raw[at:].lstrip())
        if raw[at : at + 1] in ('"', "{"):
            end = _closing(raw, at)
            parts.append(raw[at + 1 : end])
            at = end + 1
        elif word := WORD.match(raw, at):
            name = word[0].lower()
            parts.append(strings.get(name, STRINGS.get(name, word[0])))
            at = word.end()
        rest = raw[at:].lstrip()
        if not rest.startswith("#"):
            return "".join(parts), raw[at:]
        at = len(raw) - len(rest) + 1


def _closing(raw: str, start: int) -> int:
    """Where the group that opens at `start` ends; at the text's end if it is never closed."""
    depth = 0
    closing = '"' if raw[start] == '"' else "}"
    at = start + 1
    while at < len(raw):
        char = raw[at]
        if char == "\\":
            at += 1
        elif char == closing and depth == 0:
            return at
        elif char in "{}":
            depth += 1 if char == "{" else -1
        at += 1
    return len(raw)
