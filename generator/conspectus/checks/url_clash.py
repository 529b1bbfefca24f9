"""Two pages of the site would have the same address, so one would be missing.

    facet: papers        # /papers/ lists all papers

A facet's pages are in a folder of its name (those of `topic` in `topics/`), papers in `papers/`, prose in `pages/`.
Rename the facet, category, paper or file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Severity, Span
from conspectus.model.subjects import address, paper_url
from conspectus.model.survey import Survey

CODE = "T005"
SEVERITY = Severity.ERROR


def find(survey: Survey) -> Iterator[Mistake]:
    """Addresses of two things; case does not count, as it does not on some disks."""
    seen: dict[str, Span] = {}
    for url, span in _addresses(survey):
        url = url.rstrip("/")
        key = url.lower()
        if key in survey.reserved or key.endswith("/index.html"):
            message = f"the address `{url}` is reserved for the site itself"
            yield Mistake("url-clash", message, span, "choose another name")
        elif key in seen:
            first = seen[key]
            message = f"two pages would have the address `{url}/`"
            yield Mistake("url-clash", message, span, f"rename one; the other is in {first.file}:{first.line}")
        else:
            seen[key] = span


def _addresses(survey: Survey) -> Iterator[tuple[str, Span]]:
    for facet in survey.taxonomy.facets:
        yield address(facet), facet.span
        for category, _ in facet.walk():
            yield facet.url(category), category.span
    for query in survey.queries.saved:
        yield address(query), query.span
    yield from _of_papers(survey)
    for note in survey.pages:
        yield address(note), note.span
    for image in survey.images:
        yield image.url, Span(image.source.path)


def _of_papers(survey: Survey) -> Iterator[tuple[str, Span]]:
    """Of papers, of which there may be very many, only those whose ids anything else could have, case aside."""
    papers = survey.library.by_id
    beside = {category.id.lower() for _, category, _ in survey.taxonomy.walk()} | {"index.html"}
    cased = [paper for id, paper in papers.items() if id != id.lower()]
    lowered = Counter(paper.id.lower() for paper in cased)
    shared = beside | {id for id, many in lowered.items() if many > 1 or id in papers}
    found = {id: papers[id] for id in shared & papers.keys()} | {p.id: p for p in cased if p.id.lower() in shared}
    yield from ((paper_url(id), found[id].span) for id in sorted(found))
