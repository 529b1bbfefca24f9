"""A paper is in no category of the main facet.

It has a page and can be found, but no topic leads to it; the site's list of unclassified papers shows it. Add a phrase
to a rule, list the paper under a category's `papers:`, or place it in its record:

    place: {topic: [kv-eviction]}

`conspectus explain PAPER` shows which rules nearly matched. A record with `place: {topic: []}` says that the paper
belongs in no topic.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity
from conspectus.model.survey import Survey

CODE = "P003"
SEVERITY = Severity.NOTE


def find(survey: Survey) -> Iterator[Mistake]:
    main = survey.taxonomy.main
    if main is None:
        return
    for id in survey.placing.outside.get(main.id, ()):
        paper = survey.library.by_id[id]
        if not any(facet == main.id for facet, _ in paper.work.place):
            help = f"`conspectus explain {paper.id}` shows which rules nearly matched"
            yield Mistake("unclassified-paper", f"`{paper.id}` is in no category of {main.id}", paper.span, help)
