"""Which records are worth comparing: those that share a block (“blocking” in record linkage).

A block is a piece of evidence that two records of one work are likely to share. Within a crowd, such as five thousand
columns of one title, a record is compared with its neighbors in an order that brings like records together
(“sorted neighborhood”). So the time grows with the number of records and not with its square.

What that costs: two records of one work that share nothing but crowds, and stand further apart than `NEIGHBORS` in
each, stay two papers. The order is by title, authors and year, so this can happen where titles begin differently, as
with a slip in the first word, and so many other works begin like one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from conspectus.library.profiles import Profile
from conspectus.library.references import QUOTED_FROM

K = TypeVar("K", int, str)

CROWD = 40
"""In a block of more records than this, each is compared with its neighbors alone."""

NEIGHBORS = 8
"""So many of them, to each side."""

PIECE = 12
"""So many letters at the beginning or the end of a title are a block; a slip spoils one of the two. So are those behind
its punctuation, where a title begins that is cut out of a reference."""

SHORT_PIECE = 6
"""The same for titles by one author."""


def blocks(profile: Profile) -> frozenset[str]:
    """The blocks of a record; records that may want the same id are compared without one."""
    found: list[str] = []
    firsts = {byline.names[0].family for byline in profile.bylines}
    people = {" ".join(sorted(byline.families)) for byline in profile.bylines}
    for title in profile.titles:
        text = title.text
        found += (f"^{text[:PIECE]}", f"${text[-PIECE:]}")
        rests = ["".join(title.words[start:]) for start in title.starts if len(title.words) - start >= QUOTED_FROM]
        found += [f"^{rest[:PIECE]}" for rest in rests]
        for first in firsts:
            found += (f"{first} ^{text[:SHORT_PIECE]}", f"{first} ${text[-SHORT_PIECE:]}")
    if profile.titles:
        found += [f"{names} {year}" for names in people for year in profile.years]
    return frozenset(found)


def pairs(block: Iterable[K], profile: Callable[[K], Profile]) -> Iterator[tuple[K, K]]:
    """The pairs of a block's records, each under a key of its own, that are compared."""
    keys = sorted(block)
    reach = len(keys)
    if reach > CROWD:
        keys.sort(key=lambda key: _order(profile(key)))
        reach = NEIGHBORS
    for number, one in enumerate(keys):
        for other in keys[number + 1 : number + 1 + reach]:
            yield (one, other) if one < other else (other, one)


def _order(profile: Profile) -> tuple[object, ...]:
    """An order in which records of one work are neighbors."""
    return (
        [title.text for title in profile.titles],
        [name.family for byline in profile.bylines for name in byline.names],
        sorted(profile.years),
        sorted(venue.name for venue in profile.venues),
        sorted(profile.pages),
    )
