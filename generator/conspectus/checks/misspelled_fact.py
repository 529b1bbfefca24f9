"""A fact is called nearly as a declared column, so comparison tables leave it out.

    columns:
      accuracy: {title: Accuracy, type: figure}

    facts: {acuracy: "91%"}         # the column is accuracy

Correct the name in the record; or, if the fact is meant to be another one, declare a column for it in `survey.yaml`.
Facts whose names are like no column's are shown on their paper's page alone, and are not reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity, misspelled
from conspectus.model.survey import Survey

CODE = "T019"
SEVERITY = Severity.WARNING


def find(survey: Survey) -> Iterator[Mistake]:
    columns = tuple(column.id for column in survey.settings.columns)
    names = {name for paper in survey.library.papers for name, _ in paper.work.facts}
    slips = {name: column for name in names.difference(columns) if (column := misspelled(name, columns))}
    for paper in survey.library.papers if slips else ():
        for name, _ in paper.work.facts:
            if name in slips:
                message = f"the fact `{name}` of `{paper.id}` is no column, and no table shows it"
                span = paper.origins.get("facts", paper.span)
                yield Mistake("misspelled-fact", message, span, f"did you mean `{slips[name]}`?")
