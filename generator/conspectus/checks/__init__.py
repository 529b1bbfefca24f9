"""Rules the content is checked by: each is one module with a code, and one line in RULES."""

from __future__ import annotations

from conspectus.diagnostics import Report
from conspectus.model.survey import Survey


def check(survey: Survey) -> Report:
    """Apply all rules."""
    raise NotImplementedError
