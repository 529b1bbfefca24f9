"""Titles that stand within a piece of a reference, as programs cut them out that read reference lists."""

from __future__ import annotations

import re
from collections.abc import Collection

from conspectus.library.title_words import ABBREVIATED, VENUE
from conspectus.library.titles import CUT_FROM, DATED, Title

NUMBER = re.compile(r"\d")


def is_within(title: Title, reference: Title, names: Collection[str], venues: Collection[str]) -> bool:
    """Whether a whole title stands in another with nothing around it but people before and a venue behind.

    `names`: words of names of authors, `venues`: acronyms of venues, in lower case.
    """
    size = len(title.words)
    if size < CUT_FROM or size == len(reference.words) or title.signs != reference.signs:
        return False
    for start in range(len(reference.words) - size + 1):
        if reference.words[start : start + size] == title.words:
            before, behind = reference.words[:start], reference.words[start + size :]
            if _are_people(before, names) and _is_venue(behind, venues):
                return True
    return False


def _are_people(words: tuple[str, ...], names: Collection[str]) -> bool:
    """Whether most words are names of authors, initials or years."""
    known = [word for word in words if len(word) == 1 or word in names or DATED.fullmatch(word)]
    return 2 * len(known) >= len(words)


def _is_venue(words: tuple[str, ...], venues: Collection[str]) -> bool:
    """Whether words name a venue, by an acronym or abbreviated, or with a number."""
    if any(word in venues or word in ABBREVIATED for word in words):
        return True
    return not words or (not VENUE.isdisjoint(words) and any(map(DATED.fullmatch, words)))
