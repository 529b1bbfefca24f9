"""A paper's record, or a saved query, names a facet that does not exist.

    place: {topics: [kv-cache]}      # the facet is topic

A facet is a file `content/taxonomy/<facet>.yaml`. Correct the name, or add the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from conspectus.diagnostics import Mistake, Severity, did_you_mean
from conspectus.model.survey import Survey

CODE = "T011"
SEVERITY = Severity.ERROR


def find(survey: Survey) -> Iterator[Mistake]:
    """Facets that records and queries name, unless a file of that name could not be read: that is reported already."""
    known = [facet.id for facet in survey.taxonomy.facets]
    unread = {PurePosixPath(mistake.span.file).stem for mistake in survey.taxonomy.mistakes}
    for paper in survey.library.papers:
        for facet, references in paper.work.place:
            if facet not in known and facet not in unread:
                message = f"paper `{paper.id}` is placed in the facet `{facet}`, which is not in content/taxonomy"
                named = references[0].facet if references else paper.origins.get("place")
                yield Mistake("unknown-facet", message, named or paper.span, _meant(facet, known))
    for query in survey.queries.saved:
        for (id, span), _ in query.within:
            if id not in known and id not in unread:
                message = f"the query `{query.id}` asks for the facet `{id}`, which is not in content/taxonomy"
                yield Mistake("unknown-facet", message, span, _meant(id, known))


def _meant(id: str, known: list[str]) -> str:
    return did_you_mean(id, known) or f"correct it, or add content/taxonomy/{id}.yaml"
