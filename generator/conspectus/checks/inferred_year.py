"""Dates that a source gives without a year were given one.

    May 28

A listing leaves out the year it is shown in. It is taken from the first of these that is there: a line
`retrieved: 2026-06-12` at the file's top, the page's head, the file's name, the other dates; a date that would lie
ahead of the listing belongs to the year before. Nothing has to be done unless the years are wrong: then write the
`retrieved:` line, or the right `date:` into a record of your own.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity
from conspectus.model.survey import Survey

CODE = "S014"
SEVERITY = Severity.NOTE

KNOWN = {
    "head": "from the page's head",
    "file name": "from the file's name",
    "retrieved": "from the line `retrieved:`",
    "other dates": "from the other dates",
    "arxiv id": "from arXiv ids",
}
"""What the words of `Date.inferred` mean."""


def find(survey: Survey) -> Iterator[Mistake]:
    """One note for each file and way of knowing, at the first such record."""
    for reading in survey.readings:
        for how, found in reading.inferred.items():
            many = "the year of a date is" if len(found) == 1 else f"the years of {len(found)} dates are"
            said = f"{many} inferred {KNOWN.get(how, how)}"
            yield Mistake("inferred-year", said, min(found), "if it is wrong, write `date:` into a record of your own")
