"""A paper says that its lamp is dim.

    title: A Dim Lamp

This check is made up. It is there to see where a new check has to be made known.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity
from conspectus.model.survey import Survey

CODE = "W099"
SEVERITY = Severity.NOTE


def find(survey: Survey) -> Iterator[Mistake]:
    """The papers whose titles say so."""
    for paper in survey.library.papers:
        if "Dim" in str(paper.title):
            yield Mistake("dim-lamp", f"`{paper.id}` is dim", paper.span)
