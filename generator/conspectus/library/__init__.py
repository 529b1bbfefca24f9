"""From records to papers: identifiers, matching, merging."""

from __future__ import annotations

from collections.abc import Sequence

from conspectus.library.merger import Merger
from conspectus.model.paper import Library, Reading

__all__ = ["Merger", "merge"]


def merge(readings: Sequence[Reading]) -> Library:
    """Put together the records that are one work, from scratch; see `Merger.merge`."""
    return Merger().merge(readings)
