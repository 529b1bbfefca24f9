"""Categories of two states of a survey: those with another id, and those in another place of the tree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from conspectus.model.survey import Survey
from conspectus.model.taxonomy import CategoryId


@dataclass(frozen=True, slots=True)
class CountedCategory:
    """A category, and how many papers it has with its subcategories; how many it had, if it is gone or empty now."""

    facet: str
    id: str
    title: str
    papers: int


@dataclass(frozen=True, slots=True)
class Retitled:
    """A category with another title than before."""

    facet: str
    id: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Relocated:
    """A category that lies below another one than before, by their ids; an empty one is the top of its facet."""

    facet: str
    id: str
    before: str
    after: str


def counted(survey: Survey) -> dict[CategoryId, CountedCategory]:
    """All categories, in the taxonomy's order, with their papers counted."""
    inside = survey.placing.inside
    return {
        place.id: CountedCategory(*place.id, place.category.title, len(inside.get(place.id, ())))
        for place in survey.taxonomy.walk()
    }


def renamed(old: Mapping[CategoryId, CountedCategory], new: Survey) -> dict[CategoryId, CategoryId]:
    """The categories that have a new id, as old id → new id."""
    present = {place.id: place for place in new.taxonomy.walk()}
    found: dict[CategoryId, CategoryId] = {}
    for id, (facet, category, _) in present.items():
        for was in facet.former(category):
            if id not in old and was in old and was not in present and id not in found.values():
                found[was] = id
    return found


def relocated(old: Survey, new: Survey, categories: Mapping[CategoryId, CategoryId]) -> Iterator[Relocated]:
    """Categories that stayed in their facet and lie below another one; a new id (`categories`) is no change."""
    were, are = _parents(old), _parents(new)
    for id, parent in were.items():
        now = categories.get(id, id)
        before = categories.get(CategoryId(id.facet, parent), CategoryId(id.facet, parent)).category
        if now.facet == id.facet and are.get(now, before) != before:
            yield Relocated(*now, before, are[now])


def _parents(survey: Survey) -> dict[CategoryId, str]:
    """The category that each lies in; an empty one at the top."""
    return {place.id: place.ancestors[-1].id if place.ancestors else "" for place in survey.taxonomy.walk()}
