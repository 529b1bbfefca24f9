"""Titles that stand within a piece of a reference, as programs cut them out that read reference lists."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import accumulate

from conspectus.library.title_words import ABBREVIATED, MONTHS, NUMBERED, PAGES, VENUE
from conspectus.library.titles import DATED, Title

QUOTED_FROM = 3
"""A title of fewer words is met by chance within another."""

OTHERS = frozenset("ed editor eds et al".split())
"""Words that stand among the names of authors."""
INITIAL = re.compile(r"(?:and)?[^\W\d_]")
"""A letter of a name, also where no space sets the last author's apart: `andF. Wick`."""


def is_within(title: Title, reference: Title, names: Collection[str], venues: Collection[str]) -> bool:
    """Whether a whole title stands in another with nothing around it but people before and a venue or pages behind;
    spaces may be lost within it.

    `names`: words of names of authors, `venues`: acronyms of venues, in lower case.
    """
    letters, text = "".join(title.words), "".join(reference.words)
    if len(title.words) < QUOTED_FROM or letters == text or title.signs != reference.signs:
        return False
    ends = dict(zip(accumulate(map(len, reference.words), initial=0), range(len(reference.words) + 1), strict=True))
    start = text.find(letters)
    while start >= 0:
        end = start + len(letters)
        if start in ends and end in ends:
            before, behind = reference.words[: ends[start]], reference.words[ends[end] :]
            if _are_people(before, names) and (_is_venue(behind, venues) or _is_paged(behind)):
                return True
        start = text.find(letters, start + 1)
    return False


def _are_people(words: tuple[str, ...], names: Collection[str]) -> bool:
    """Whether most words are names of authors, initials or dates."""
    known = [word for word in words if word in names or word in OTHERS or INITIAL.fullmatch(word) or _is_date(word)]
    return 2 * len(known) >= len(words)


def _is_date(word: str) -> bool:
    return word in MONTHS or bool(DATED.fullmatch(word))


def _is_venue(words: tuple[str, ...], venues: Collection[str]) -> bool:
    """Whether words name a venue, by an acronym or abbreviated, or with a number."""
    if any(word in venues or word in ABBREVIATED for word in words):
        return True
    return not words or (not VENUE.isdisjoint(words) and any(map(DATED.fullmatch, words)))


def _is_paged(words: tuple[str, ...]) -> bool:
    """Whether words say on what pages something was published: `1(2) pages 331–342`, `pp. 3–14, May 2001`. A year alone
    may be that of a series."""
    written = {word for word in words if not word[0].isdigit()}
    return written <= MONTHS | NUMBERED | PAGES and not PAGES.isdisjoint(written)
