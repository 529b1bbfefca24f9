"""Placings that tests make up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from conspectus.diagnostics import Span
from conspectus.model.survey import Placement, Placing


def placing(
    placements: Mapping[str, tuple[Placement, ...]], hits: Mapping[Span, tuple[str, ...]] | None = None
) -> Placing:
    """With these papers in these places."""
    members: dict[tuple[str, str], set[str]] = defaultdict(set)
    for id, places in placements.items():
        for place in places:
            members[place.facet, place.category].add(id)
    standing = {id: tuple((place.facet, place.category) for place in places) for id, places in placements.items()}
    return Placing(placements, hits or {}, members, standing)
