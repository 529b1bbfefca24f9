"""How much Markdown one text may have: Python-Markdown takes minutes for what nobody writes by hand.

Its time grows with the square of some counts; at these limits it takes a second or two.
"""

from __future__ import annotations

import re
from typing import NamedTuple

MOST_CHARACTERS = 200_000


class Bound(NamedTuple):
    """How often something may be in a text, and what it is called."""

    pattern: re.Pattern[str]
    most: int
    name: str


BOUNDS = (
    Bound(re.compile(r"\n"), 4000, "lines"),
    Bound(re.compile(r"(?m)^[ >]*(?:`{3}|~{3})"), 400, "lines that begin or end code"),
    Bound(re.compile(r"(?m)^[ >]*\*\["), 200, "abbreviations"),
    Bound(re.compile(r"\[\^"), 300, "references to footnotes"),
    Bound(re.compile(r"(?m)^[ >]*:[ \t]"), 300, "definitions"),
    Bound(re.compile(r"(?m)^[ >]*\[[^\]\n]*\]:"), 2000, "addresses of links"),
)


def excess(source: str) -> str:
    """What a text has too much of: `more than 4,000 lines`; empty if it can be rendered."""
    if len(source) > MOST_CHARACTERS:
        return f"more than {MOST_CHARACTERS:,} characters"
    for bound in BOUNDS:
        if any(number == bound.most for number, _ in enumerate(bound.pattern.finditer(source))):
            return f"more than {bound.most:,} {bound.name}"
    return ""
