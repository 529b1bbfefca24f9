"""The collections of a Zotero library: where each stands, and which items are in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Path = tuple[str, ...]

DEEPEST = 20
"""How many collections above each other a path names; the outermost of more are left out."""


def paths_of(titles: Mapping[str, str], above: Mapping[str, str]) -> dict[str, Path]:
    """The title of each collection, behind those of the ones above it. `above`: the collection that one is in."""
    found = {}
    for name in titles:
        chain = [name]
        while len(chain) < DEEPEST and (parent := above.get(chain[-1], "")) in titles and parent not in chain:
            chain.append(parent)
        found[name] = tuple(titles[each] for each in reversed(chain))
    return found


def paths_by_item(paths: Mapping[str, Path], items: Mapping[str, Iterable[str]]) -> dict[str, tuple[Path, ...]]:
    """The paths of the collections that each item is in. `items`: those of each collection."""
    found: dict[str, dict[Path, None]] = {}
    for name, inside in items.items():
        for item in inside:
            found.setdefault(item, {})[paths[name]] = None
    return {item: tuple(inside) for item, inside in found.items()}
