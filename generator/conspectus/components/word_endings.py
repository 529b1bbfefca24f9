"""All words by how they end, for a browser to find one that is misspelt at its beginning: files of words go by that.

An edit of a word leaves its first letters as they are or its last ones. So of a word that no paper has, a browser looks
at the words with the same beginning and at those with the same ending, and no others.
"""

from __future__ import annotations

from zlib import crc32

from conspectus.catalog import Catalog
from conspectus.components import word_index

SHORT, LONG = 2, 3
"""How many letters the ending of a word has, a short one and another."""

SHORTEST = 4
"""Shorter words are nobody's misspelt ones."""

LONGER = 7
"""From so many letters on a word is no short one."""

PER_FILE = 4
"""For so many files of words there is one of endings."""


def ending(word: str) -> str:
    """The letters by which a word is found."""
    return word[-SHORT:] if len(word) < LONGER else word[-LONG:]


def shards(catalog: Catalog) -> int:
    """How many files there are; none where all words are in one."""
    return word_index.shards(catalog) // PER_FILE


def about(catalog: Catalog) -> dict[str, int]:
    """What a browser has to know to find the file of an ending."""
    return {"files": shards(catalog), "short": SHORT, "long": LONG, "longer": LONGER}


def endings(catalog: Catalog) -> tuple[str, ...]:
    """For each file, its words in order, with spaces between them."""
    files: tuple[list[str], ...] = tuple([] for _ in range(shards(catalog)))
    for word in catalog.once(word_index.index):
        if len(word) >= SHORTEST and not any(map(str.isdigit, word)):
            files[crc32(ending(word).encode()) % len(files)].append(word)
    return tuple(map(" ".join, files))
