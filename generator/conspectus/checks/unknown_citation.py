"""Prose cites a paper that does not exist, or by a name that several papers have.

    See [@snapvk].        # the paper is snapkv

`[@snapkv]` in pages, notes, summaries and the `about` of facets, categories and queries becomes a link to the paper
with that id, former id, arXiv id, DOI or citation key. Without such a paper, the page shows the brackets as they are
written. Correct the name; if several papers have it, write the id of one.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.checks.unknown_paper import UnclearNames
from conspectus.diagnostics import Mistake, Severity, Span
from conspectus.model.survey import Note, Survey
from conspectus.text.prose import CITATION, CITED, cited

CODE = "W001"
SEVERITY = Severity.WARNING


def find(survey: Survey) -> Iterator[Mistake]:
    names = UnclearNames(survey)
    for name, span in _citations(survey):
        if len(papers := survey.named(name)) != 1:
            message = f"`{name}` names {len(papers)} papers" if papers else f"there is no paper `{name}` to cite"
            yield Mistake("unknown-citation", message, span, names.why(name)[1])


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
    line, start = 1, 0
    for group in CITATION.finditer(note.source):
        for found in CITED.finditer(note.source, group.start(), group.end()):
            line += note.source.count("\n", start, found.start())
            start = found.start()
            column = start - note.source.rfind("\n", 0, start)
            yield found[1], Span(note.span.file, line, column, len(found[0]))
