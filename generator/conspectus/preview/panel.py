"""What the panel on a paper's page shows: its places and why, all categories it could have, its summary."""

from __future__ import annotations

from conspectus.model.paper import Paper
from conspectus.model.survey import Survey
from conspectus.model.taxonomy import Category, Facet
from conspectus.preview.overlay import Link

BETWEEN = " › "


def panel(survey: Survey, id: str, link: Link) -> dict[str, object] | None:
    """The panel of a paper, as its script takes it; None where there is no such paper.

    `link` opens a place in the curator's editor.
    """
    paper = survey.library.by_id.get(id)
    if paper is None:
        return None
    origin = paper.origins.get("summary")
    return {
        "id": paper.id,
        "title": paper.title.as_text(),
        "facets": [_facet(survey, paper, facet, link) for facet in survey.taxonomy.facets],
        "categories": [
            {"facet": facet.id, "within": facet.title, "id": category.id, "title": _path(category, ancestors)}
            for facet, category, ancestors in survey.taxonomy.walk()
        ],
        "summary": paper.work.summary or "",
        "origin": str(origin) if origin else "",
    }


def _facet(survey: Survey, paper: Paper, facet: Facet, link: Link) -> dict[str, object]:
    """A facet, the paper's places in it, and whether its record decides them."""
    titles = {category.id: _path(category, ancestors) for category, ancestors in facet.walk()}
    places = [
        {
            "category": placement.category,
            "title": titles[placement.category],
            "kind": placement.reason.kind,
            "why": str(placement.reason),
            "location": f"{placement.reason.span.file}:{placement.reason.span.line}",
            "link": link(placement.reason.span),
        }
        for placement in survey.placing.placements.get(paper.id, ())
        if placement.facet == facet.id
    ]
    return {"id": facet.id, "title": facet.title, "places": places}


def _path(category: Category, ancestors: tuple[Category, ...]) -> str:
    """The titles from the facet's top down to the category's own."""
    return BETWEEN.join(each.title for each in (*ancestors, category))
