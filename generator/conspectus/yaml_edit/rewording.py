"""Words in place of others: names, keys and pieces of prose, wherever in a file they stand."""

from __future__ import annotations

from collections import abc
from collections.abc import Callable, Collection
from copy import deepcopy

from conspectus.located import Mapping, Scalar
from conspectus.yaml_edit import styles
from conspectus.yaml_edit.sheet import Sheet, Way, plain, scalars
from conspectus.yaml_edit.splices import changed, checked, holder_of, instead_of, keys_of, plain_of


def with_scalars(sheet: Sheet, words: abc.Mapping[Way, str]) -> Sheet:
    """Scalars with other texts, each quoted as the one before it."""
    splices, data = [], deepcopy(plain(sheet.root))
    for way, word in words.items():
        scalar = sheet.at(way)
        if not isinstance(scalar, Scalar):
            raise sheet.by_hand(scalar, "expected a word")
        splices.append(instead_of(scalar, _as_before(scalar, word)))
        holder_of(data, way)[way[-1]] = plain_of(word)
    return changed(sheet, splices, data, None) if splices else sheet


def with_key(sheet: Sheet, way: Way, before: str, after: str) -> Sheet:
    """A mapping in which a key is called otherwise."""
    mapping = sheet.at(way)
    key = (
        next((name for name, _ in mapping.entries if name.text == before), None)
        if isinstance(mapping, Mapping)
        else None
    )
    if key is None:
        raise sheet.by_hand(mapping, f"it has no key {before!r}")
    rename = {before: after}
    splice = instead_of(key, _as_before(key, after))
    return checked(sheet, [splice], way, lambda data: {rename.get(k, k): v for k, v in keys_of(data).items()}, key)


def with_words(sheet: Sheet, keys: Collection[str], change: Callable[[str], str]) -> Sheet:
    """Change words in the prose of these keys, anywhere in the file. Line breaks stay, so `change` must have the same
    effect on the text in the file as on the value that is read from it.
    """
    splices, data = [], deepcopy(plain(sheet.root))
    for way, scalar in scalars(sheet.root):
        if way and way[-1] in keys and (text := change(scalar.text)) != scalar.text:
            splices.append(instead_of(scalar, change(sheet.written(scalar))))
            holder_of(data, way)[way[-1]] = plain_of(text)
    return changed(sheet, splices, data, None) if splices else sheet


def _as_before(scalar: Scalar, word: str) -> str:
    """A word to write in place of another: in quotes if the other was."""
    return styles.quoted(word) if scalar.extent.style else styles.inline(word)
