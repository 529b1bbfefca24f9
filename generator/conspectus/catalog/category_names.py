"""What categories are called where their facet is not in sight: two of one title are told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from conspectus.model.taxonomy import CategoryId, Place, Taxonomy


class Called(NamedTuple):
    """A category's title, with what it lies in where another one has it: `inside` its facet's pages, and `anywhere`."""

    inside: str
    anywhere: str


def called(taxonomy: Taxonomy) -> Mapping[CategoryId, Called]:
    """What every category is called: `Lamps`, or `Lamps (Methods)` where two facets have lamps, or `Other (Oil)` where
    two categories of a facet have others."""
    places = tuple(taxonomy.walk())
    titles = Counter((place.facet.id, place.category.title.casefold()) for place in places)
    inside = {
        place.id: _title(place, _above(place) if titles[place.facet.id, place.category.title.casefold()] > 1 else "")
        for place in places
    }
    names = Counter(name.casefold() for name in inside.values())
    return {
        place.id: Called(name, _title(place, place.facet.title) if names[name.casefold()] > 1 else name)
        for place in places
        if (name := inside[place.id])
    }


def _above(place: Place) -> str:
    return place.ancestors[-1].title if place.ancestors else place.facet.title


def _title(place: Place, within: str) -> str:
    return f"{place.category.title} ({within})" if within else place.category.title
