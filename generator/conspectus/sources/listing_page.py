"""A listing page saved as text: its lines, and what can be told of a line by itself."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from conspectus.diagnostics import Mistake, Span
from conspectus.located import MAX_BYTES
from conspectus.model.paper import Source
from conspectus.sources.fields import clean

LINE_END = re.compile(r"\r\n|\n|\r")
UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
"""Characters that browsers copy along and nobody sees: soft hyphens, zero-width spaces and joiners."""

RETRIEVED = re.compile(r"(?i)retrieved:\s*(.*)")

FURNITURE = re.compile(
    r"new|Get trending papers in your email inbox(?: once a day)?!|Subscribe|Daily Papers"
    r"|by ?AK and the research community"
)
"""What stands above the papers of search and daily listings."""

SENTENCE_BREAK = re.compile(r"[a-z0-9)\]”\"][.!?] +[A-Z“\"(]")
SENTENCE_END = re.compile(r"[.!?…。][)\]}”\"’'$]*$")
ADDRESS_END = re.compile(
    r"(?i)https?://(?:(?:github\.com|gitlab\.com|huggingface\.co)/[\w.-]+/[\w.-]+|(?!github|gitlab|huggingface)[\w-]+\.\w)"
    r"\S*$"
)
"""An address that may be whole: with a host, and with what belongs to the host."""

LONGEST_TITLE = 300
"""In characters; the longest of 255 real titles has 141, the shortest of their abstracts 671."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something on it: its number from 1, its text with white space collapsed."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """A saved page without its blank lines. `retrieved` is what a first line `retrieved: …` says; `tail` the white
    space at the end, which tells whether the last line was written to its end."""

    path: str
    lines: tuple[Line, ...]
    retrieved: Line | None
    tail: str

    @property
    def name(self) -> str:
        """The listing's name: its file's, without the ending."""
        return PurePosixPath(self.path).stem


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a page could not be read on, and why. `after`: where the next entry begins, if that is certain."""

    line: int
    why: str
    after: int | None = None


def decoded(data: bytes, errors: str = "strict") -> str:
    """UTF-8, or UTF-16 with its mark as Windows saves it; UnicodeDecodeError for anything else, if that is strict."""
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return data.decode("utf-16" if wide else "utf-8-sig", errors)


def opened(source: Source) -> Page | Mistake:
    """The page's lines; a mistake for what is too large or no text."""
    if len(source.data) > MAX_BYTES:
        limit = MAX_BYTES // 1024 // 1024
        return Mistake("unreadable-file", f"the file is larger than {limit} MiB", Span(source.path), "split it")
    try:
        return page_of(source.path, decoded(source.data))
    except UnicodeDecodeError as error:
        line = source.data.count(b"\n", 0, error.start) + 1
        said = "this line is not UTF-8 text"
        return Mistake("broken-listing", said, Span(source.path, line), "save the page as text in UTF-8")


def page_of(path: str, text: str) -> Page:
    """The page that a text is."""
    written = (Line(n, clean(raw.translate(UNSEEN))) for n, raw in enumerate(LINE_END.split(text), 1))
    lines = tuple(line for line in written if line.text)
    found = RETRIEVED.fullmatch(lines[0].text) if lines else None
    retrieved = Line(lines[0].number, found[1]) if found else None
    return Page(path, lines[1:] if retrieved else lines, retrieved, text[len(text.rstrip()) :])


def beginning(source: Source, lines: int = 40) -> tuple[str, ...]:
    """The first lines, to tell the layout by; none where the file is no text."""
    data = source.data[:65536]
    text = decoded(data, "ignore")
    return () if "\0" in text else tuple(line.text for line in page_of(source.path, text).lines[:lines])


def is_prose(text: str) -> bool:
    """Whether a line is certainly no title: several sentences, or longer than any title."""
    return len(text) > LONGEST_TITLE or bool(
        text.endswith(".") and text.count(" ") > 12 and SENTENCE_BREAK.search(text)
    )


def is_cut(text: str, tail: str) -> bool:
    """Whether an abstract that ends the file breaks off: between two words, or without the end of a sentence or of
    an address. `tail` is the white space behind it.

    A few words with a line end behind them pass: somebody may have written them so.
    """
    line_end = tail.endswith(("\n", "\r"))
    if tail and not line_end:
        return True
    whole = SENTENCE_END.search(text) or ADDRESS_END.search(text)
    return not whole and not (line_end and text.count(" ") <= 12)


def line_at(lines: Sequence[Line], at: int, what: str) -> Line | Stop:
    """The line at that place, where `what` is expected; Stop where the file has ended."""
    if at < len(lines):
        return lines[at]
    return Stop(lines[-1].number if lines else 1, f"the file ends where {what} is expected")


def quoted(text: str) -> str:
    """The beginning of a line, for messages."""
    return f"`{text}`" if len(text) <= 40 else f"`{text[:40].rstrip()}…`"
