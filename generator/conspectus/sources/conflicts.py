"""What git writes into a file where two branches changed the same lines."""

from __future__ import annotations

import re

from conspectus.diagnostics import Mistake, Span
from conspectus.model.paper import Source

CONFLICT = re.compile(rb"(?m)^<{7} .*$")
END = re.compile(rb"(?m)^>{7} ")


def mistake(source: Source) -> Mistake | None:
    """Where the first conflict begins that is not resolved: a format would read both sides, or neither."""
    begin = CONFLICT.search(source.data)
    if begin is None or not END.search(source.data, begin.end()):
        return None
    line = source.data.count(b"\n", 0, begin.start()) + 1
    help = "keep the lines that you want, and delete the marks `<<<<<<<`, `=======` and `>>>>>>>`"
    message = "git could not merge these lines of two branches"
    return Mistake("unreadable-file", message, Span(source.path, line, 1, 7), help)
