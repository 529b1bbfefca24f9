"""A comparison table uses a column that is not declared.

    columns:
      speedup: {title: Speed-up, type: figure}
    tables:
      decoding: [speed_up]          # the column is speedup

In `survey.yaml`, `columns:` declares the facts that can be compared, and `tables:` lists the columns of each category's
table. Correct the name, or declare the column.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity, did_you_mean
from conspectus.model.survey import Survey

CODE = "T017"
SEVERITY = Severity.ERROR


def find(survey: Survey) -> Iterator[Mistake]:
    known = [column.id for column in survey.settings.columns]
    for table in survey.settings.tables:
        for reference in table.columns:
            if reference.id not in known:
                message = f"the table of `{table.category.id}` uses the column `{reference.id}`, which is not declared"
                help = did_you_mean(reference.id, known) or "declare it under `columns:`"
                yield Mistake("unknown-column", message, reference.span, help)
