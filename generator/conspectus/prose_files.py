"""Reading the curator's Markdown: `content/pages/<name>.md` and `content/notes/<paper-id>.md`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from conspectus.diagnostics import Span
from conspectus.located import CONTROL
from conspectus.model.identifiers import readable
from conspectus.model.links import of_text
from conspectus.model.paper import Source
from conspectus.model.survey import Note

FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
HEADING = re.compile(r" {0,3}#(?:[ \t]+(?P<title>.*?))?(?:[ \t]+#+)?[ \t]*")
"""A heading of the first level, as Markdown reads it."""


def load(source: Source) -> Note:
    """The note in a Markdown file; its title is its first heading, or its name made readable.

    The heading leaves an empty line behind, so that the lines of the note's source are those of the file. Bytes that
    are not UTF-8 become U+FFFD, which a check reports.
    """
    text = source.data.decode("utf-8-sig", errors="replace")
    lines = [CONTROL.sub(" ", line) for line in re.split(r"\r\n|\r|\n", text)]
    name = PurePosixPath(source.path).stem
    at, title = _heading(lines)
    if title:
        lines[at] = ""
    prose = "\n".join(lines)
    return Note(name, title or readable(name), prose, Span(source.path, at + 1), tuple(of_text(prose, source.path)))


def _heading(lines: Sequence[str]) -> tuple[int, str]:
    """The first heading outside of code, and its line's number from 0; no text where there is none."""
    fence = ""
    for number, line in enumerate(lines):
        opening = FENCE.match(line)
        if fence:
            if opening and opening[1].startswith(fence):
                fence = ""
        elif opening:
            fence = opening[1]
        elif (found := HEADING.fullmatch(line)) and found["title"]:
            return number, " ".join(found["title"].split())
    return 0, ""
