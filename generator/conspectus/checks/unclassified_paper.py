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
from conspectus.text.counting import counted, some_of

CODE = "P003"
SEVERITY = Severity.NOTE

MOST = 5
"""More papers than this are told in one note, so that the other messages can be seen."""


def find(survey: Survey) -> Iterator[Mistake]:
    main = survey.taxonomy.main
    if main is None:
        return
    outside = (survey.library.by_id[id] for id in survey.placing.outside.get(main.id, ()))
    papers = [paper for paper in outside if not any(facet == main.id for facet, _ in paper.work.place)]
    if len(papers) > MOST:
        papers.sort(key=lambda paper: paper.span)
        message = f"{counted(len(papers))} are in no category of {main.id}: {some_of([paper.id for paper in papers])}"
        help = "`conspectus suggest` suggests categories; the site's page /worklist/ lists all"
        yield Mistake("unclassified-paper", message, papers[0].span, help)
        return
    for paper in papers:
        help = f"`conspectus explain {paper.id}` shows which rules nearly matched"
        yield Mistake("unclassified-paper", f"`{paper.id}` is in no category of {main.id}", paper.span, help)
