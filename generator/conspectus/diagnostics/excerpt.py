"""The line of a mistake, prepared for a terminal: tabs, wide characters, and lines too long to show whole."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from conspectus.diagnostics.values import Span

TAB = 4
"""Columns between tab stops."""

BEFORE, AFTER = 60, 100
"""How many characters of a long line are shown before and after the start of the marked part."""

LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""Where YAML begins a new line; no other format has more line ends."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line as it is shown; the marked part begins after `indent` columns and is `width` columns wide."""

    line: str
    indent: int
    width: int


def excerpt(text: str | None, span: Span) -> Excerpt | None:
    """The line of a file's text that a span is in; None if there is no such line, or it is empty."""
    lines = LINE_END.split(text or "")
    if not 1 <= span.line <= len(lines) or not lines[span.line - 1].strip():
        return None
    line = lines[span.line - 1]
    start = min(span.column - 1, len(line))
    first, last = max(0, start - BEFORE), min(len(line), start + AFTER)
    cells = [("…", 1)] if first else []
    cells += _cells(line[first:last])
    skipped = 1 if first else 0
    begin = start - first + skipped
    end = min(start + span.width, last) - first + skipped
    shown = "".join(shown for shown, _ in cells) + ("…" if last < len(line) else "")
    indent = sum(columns for _, columns in cells[:begin])
    width = sum(columns for _, columns in cells[begin:end])
    return Excerpt(shown.rstrip(), indent, max(width, 1))


def _cells(line: str) -> Iterator[tuple[str, int]]:
    """Each character as it is shown, and how many columns it takes."""
    column = 0
    for character in line:
        if character == "\t":
            columns = TAB - column % TAB
            shown = " " * columns
        else:
            shown = visible(character)
            columns = _columns(shown)
        yield shown, columns
        column += columns


def _columns(character: str) -> int:
    """How many columns of a terminal a character takes, by Unicode's East Asian Width (UAX 11)."""
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def visible(text: str) -> str:
    """The text with � for characters that would control a terminal or change the writing direction."""
    return "".join("\ufffd" if unicodedata.category(c) in ("Cc", "Cf", "Cs") else c for c in text)
