"""Which keys a mapping may have, by the kind of file and the place in it."""

from __future__ import annotations

from pathlib import PurePosixPath

from conspectus.model.keys import Keys, Shape
from conspectus.model.query import QUERY
from conspectus.model.settings import COLUMN, SURVEY
from conspectus.model.taxonomy import CATEGORY, FACET, MATCH
from conspectus.model.work import RECORD
from conspectus.yaml_edit.sheet import Way

FILES = {"papers": RECORD, "taxonomy": FACET}
"""The keys of the files of a folder; those of survey.yaml, which lies in none, are others."""

WITHIN = {Shape.MATCH: MATCH, Shape.CATEGORIES: CATEGORY, Shape.QUERIES: QUERY, Shape.COLUMNS: COLUMN}
"""The keys of the mappings that stand behind a key of such a shape."""

NAMED = (Shape.QUERIES, Shape.COLUMNS)
"""The shapes of mappings by names of the curator's, which keep their order."""


def keys_at(path: str, way: Way) -> Keys | None:
    """The keys of a mapping in a file; None where a mapping keeps its own order. `way`: the keys that lead to it, list
    items left out.
    """
    folder = PurePosixPath(path).parts[1:2]
    keys = FILES.get(folder[0], SURVEY) if folder else SURVEY
    steps = iter(way)
    for step in steps:
        key = keys.get(str(step))
        if key is None or key.shape not in WITHIN or (key.shape in NAMED and next(steps, None) is None):
            return None
        keys = WITHIN[key.shape]
    return keys
