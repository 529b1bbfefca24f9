"""A phrase of a rule is met in no paper.

    any: [kv cache, key-value store]      # nobody writes of a key-value store

The rule's other phrases do their work. It may wait for papers to come; if not, look for a slip. Remember that a phrase
is whole words in a row, and that abstracts are only searched where a source gives them.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity
from conspectus.model.survey import Survey

CODE = "T015"
SEVERITY = Severity.NOTE


def find(survey: Survey) -> Iterator[Mistake]:
    """The idle phrases of rules that take papers; of a rule that takes none, the rule itself is reported."""
    hits = survey.placing.hits
    for _, category, _ in survey.taxonomy.walk():
        match = category.match
        if match and hits.get(match.span):
            for key in ("any", "title", "all", "none"):
                for phrase in getattr(match, key):
                    if not hits.get(phrase.span):
                        where = "in no title" if key == "title" else "in no paper"
                        said = f"“{phrase.source}” under `{key}` of `{category.id}` is met {where}"
                        yield Mistake("idle-phrase", said, phrase.span, "look for a slip, or delete it")
