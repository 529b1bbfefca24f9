"""Words in place of others: names, keys and pieces of prose, wherever in a file they stand."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from copy import deepcopy

from conspectus.yaml_edit import styles
from conspectus.yaml_edit.layout import Entries, Leaf, Sheet, Way, leaves, plain
from conspectus.yaml_edit.splices import changed, checked, holder_of, keys_of, plain_of


def with_leaves(sheet: Sheet, words: Mapping[Way, str]) -> Sheet:
    """Scalars with other texts, each quoted as the one before it."""
    splices, data = [], deepcopy(plain(sheet.root))
    for way, word in words.items():
        leaf = sheet.at(way)
        if not isinstance(leaf, Leaf):
            raise sheet.by_hand(leaf, "a word is expected there")
        splices.append((leaf.start, leaf.end, styles.quoted(word) if leaf.style else styles.inline(word)))
        holder_of(data, way)[way[-1]] = plain_of(word)
    return changed(sheet, splices, data, None) if splices else sheet


def with_key(sheet: Sheet, way: Way, before: str, after: str) -> Sheet:
    """A mapping in which a key is called otherwise."""
    mapping = sheet.at(way)
    key = (
        next((name for name, _ in mapping.entries if name.text == before), None)
        if isinstance(mapping, Entries)
        else None
    )
    if key is None:
        raise sheet.by_hand(mapping, f"there is no key {before!r}")
    splice = (key.start, key.end, styles.quoted(after) if key.style else styles.inline(after))
    rename = {before: after}
    return checked(sheet, [splice], way, lambda data: {rename.get(k, k): v for k, v in keys_of(data).items()}, key)


def with_words(sheet: Sheet, keys: Collection[str], change: Callable[[str], str]) -> Sheet:
    """Prose behind some keys, anywhere in the file, with other words in it. Its lines stay as they are, so `change`
    must do to a text as it is written what it does to it as it is read.
    """
    splices, data = [], deepcopy(plain(sheet.root))
    for way, leaf in leaves(sheet.root):
        if way and way[-1] in keys and (word := change(leaf.text)) != leaf.text:
            splices.append((leaf.start, leaf.end, change(sheet.text[leaf.start : leaf.end])))
            holder_of(data, way)[way[-1]] = (leaf.tag, word)
    return changed(sheet, splices, data, None) if splices else sheet
