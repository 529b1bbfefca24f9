"""A note belongs to no paper, so it is shown nowhere.

    content/notes/snapvk.md       # the paper is snapkv

A note has the id of its paper as its file name. Rename the file; if the paper has a new id, the note needs it too.
Other prose belongs in `content/pages/`.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.checks.unknown_paper import meant
from conspectus.diagnostics import Mistake, Severity, Span
from conspectus.model.survey import Survey

CODE = "W002"
SEVERITY = Severity.WARNING


def find(survey: Survey) -> Iterator[Mistake]:
    papers = survey.library.by_id
    for note in survey.notes:
        if note.name not in papers:
            message = f"there is no paper `{note.name}` for this note"
            yield Mistake("unknown-note", message, Span(note.span.file), meant(note.name, papers))
