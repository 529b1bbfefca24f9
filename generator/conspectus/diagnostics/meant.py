"""Guessing which known word an unknown one was meant to be."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

LEAST = 0.6
"""The least similarity of a suggestion, where 1 is the same word. Each letter inserted, deleted, replaced or swapped
with its neighbor counts once, relative to the length of the longer word."""

LONG = 8
"""How many letters a word has at least in which two slips may be made."""

SHORTEST_PART, MOST_LONGER = 3, 5
"""How many letters a part of a word has at least, and how many words with it are named at most."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The nearest known word, ignoring case; None if none is near. Of equally near words, the first in order."""
    names, spelled = _spelled(tuple(known))
    found = process.extractOne(word.lower(), spelled, scorer=OSA.normalized_similarity, score_cutoff=LEAST)
    return names[found[2]] if found else None


def misspelled(word: str, known: Iterable[str]) -> str | None:
    """The known word that an unknown one is a slip away from, two from eight letters on; None if there is none."""
    near = nearest(word, known)
    return near if near and OSA.distance(word.lower(), near.lower()) <= (2 if len(word) >= LONG else 1) else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A help that names the nearest known word, or the few that the word is a part of; empty if there are none."""
    names = tuple(known)
    near = nearest(word, names)
    meant = [near] if near else _longer(word, names)
    return f"did you mean {' or '.join(f'`{name}`' for name in meant)}?" if meant else ""


def _longer(word: str, known: tuple[str, ...]) -> list[str]:
    """The known words that have this one in them, ignoring case; none where they are many."""
    part = word.lower()
    found = [name for name, spelled in zip(*_spelled(known), strict=True) if part in spelled]
    return found if len(part) >= SHORTEST_PART and len(found) <= MOST_LONGER else []


@lru_cache(maxsize=32)
def _spelled(known: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The known words in order, and as they are compared; cached, because a thousand lookups may follow one another."""
    names = sorted(known)
    return names, [name.lower() for name in names]
