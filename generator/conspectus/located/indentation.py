"""Where a line of YAML belongs by its indentation: to a list or a mapping above it, or to none."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

START = re.compile(r"( *)((?:- +)*)(?![#\s]|$)")
"""How a line begins that is neither empty nor a comment."""


def misfit(lines: Sequence[str], number: int, before: int) -> tuple[str, str] | None:
    """That a line (counted from 0) is indented as nothing above it that it could belong to, and what to do; None if it
    is not so, or the line is empty. `before`: how many lines of the file are above these."""
    start = START.match(lines[number])
    above = _levels(lines[:number])
    if start is None or len(start[1]) in above:
        return None
    spaces = len(start[1])
    fitting = [
        min((one for one in above if one > spaces), default=None),
        max((one for one in above if one < spaces), default=None),
    ]
    choices = [f"{one}, as line {before + above[one] + 1}" for one in fitting if one is not None]
    if not choices:
        return None
    message = f"this line is indented by {spaces} {'space' if spaces == 1 else 'spaces'}, which fits no line above it"
    return message, f"indent it by {', or by '.join(choices)}"


def _levels(lines: Sequence[str]) -> Mapping[int, int]:
    """The lists and mappings that a line below these can belong to: the column of each, and its last line."""
    levels: dict[int, int] = {}
    for number, line in enumerate(lines):
        if start := START.match(line):
            spaces = len(start[1])
            levels = {column: at for column, at in levels.items() if column < spaces}
            dashes = [spaces + found.start() for found in re.finditer("-", start[2])]
            for column in {*dashes, len(start[0])}:
                levels[column] = number
    return levels
