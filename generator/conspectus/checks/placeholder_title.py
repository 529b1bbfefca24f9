"""A paper's title is only its identifier.

It was imported by its arXiv id, DOI or address alone. `conspectus fill` looks it up; or import an export or a listing
that knows the paper, or write its title in a YAML file in `content/papers/`:

    - title: "SnapKV: LLM Knows What You are Looking for Before Generation"
      arxiv: "2404.14469"
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity
from conspectus.model.identifiers import is_placeholder
from conspectus.model.survey import Survey

CODE = "P006"
SEVERITY = Severity.WARNING


def find(survey: Survey) -> Iterator[Mistake]:
    for paper in survey.library.papers:
        if is_placeholder(paper.title.source):
            help = (
                "run `conspectus fill`, import an export with it, or write its title in a YAML file in content/papers/"
            )
            message = f"`{paper.id}` has no title but its identifier"
            yield Mistake("placeholder-title", message, paper.span, help)
