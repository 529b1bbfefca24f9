"""Prose cites a paper that does not exist.

    See [@snapvk].        # the paper is snapkv

`[@id]` in pages, notes, summaries and the `about` of facets, categories and queries becomes a link to the paper with
that id. Without such a paper, the page shows the brackets as they are written. Correct the id.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.checks.unknown_paper import meant
from conspectus.diagnostics import Mistake, Severity, Span
from conspectus.model.survey import Note, Survey
from conspectus.text.prose import CITATION, CITED, cited

CODE = "W001"
SEVERITY = Severity.WARNING


def find(survey: Survey) -> Iterator[Mistake]:
    papers = survey.library.by_id
    for id, span in _citations(survey):
        if id not in papers:
            yield Mistake("unknown-citation", f"there is no paper `{id}` to cite", span, meant(id, papers))


def _citations(survey: Survey) -> Iterator[tuple[str, Span]]:
    """All papers cited, each with the span of the citation, or of the text where no more is known."""
    for note in (*survey.pages, *survey.notes):
        yield from _in_note(note)
    for facet in survey.taxonomy.facets:
        yield from facet.cited
        for category, _ in facet.walk():
            yield from category.cited
    for query in survey.queries.saved:
        yield from query.cited
    for paper in survey.library.papers:
        if "[@" in (paper.work.summary or ""):
            span = paper.origins.get("summary", paper.span)
            yield from ((id, span) for id in cited(paper.work.summary or ""))


def _in_note(note: Note) -> Iterator[tuple[str, Span]]:
    """The papers that a note cites; the lines of its source are those of its file."""
    for group in CITATION.finditer(note.source):
        for found in CITED.finditer(note.source, group.start(), group.end()):
            before = note.source[: found.start()]
            column = len(before) - before.rfind("\n")
            yield found[1], Span(note.span.file, before.count("\n") + 1, column, len(found[0]))
