"""Surveys to be checked, made of values and without any stage. Everything in them is made up."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from conspectus.checks import CHECKS
from conspectus.diagnostics import Mistake, Span
from conspectus.model.ledger import Ledger
from conspectus.model.paper import Alike, Authority, Library, Paper, Reading, Record
from conspectus.model.settings import Settings
from conspectus.model.survey import Note, Placement, Reason, Survey
from conspectus.model.taxonomy import Category, Facet, Taxonomy
from conspectus.model.work import Reference, Work
from conspectus.text import Text
from made_up_places import placing

PAPERS = "content/papers/lamps.yaml"
RESERVED = frozenset(["assets", "pages", "papers", "search", "worklist"])


class Made:
    """Values made in one line."""

    @staticmethod
    def paper(id: str, line: int = 1, **known: object) -> Paper:
        work = Work(title=Text(f"On {id}"), **known)  # type: ignore[arg-type]
        span = Span(PAPERS, line, 7, len(id))
        return Paper(id, work, (Record(work, span, Authority.CURATOR, id),), {"title": span, "place": span})

    @staticmethod
    def refs(file: str, line: int, *ids: str) -> tuple[Reference, ...]:
        """References that stand in one line, ten columns apart."""
        return tuple(Reference(id, Span(file, line, 10 * column, len(id))) for column, id in enumerate(ids, 1))

    @staticmethod
    def category(id: str, line: int = 1, **more: object) -> Category:
        return Category(id, id.title(), Span("content/taxonomy/topic.yaml", line, 9, len(id)), **more)  # type: ignore[arg-type]

    @staticmethod
    def facet(id: str, *categories: Category) -> Facet:
        return Facet(id, id.title(), Span(f"content/taxonomy/{id}.yaml", 1, 8, len(id)), "", categories)

    @staticmethod
    def note(name: str, source: str, folder: str = "notes") -> Note:
        return Note(name, name, source, Span(f"content/{folder}/{name}.md"))

    @staticmethod
    def survey(
        papers: Sequence[Paper] = (),
        facets: Sequence[Facet] = (),
        *,
        places: Sequence[tuple[str, str, str]] = (),
        hits: dict[Span, tuple[str, ...]] | None = None,
        readings: Sequence[Reading] = (),
        apart: Sequence[Alike] = (),
        pages: Sequence[Note] = (),
        notes: Sequence[Note] = (),
        mistakes: Sequence[Mistake] = (),
        settings: Settings | None = None,
        ledger: Ledger | None = None,
    ) -> Survey:
        """`places`: paper, facet and category; `mistakes`: those of the taxonomy."""
        placements: dict[str, tuple[Placement, ...]] = {}
        for id, at, where in places:
            placed = Placement(id, at, where, Reason("pin", Span("content/taxonomy/topic.yaml")))
            placements[id] = (*placements.get(id, ()), placed)
        return Survey(
            settings or Settings(),
            tuple(readings),
            Library(tuple(papers), apart=tuple(apart)),
            Taxonomy(tuple(facets), tuple(mistakes)),
            placing(placements, facets, [paper.id for paper in papers], hits),
            tuple(pages),
            tuple(notes),
            ledger,
            reserved=RESERVED,
        )

    @staticmethod
    def found(check: str, survey: Survey) -> list[Mistake]:
        """What one check, by its name, finds in a survey."""
        (wanted,) = (known for known in CHECKS if known.name == check)
        return list(wanted.find(survey))


@pytest.fixture
def made() -> type[Made]:
    return Made
