"""A paper has no permanent citation key, so its key may change.

The survey keeps its citation keys in `content/citation-keys.yaml`. This paper has no line there under its id or a
former id (`was`), so it is cited by the key of its export, or by its id. `conspectus keys` adds a line for each such
paper and changes no other.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity
from conspectus.model.survey import Survey

CODE = "P005"
SEVERITY = Severity.NOTE


def find(survey: Survey) -> Iterator[Mistake]:
    if survey.ledger is not None:
        for paper in survey.library.papers:
            if survey.ledger.line(paper) is None:
                message = f"`{paper.id}` has no permanent citation key"
                yield Mistake("missing-citation-key", message, paper.span, "run `conspectus keys`")
