"""Two papers are cited by one key.

    # content/citation-keys.yaml
    wick: lampe2023lamps
    valve: lampe2023lamps       # whom does a text mean that cites it?

A key names one paper, also where case is all that tells two apart. Give the paper that has been cited less by it
another one, or delete its line: `conspectus keys` then writes a key of its own.
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
            said = f"the key `{key.id}` of `{id}` is that of `{other}` too"
            yield Mistake("shared-key", said, key.span, "change one of them, or delete this line: `conspectus keys`")
