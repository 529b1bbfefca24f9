"""Which keys come in which order, by the kind of file and the place in it: as the README shows them."""

from __future__ import annotations

from pathlib import PurePosixPath

from conspectus import settings
from conspectus.taxonomy.loading import CATEGORY, FACET, MATCH
from conspectus.taxonomy.querying import QUERY
from conspectus.yaml_edit.layout import Way
from conspectus.yaml_edit.records import ORDER as RECORD


def keys_at(path: str, way: Way) -> tuple[str, ...]:
    """The order of the keys of a mapping in a file; empty where a mapping keeps its own. `way`: the keys that lead to
    it, list items left out.
    """
    folder = PurePosixPath(path).parts[1] if len(PurePosixPath(path).parts) > 1 else ""
    if folder == "papers":
        return RECORD if not way else ()
    if folder == "taxonomy":
        return _of_facet(way)
    if way and way[0] == "queries":
        return QUERY if len(way) == 2 else MATCH if len(way) == 3 and way[2] == "match" else ()
    if way and way[0] == "columns":
        return settings.COLUMN if len(way) == 2 else ()
    return () if way else settings.KEYS


def _of_facet(way: Way) -> tuple[str, ...]:
    if not way:
        return FACET
    if way[-1] in ("categories", "children"):
        return CATEGORY
    return MATCH if way[-1] == "match" else ()
