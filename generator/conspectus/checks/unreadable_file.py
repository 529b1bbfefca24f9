"""A file cannot be read as text, or is too large.

Files must be UTF-8. Choose UTF-8 where your editor saves with an encoding; bytes that stay unreadable are usually the
remains of an accented letter. A file may have 64 MiB,
two million lines and 100,000 papers, a list 2 MiB and 50,000 lines, and YAML half a million values; split a larger one
into several: folders below `content/papers/` are fine. Of one file's mistakes, the first thousand are told.
Where git could not merge two branches, both sides are in the file: keep the lines that you want, and delete the marks.

A page or a note may have 200,000 characters, 4,000 lines, 400 lines that begin or end code, 200 abbreviations, and 300
references to footnotes and definitions each. Summaries and texts about categories with more are shown as they are
written.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity, Span
from conspectus.model.survey import Survey
from conspectus.text.bounds import excess

CODE = "S001"
SEVERITY = Severity.ERROR


def find(survey: Survey) -> Iterator[Mistake]:
    """Markdown files with bytes that are not UTF-8, which were read as U+FFFD, and those that are too large."""
    for note in (*survey.pages, *survey.notes):
        before, found, _ = note.source.partition("\ufffd")
        if found:
            place = Span(note.span.file, before.count("\n") + 1, len(before) - before.rfind("\n"))
            yield Mistake("unreadable-file", "the file is not UTF-8 here", place, "save it as UTF-8")
        if much := excess(note.source):
            help = "split it into several files"
            yield Mistake("unreadable-file", f"the text has {much}", Span(note.span.file), help)
