"""A paper stands in no category of the main facet.

It has its page and can be found, but no way leads to it through the topics; the site's work list shows it. Add a phrase
to a rule, list the paper under a category's `papers:`, or place it in its record:

    place: {topic: [kv-eviction]}

`conspectus explain PAPER` tells which rules nearly took it. A record with `place: {topic: []}` says that it is meant.
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
            help = f"`conspectus explain {paper.id}` shows which rules nearly take it"
            yield Mistake("unplaced-paper", f"nothing places `{paper.id}` in {main.id}.yaml", paper.span, help)
