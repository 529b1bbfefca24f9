"""Reading files of papers: each format is one module with `sniff` and `parse`, and one line in FORMATS."""

from __future__ import annotations

from conspectus.cache import Cache
from conspectus.model.paper import Reading, Source


def parse(source: Source, cache: Cache) -> Reading:
    """Read a source in the format it is in."""
    raise NotImplementedError
