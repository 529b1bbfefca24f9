"""Guessing which known word an unknown one was meant to be."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

LEAST = 0.6
"""The least similarity of a suggestion, where 1 is the same word. Each letter inserted, deleted, replaced or swapped
with its neighbor counts once, relative to the length of the longer word."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The nearest known word, ignoring case; None if none is near. Of equally near words, the first in order."""
    names, spelled = _spelled(tuple(known))
    found = process.extractOne(word.lower(), spelled, scorer=OSA.normalized_similarity, score_cutoff=LEAST)
    return names[found[2]] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A help that names the nearest known word; empty if none is near."""
    near = nearest(word, known)
    return f"did you mean `{near}`?" if near else ""


@lru_cache(maxsize=32)
def _spelled(known: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The known words in order, and as they are compared; cached, because a thousand lookups may follow one another."""
    names = sorted(known)
    return names, [name.lower() for name in names]
