"""Two papers have the same citation key.

    # content/citation-keys.yaml
    wick: lampe2023lamps
    valve: lampe2023lamps       # which paper does `lampe2023lamps` cite?

A key names one paper; keys that differ only in case are the same key. Change the key of the paper that has been cited
less, or delete its line: `conspectus keys` then gives it a new one.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity
from conspectus.model.survey import Survey

CODE = "P004"
SEVERITY = Severity.ERROR


def find(survey: Survey) -> Iterator[Mistake]:
    first: dict[str, str] = {}
    for id, key in (survey.ledger.keys if survey.ledger else {}).items():
        other = first.setdefault(key.id.lower(), id)
        if other != id:
            message = f"`{id}` has the same citation key as `{other}`: `{key.id}`"
            yield Mistake(
                "duplicate-citation-key", message, key.span, "change one, or delete this line and run `conspectus keys`"
            )
