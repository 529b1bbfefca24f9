"""A file cannot be read as text, or is too large to be one.

Files are read as UTF-8. An editor's “Save with encoding” makes one of another; bytes that stay unreadable are usually
what is left of an accent. A file of many megabytes is split into several: folders below `content/papers/` are fine.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity, Span
from conspectus.model.survey import Survey

CODE = "S001"
SEVERITY = Severity.ERROR


def find(survey: Survey) -> Iterator[Mistake]:
    """Markdown files with bytes that are not UTF-8: they were read as U+FFFD."""
    for note in (*survey.pages, *survey.notes):
        before, found, _ = note.source.partition("\ufffd")
        if found:
            place = Span(note.span.file, before.count("\n") + 1, len(before) - before.rfind("\n"))
            yield Mistake("unreadable-file", "the file is not UTF-8 here", place, "save it as UTF-8")
