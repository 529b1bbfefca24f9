"""Two papers look like the same work and were not merged.

    - id: bright-lamps
      same_as: bright-lamps-2024     # one work; or, if they are two:
      not: [bright-lamps-2024]

Records are merged if there is enough evidence that they are one work. Here, something speaks for it and something
against. One line in a record of yours decides: `same_as` joins two papers, and `not` keeps them apart and ends this
message. Two works with one arXiv id or DOI stay apart; correct the one that is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity
from conspectus.model.paper import Relation
from conspectus.model.survey import Survey

CODE = "P002"
SEVERITY = Severity.NOTE

SAYS = {
    Relation.ALIKE: "may be the same work as",
    Relation.VERSIONS: "seems to be another version of",
    Relation.SHARED_IDENTIFIER: "has an identifier of",
}


def find(survey: Survey) -> Iterator[Mistake]:
    papers = survey.library.by_id
    for pair in survey.library.apart:
        first, second = papers[pair.first], papers[pair.second]
        other = f"`{first.id}` ({first.span.file}:{first.span.line})"
        message = f"`{second.id}` {SAYS[pair.relation]} {other}: {pair.why}"
        help = (
            f"in a record of `{second.id}`, write `same_as: {first.id}` if they are one work, else `not: [{first.id}]`"
        )
        yield Mistake("near-duplicate", message, second.span, help)
