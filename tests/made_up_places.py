"""Placings that tests make up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from conspectus.diagnostics import Span
from conspectus.model.survey import Placement, Placing
from conspectus.model.taxonomy import Facet


def placing(
    placements: Mapping[str, tuple[Placement, ...]],
    facets: Collection[Facet],
    papers: Collection[str],
    hits: Mapping[Span, tuple[str, ...]] | None = None,
) -> Placing:
    """With these papers in these places; `papers` are all that there are."""
    members: dict[tuple[str, str], set[str]] = defaultdict(set)
    for id, places in placements.items():
        for place in places:
            members[place.facet, place.category].add(id)
    inside = {
        (facet.id, top.id): {id for each, _ in top.walk() for id in members.get((facet.id, each.id), ())}
        for facet in facets
        for top, _ in facet.walk()
    }
    outside = {
        facet.id: {id for id in papers if all(place.facet != facet.id for place in placements.get(id, ()))}
        for facet in facets
    }
    categories_of = {id: tuple((place.facet, place.category) for place in places) for id, places in placements.items()}
    return Placing(placements, hits or {}, members, inside, outside, categories_of)
