"""A curator at work: what is asked for with names, and what comes of it."""

from __future__ import annotations

from conspectus import checks
from conspectus.cache import Cache
from conspectus.curation import placing
from conspectus.diagnostics import Severity
from conspectus.model.paper import Paper
from conspectus.model.survey import Survey
from conspectus.model.taxonomy import Category, Facet
from conspectus.pipeline import survey as read_survey
from conspectus.project import Project
from conspectus.yaml_edit import Draft, diff


class Desk:
    """A survey on disk, and what is asked for with names."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.survey = read_survey(project, Cache(None))
        self.draft = Draft.of(project)

    def paper(self, id: str) -> Paper:
        return next(paper for paper in self.survey.library.papers if paper.id == id)

    def category(self, id: str) -> tuple[Facet, Category]:
        return next((f, c) for f in self.survey.taxonomy.facets for c, _ in f.walk() if c.id == id)

    def place(self, paper: str, category: str) -> Draft:
        return placing.placed(self.draft, self.survey, self.paper(paper), *self.category(category))

    def only(self, paper: str, category: str) -> Draft:
        return placing.placed_only(self.draft, self.survey, self.paper(paper), *self.category(category))

    def remove(self, paper: str, category: str) -> Draft:
        return placing.removed(self.draft, self.survey, self.paper(paper), *self.category(category))


def lines(draft: Draft) -> list[str]:
    """The lines that go and come."""
    return [line for line in diff(draft.edits).splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def stands(draft: Draft, paper: str, facet: str = "topic") -> list[str]:
    """Where the paper would stand; the draft has no error."""
    survey: Survey = read_survey(draft, Cache(None))
    report = checks.check(survey)
    assert not [d for d in report.diagnostics if d.severity is Severity.ERROR]
    return [place.category for place in survey.placing.placements.get(paper, ()) if place.facet == facet]
