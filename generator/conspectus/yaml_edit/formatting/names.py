"""Keys under the names they have now: what an earlier version called otherwise is renamed, and nothing else changes."""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.located import Mapping, Node, Sequence
from conspectus.yaml_edit.formatting.order import keys_at
from conspectus.yaml_edit.rewording import with_key
from conspectus.yaml_edit.sheet import Sheet, Way


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
