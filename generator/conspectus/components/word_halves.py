"""Words that may be two others: of `keyframe` a browser also finds `key frame`, as `halves` in `js/ranking.js` does it.

Where words are spread over files, it had to load that of each word's second half to see whether there is one.
"""

from __future__ import annotations

from collections.abc import Container

SHORTEST, LONGEST = 7, 40
"""Shorter and longer words are not taken apart."""

FIRST, SECOND = 2, 3
"""How many letters the halves have at least."""


def may_be_two(word: str, words: Container[str]) -> bool:
    """Whether a word is made of two of some words, of which the second may have another number."""
    if not (SHORTEST <= len(word) <= LONGEST and word.isascii() and word.isalpha()):
        return False
    return any(
        word[:at] in words and (word[at:] in words or f"{word[at:]}s" in words or word[at:].removesuffix("s") in words)
        for at in range(FIRST, len(word) - SECOND + 1)
    )
