"""A value in an export cannot be what it stands for, and was left out, read in part or as it stands.

    @article{lampe2023, title = {Trimming the Wick}, doi = {S0140-6736}, year = {in press}}

So it is with a date, a DOI, an arXiv id or a URL that is not valid, names of which it cannot be told where one ends, a
field that a BibTeX entry has twice, and a string that nothing defines. Each file is reported once, with the first of
these values and how many more there are; `conspectus import --dry-run` lists them all. Correct them in the program that
exported the file, or in the file, if that is the one you keep.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity, Span
from conspectus.model.survey import Survey

CODE = "S016"
SEVERITY = Severity.NOTE

LINE = re.compile(r"line (\d+): ")


def find(survey: Survey) -> Iterator[Mistake]:
    """One for each file, at the line of its first such value."""
    for reading in survey.readings:
        if reading.unread:
            first, more = reading.unread[0], len(reading.unread) - 1
            placed = LINE.match(first)
            fact, _, help = (first[placed.end() :] if placed else first).rpartition("; ")
            behind = f" (and {more} more in this file)" if more else ""
            yield Mistake("unread-value", f"{fact}{behind}", Span(reading.path, int(placed[1]) if placed else 1), help)
