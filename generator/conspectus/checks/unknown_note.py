"""A note is about no paper, so it is shown nowhere.

    content/notes/snapvk.md       # the paper is called snapkv

A note is named after the id of the paper it is about. Rename the file; if the paper has been given another id, the note
goes with it. Prose of its own belongs into `content/pages/`.
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
            said = f"there is no paper `{note.name}` that this note could be about"
            yield Mistake("unknown-note", said, Span(note.span.file), meant(note.name, papers))
