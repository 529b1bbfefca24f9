"""A category lists a paper that does not exist, or a name that several papers have.

    papers: [snapvk]       # the paper is snapkv

A paper may be named by its id or a former one, its arXiv id or DOI, or a citation key. Correct the name, or delete it.
If several papers have it, such as a citation key in two libraries, write the id of one. Ids that imports gave are
written down in `content/imported/`: if that was deleted, restore it, such as with `git restore content/imported`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from conspectus.diagnostics import Mistake, Severity, nearest
from conspectus.exports.keys import new_id
from conspectus.model.paper import Authority, Paper, Record
from conspectus.model.survey import Survey

CODE = "T010"
SEVERITY = Severity.ERROR

SHORTEST_PREFIX = 3
"""Characters with which the beginning of an id may be meant for all of it."""

RESTORE = "if content/imported/ was deleted, restore it, such as with `git restore content/imported`"


def find(survey: Survey) -> Iterator[Mistake]:
    names = UnclearNames(survey)
    for _, category, _ in survey.taxonomy.walk():
        for key, references in (("papers", category.papers), ("except", category.excepted)):
            for reference in references:
                if len(survey.named(reference.id)) != 1:
                    why, help = names.why(reference.id)
                    message = f"`{category.id}` lists `{reference.id}` under `{key}`, but {why}"
                    yield Mistake("unknown-paper", message, reference.span, help)


class UnclearNames:
    """What is wrong with names that mean no paper of a survey, or several: other checks say it in the same words."""

    def __init__(self, survey: Survey) -> None:
        self._survey = survey

    def why(self, name: str) -> tuple[str, str]:
        """Why a name means no paper, and what to do."""
        if several := self._survey.named(name):
            ids = ", ".join(paper.id for paper in several)
            return f"that names {len(several)} papers", f"write the id of one: {ids}"
        if lost := self._imported.get(name.lower()):
            where = f"`{lost.id}` ({lost.span.file}:{lost.span.line})"
            return "there is no such paper", f"an import gives this id to {where}; {RESTORE}, else write `{lost.id}`"
        papers = self._survey.library.by_id
        longer = [id for id in papers if id.startswith(name)] if len(name) >= SHORTEST_PREFIX else []
        near = papers.get(longer[0] if len(longer) == 1 else nearest(name, papers) or "")
        where = f"did you mean `{near.id}` ({near.span.file}:{near.span.line})?" if near else ""
        return "there is no such paper", where or "add the paper, or delete this"

    @cached_property
    def _imported(self) -> Mapping[str, Paper]:
        """The papers of files in which no curator wrote and of which no ids are written down, by those that an import
        would write."""
        papers = (paper for paper in self._survey.library.papers if not any(map(_gives_an_id, paper.records)))
        return {new_id(paper, ()).lower(): paper for paper in papers}


def _gives_an_id(record: Record) -> bool:
    return record.assigned is not None or record.authority is Authority.CURATOR
