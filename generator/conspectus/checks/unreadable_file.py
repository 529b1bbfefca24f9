"""A file cannot be read as text, or is too large.

Files must be UTF-8. Choose UTF-8 where your editor saves with an encoding; bytes that stay unreadable are usually the
remains of an accented letter. Split a file of many megabytes into several: folders below `content/papers/` are fine.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity, Span
from conspectus.model.survey import Survey

CODE = "S001"
SEVERITY = Severity.ERROR


def find(survey: Survey) -> Iterator[Mistake]:
    """Markdown files with bytes that are not UTF-8, which were read as U+FFFD."""
    for note in (*survey.pages, *survey.notes):
        before, found, _ = note.source.partition("\ufffd")
        if found:
            place = Span(note.span.file, before.count("\n") + 1, len(before) - before.rfind("\n"))
            yield Mistake("unreadable-file", "the file is not UTF-8 here", place, "save it as UTF-8")
