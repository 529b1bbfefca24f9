"""A saved query matches no paper.

    queries:
      early-lamps: {in: {topic: [lamps]}, until: 1799}      # the oldest paper is from 1801

Its page and its feed are empty. Remove a condition, or delete the query until there is something to show. `conspectus
try` shows what a rule would match.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity
from conspectus.model.survey import Survey

CODE = "T018"
SEVERITY = Severity.WARNING


def find(survey: Survey) -> Iterator[Mistake]:
    """The queries that match nothing in a survey that has papers at all."""
    for query in survey.queries.saved if survey.library.papers else ():
        if not survey.queries.answers[query.id]:
            yield Mistake("empty-query", f"the query `{query.id}` matches no paper", query.span, "remove a condition")
