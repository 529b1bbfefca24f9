"""From records to papers: identifiers, matching, merging."""

from __future__ import annotations

from collections.abc import Sequence

from conspectus.model.paper import Library, Reading


def merge(readings: Sequence[Reading]) -> Library:
    """Put together the records that are one work."""
    raise NotImplementedError
