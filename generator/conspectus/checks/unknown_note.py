"""A note belongs to no paper, or its paper has another note, so it is shown nowhere.

    content/notes/snapvk.md       # the paper is snapkv

The file of a note is named after its paper: by its id, a former one, its arXiv id or a citation key that no other paper
has. Rename the file. Two notes on one paper belong in one file; other prose belongs in `content/pages/`.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.checks.unknown_paper import UnclearNames
from conspectus.diagnostics import Mistake, Severity, Span
from conspectus.model.survey import Note, Survey

CODE = "W002"
SEVERITY = Severity.WARNING


def find(survey: Survey) -> Iterator[Mistake]:
    names = UnclearNames(survey)
    shown: dict[str, Note] = {}
    for note in survey.notes:
        span = Span(note.span.file)
        if len(papers := survey.named(note.name)) != 1:
            message = f"`{note.name}` names {len(papers)} papers" if papers else f"there is no paper `{note.name}`"
            yield Mistake("unknown-note", f"{message} for this note", span, names.why(note.name)[1])
        elif (first := shown.setdefault(note.name, note)) is not note:
            message = f"the paper `{note.name}` has another note"
            yield Mistake("unknown-note", message, span, f"put this text into {first.span.file}, which is shown")
