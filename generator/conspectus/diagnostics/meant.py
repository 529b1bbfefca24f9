"""Guessing which word was meant by one that is not known."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like this one, case aside; None where none is like it."""
    spelled = {name.lower(): name for name in sorted(known, reverse=True)}
    near = difflib.get_close_matches(word.lower(), sorted(spelled), n=1, cutoff=0.6)
    return spelled[near[0]] if near else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A help that names the nearest known word; empty where none is near."""
    near = nearest(word, known)
    return f"did you mean `{near}`?" if near else ""
