"""Two papers look like one work and were left apart.

Records are merged if they have the same arXiv id, DOI, or title, and nothing that says otherwise. What is only alike,
such as titles a letter apart, is for you to decide. If they are one work, give one of the records the other's arXiv
id, DOI or `id:`; if they are two, nothing has to be done.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity
from conspectus.model.survey import Survey

CODE = "P002"
SEVERITY = Severity.NOTE


def find(survey: Survey) -> Iterator[Mistake]:
    papers = survey.library.by_id
    for pair in survey.library.apart:
        first, second = papers[pair.first], papers[pair.second]
        said = f"`{second.id}` may be the same work as `{first.id}` ({first.span.file}:{first.span.line}): {pair.why}"
        help = "if they are one work, give both the same arXiv id, DOI or id"
        yield Mistake("alike-papers", said, second.span, help)
