"""The line of a mistake, prepared for a terminal: tabs, wide characters, and lines too long to show whole."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from conspectus.diagnostics.values import Span

TAB = 4
"""Columns between tab stops."""

BEFORE, AFTER = 60, 100
"""How many characters of a long line are shown before and after the start of the marked part."""

LINE_END = re.compile("\r\n|[\n\r]")
YAML_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""Where YAML begins a new line, which may stand in front of Markdown too."""

WITH_YAML = (".yaml", ".yml", ".md")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line as it is shown: what is before the marked part, that part, and what is after it."""

    before: str
    marked: str
    after: str


def excerpt(text: str | None, span: Span) -> Excerpt | None:
    """The line of a file's text that a span is in; None if there is no such line, it is empty, or it is no text."""
    lines = _lines(text or "", YAML_LINE_END if span.file.lower().endswith(WITH_YAML) else LINE_END)
    line = lines[span.line - 1] if 1 <= span.line <= len(lines) else ""
    if not line or line.isspace():
        return None
    start = min(span.column - 1, len(line))
    first, last = max(0, start - BEFORE), min(len(line), start + AFTER)
    end = min(start + span.width, last)
    return Excerpt(
        ("…" if first else "") + line[first:start], line[start:end], line[end:last] + ("…" if last < len(line) else "")
    )


@lru_cache(maxsize=2)
def _lines(text: str, end: re.Pattern[str]) -> list[str]:
    """The lines of a text, none of what is no text; remembered, for mistakes come file by file."""
    return [] if "\0" in text else end.split(text)


def on_terminal(text: str, column: int = 0) -> tuple[str, int]:
    """A text as a terminal shows it from a column on, and the column after it, by East Asian Width (UAX 11)."""
    shown = ""
    for character in text:
        piece = " " * (TAB - column % TAB) if character == "\t" else visible(character)
        shown += piece
        column += sum(
            0 if unicodedata.category(each) in ("Mn", "Me") else 1 + (unicodedata.east_asian_width(each) in ("W", "F"))
            for each in piece
        )
    return shown, column


def visible(text: str) -> str:
    """The text with � for characters that would control a terminal or change the writing direction."""
    return "".join("\ufffd" if unicodedata.category(c) in ("Cc", "Cf", "Cs") else c for c in text)
