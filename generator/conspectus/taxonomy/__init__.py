"""From YAML to facets and categories, and from rules to placements."""

from __future__ import annotations

from collections.abc import Iterable

from conspectus.model.paper import Library, Source
from conspectus.model.survey import Placing
from conspectus.model.taxonomy import Taxonomy


def load(sources: Iterable[Source]) -> Taxonomy:
    """Read `content/taxonomy/*.yaml`; the main facet comes first, the others by name."""
    raise NotImplementedError


def place(library: Library, taxonomy: Taxonomy) -> Placing:
    """Place every paper: the curator's word, then pins, then rules."""
    raise NotImplementedError
