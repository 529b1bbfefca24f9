"""A value has the wrong type for its key, or is too long.

    comments: many         # must be a whole number
    match: kv cache        # must be keys and values: {any: [kv cache]}

The message says what is expected. The value is ignored; everything else is read.

Of a paper, in a file of any format, a title or a venue may have 10,000 characters, a name or a keyword 1,000, an
abstract or a summary 100,000; there may be 20,000 authors, and 1,000 values in any other list. Rules and search look
at all of that. What is longer is mostly many values, or a whole file, in a single field.
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity
from conspectus.model.survey import Survey
from conspectus.text.folding import LONGEST

CODE = "S005"
SEVERITY = Severity.ERROR


def find(survey: Survey) -> Iterator[Mistake]:
    """Papers whose sources together give them more keywords than rules look at."""
    for paper in survey.library.papers:
        keywords = paper.work.keywords
        if len(keywords) > 50 and sum(map(len, keywords)) + 3 * len(keywords) > LONGEST:
            message = (
                f"the sources of `{paper.id}` give it {len(keywords):,} keywords, of more than {LONGEST:,} characters"
            )
            place = paper.origins.get("keywords", paper.span)
            yield Mistake("bad-value", message, place, "delete some; rules look at the first of them alone")
