"""Guessing which word was meant by one that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

LEAST = 0.6
"""From this likeness on, where 1 is the same word: a letter more, less, changed or swapped with its neighbour counts
once, against the length of the longer word."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like this one, case aside; None where none is like it, of equals the first in order."""
    names, spelled = _spelled(tuple(known))
    found = process.extractOne(word.lower(), spelled, scorer=OSA.normalized_similarity, score_cutoff=LEAST)
    return names[found[2]] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A help that names the nearest known word; empty where none is near."""
    near = nearest(word, known)
    return f"did you mean `{near}`?" if near else ""


@lru_cache(maxsize=32)
def _spelled(known: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The known words in order, and as they are compared: of ten thousand ids, a thousand may be asked for in a row."""
    names = sorted(known)
    return names, [name.lower() for name in names]
