"""A paper's record, or a saved query, names a facet that does not exist.

    place: {topics: [kv-cache]}      # the facet is called topic

A facet is a file `content/taxonomy/<facet>.yaml`. Correct the name, or write the file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from pathlib import PurePosixPath

from conspectus.diagnostics import Mistake, Severity, Span, did_you_mean
from conspectus.model.survey import Survey

CODE = "T011"
SEVERITY = Severity.ERROR


def find(survey: Survey) -> Iterator[Mistake]:
    """Facets named by records, unless there is a file of that name that could not be read: that is said already."""
    known = [facet.id for facet in survey.taxonomy.facets]
    unread = {PurePosixPath(mistake.span.file).stem for mistake in survey.taxonomy.mistakes}
    for facet, named in survey.library.decisions.items():
        if facet not in known and facet not in unread:
            help = did_you_mean(facet, known) or f"the facets are {', '.join(known) or 'none so far'}"
            spans: dict[str, list[Span]] = defaultdict(list)
            for paper, span in chain.from_iterable(named.values()):
                spans[paper.id].append(span)
            for id, found in spans.items():
                said = f"paper `{id}` is placed in the facet `{facet}`, which is not in content/taxonomy"
                yield Mistake("unknown-facet", said, min(found), help)
    for query in survey.queries.saved:
        for (id, span), _ in query.within:
            if id not in known and id not in unread:
                help = did_you_mean(id, known) or f"the facets are {', '.join(known) or 'none so far'}"
                said = f"the query `{query.id}` asks for the facet `{id}`, which is not in content/taxonomy"
                yield Mistake("unknown-facet", said, span, help)
