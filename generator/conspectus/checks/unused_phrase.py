"""A phrase of a rule matches no paper.

    any: [kv cache, key-value store]      # no paper has "key-value store"

The rule's other phrases do match. The phrase may be meant for papers to come; otherwise check it for a typo. A phrase
matches whole words in a row, and abstracts are searched only where a source has them.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity
from conspectus.model.survey import Survey

CODE = "T015"
SEVERITY = Severity.NOTE


def find(survey: Survey) -> Iterator[Mistake]:
    """The phrases without papers, of rules that match some; a rule that matches none is reported as a whole."""
    hits = survey.placing.hits
    for _, category, _ in survey.taxonomy.walk():
        match = category.match
        if match and hits.get(match.span):
            for key in ("any", "title", "all", "none"):
                for phrase in getattr(match, key):
                    if not hits.get(phrase.span):
                        where = "title" if key == "title" else "paper"
                        message = f"“{phrase.source}” under `{key}` of `{category.id}` matches no {where}"
                        yield Mistake("unused-phrase", message, phrase.span, "check for a typo, or delete it")
