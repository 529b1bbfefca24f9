"""Which keys a mapping may have, by the kind of file and the place in it, and how they are called now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from conspectus.located import Mapping, Node, Sequence
from conspectus.model.keys import Keys, Shape
from conspectus.model.query import QUERY
from conspectus.model.settings import COLUMN, SURVEY
from conspectus.model.taxonomy import CATEGORY, FACET, MATCH
from conspectus.model.work import RECORD
from conspectus.yaml_edit.rewording import with_key
from conspectus.yaml_edit.sheet import Sheet, Way

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


def with_present_names(sheet: Sheet) -> Sheet:
    """The file without former names of keys. EditError where a key stands under both its names."""
    for way, former, name in list(_former(sheet.path, sheet.root, ())):
        sheet = with_key(sheet, way, former, name)
    return sheet


def _former(path: str, node: Node | None, way: Way) -> Iterator[tuple[Way, str, str]]:
    """The way to each mapping that has a former name, that name and the present one; what lies deepest comes first."""
    for number, item in enumerate(node.items if isinstance(node, Sequence) else ()):
        yield from _former(path, item, (*way, number))
    if isinstance(node, Mapping):
        keys = keys_at(path, tuple(step for step in way if isinstance(step, str)))
        for key, value in node.entries:
            yield from _former(path, value, (*way, key.text))
            name = keys.spellings.get(key.text, key.text) if keys else key.text
            if name != key.text:
                yield way, key.text, name
