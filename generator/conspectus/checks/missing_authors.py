"""Papers have no authors, though an arXiv id or a DOI would tell them.

    - title: Trimming the Wick
      arxiv: "2311.00001"           # `conspectus fill` asks arXiv for the authors

Lists of papers often leave them out. `conspectus fill` looks up what papers with an arXiv id or a DOI lack, or add
`authors:` to a record of your own.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity
from conspectus.model.identifiers import is_placeholder
from conspectus.model.survey import Survey
from conspectus.text.counting import counted, some_of

CODE = "P008"
SEVERITY = Severity.NOTE


def find(survey: Survey) -> Iterator[Mistake]:
    """One note for all papers that can be looked up; those without so much as a title are reported as such."""
    lacking = [
        paper
        for paper in survey.library.papers
        if not paper.work.authors and (paper.work.arxiv or paper.work.doi) and not is_placeholder(paper.title.source)
    ]
    if lacking:
        has = "has" if len(lacking) == 1 else "have"
        some = some_of([paper.id for paper in lacking])
        message = f"{counted(len(lacking))} with an arXiv id or a DOI {has} no authors: {some}"
        yield Mistake("missing-authors", message, lacking[0].span, "`conspectus fill` looks them up")
