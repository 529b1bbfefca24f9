"""Two papers look like the same work and were not merged.

Records are merged if they share an arXiv id, a DOI or a title, and nothing contradicts it. Near-duplicates, such as
titles a letter apart, are reported and never merged. If the two are one work, give one of the records the other's arXiv
id, DOI or `id:`. If they are two works, do nothing.
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
        other = f"`{first.id}` ({first.span.file}:{first.span.line})"
        message = f"`{second.id}` may be the same work as {other}: {pair.why}"
        help = "if they are, give both the same arXiv id, DOI or id"
        yield Mistake("near-duplicate", message, second.span, help)
