"""A category's rule matches no paper.

    match: {any: [sparse atention]}

A rule takes a paper that has one of `any` or `title` (if there are any), every one of `all`, and none of `none`. This
one takes none: look for a slip, for phrases longer than anybody writes, for an `all` that asks too much or a `none`
that refuses too much. A rule with nothing but `none` never takes any.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity
from conspectus.model.survey import Survey

CODE = "T014"
SEVERITY = Severity.WARNING


def find(survey: Survey) -> Iterator[Mistake]:
    """The idle rules of a survey that has papers at all."""
    for _, category, _ in survey.taxonomy.walk() if survey.library.papers else ():
        if category.match and not survey.placing.hits.get(category.match.span):
            said = f"the rule of `{category.id}` matches no paper"
            yield Mistake("idle-rule", said, category.match.span, "look for a slip, or delete it")
