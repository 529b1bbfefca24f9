"""Dates without a year were given one.

    May 28

Some listings leave out the current year. It is taken from the first of these that the file has: a line `retrieved:
2026-06-12` at the top, the page's head, the file's name, the other dates. A date that would be later than the listing
belongs to the year before. If a year is wrong, add the `retrieved:` line, or the right `date:` to a record of your own.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity
from conspectus.model.survey import Survey

CODE = "S014"
SEVERITY = Severity.NOTE

KNOWN = {
    "head": "the page's head",
    "file name": "the file's name",
    "retrieved": "the line `retrieved:`",
    "other dates": "the other dates",
    "arxiv id": "arXiv ids",
}
"""What the words of `Date.inferred` mean."""


def find(survey: Survey) -> Iterator[Mistake]:
    """One note for each file and way of knowing, at the first such record."""
    for reading in survey.readings:
        for how, spans in reading.inferred.items():
            dates = "the year of a date was" if len(spans) == 1 else f"the years of {len(spans):,} dates were"
            message = f"{dates} inferred from {KNOWN.get(how, how)}"
            yield Mistake("inferred-year", message, min(spans), "if it is wrong, add `date:` to a record of your own")
