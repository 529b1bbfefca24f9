"""A category's rule matches no paper.

    match: {any: [sparse atention]}

A rule matches a paper that has at least one of `any` or `title` (if it has any), all of `all`, and none of `none`.
Check for a typo, for phrases that are too long, for an `all` that asks too much or a `none` that excludes too much. A
rule with only `none` never matches.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity
from conspectus.model.survey import Survey

CODE = "T014"
SEVERITY = Severity.WARNING


def find(survey: Survey) -> Iterator[Mistake]:
    """The rules that match nothing in a survey that has papers at all; of one with a broken phrase, that is told."""
    for _, category, _ in survey.taxonomy.walk() if survey.library.papers else ():
        if category.match and category.match.is_whole and not survey.placing.hits.get(category.match.span):
            message = f"the rule of `{category.id}` matches no paper"
            yield Mistake("unused-rule", message, category.match.span, "check for a typo, or delete it")
