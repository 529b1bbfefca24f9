"""The mappings in a YAML file as objects, each with its line, as `json_items` gives those of JSON."""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.located import Mapping, Node, Scalar, Sequence
from conspectus.sources.json_items import Item


def of(root: Node) -> Iterator[Item]:
    """The papers of a list, or of a mapping that has one under each key or a list under one."""
    if isinstance(root, Sequence):
        for node in root.items:
            if isinstance(value := _plain(node), dict):
                yield Item(value, node.span)
    elif isinstance(root, Mapping):
        for _, node in root.entries:
            if isinstance(node, Sequence):
                yield from of(node)
            elif isinstance(value := _plain(node), dict):
                yield Item(value, node.span)


def _plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.value if isinstance(node.value, str) else node.text or None
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    return {key.text: _plain(value) for key, value in node.entries}
