"""A paper has no permanent citation key, so its key may change.

The survey keeps its citation keys in `content/citation-keys.yaml`. This paper has no line there under its id or a
former id (`was`), so it is cited by the key of its export, or by its id. `conspectus keys` adds a line for each such
paper and changes no other.

Where the key that it would get is kept for a paper that is gone, the paper may have got another id, as it does if `id`
is changed in a record or a line in `content/imported/` is deleted. Then `was: [former-id]` in a record of it keeps both
its key and its address; without that, links to the old address lead nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity
from conspectus.exports.keys import new_key
from conspectus.model.survey import Survey

CODE = "P005"
SEVERITY = Severity.NOTE


def find(survey: Survey) -> Iterator[Mistake]:
    if survey.ledger is None:
        return
    papers, ledger = survey.library.papers, survey.ledger
    known = {id for paper in papers for id in (paper.id, *paper.work.was)}
    for paper in papers:
        if ledger.line(paper) is None:
            message, help = f"`{paper.id}` has no permanent citation key", "run `conspectus keys`"
            former = ledger.owners.get(new_key(paper, ()).lower())
            if former and former not in known:
                message += f"; `{former}`, which is gone, has the one that it would get"
                help = f"if it is the same paper, write `was: [{former}]` in a record with this id; else {help}"
            yield Mistake("missing-citation-key", message, paper.span, help)
