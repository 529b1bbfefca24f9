"""How many authors two sources name in common."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from rapidfuzz.distance import Indel

from conspectus.model.people import Authors, Person, is_group
from conspectus.text.folding import GAP, LOST, fits, folded, undoubled

MANY, SLIPS = 4, 5
"""Of so many authors and more, one in five may be spelled differently, and they are the same all the same."""

SLIP_FROM, WRONG_LETTER_FROM = 5, 7
"""Names of so many letters may be a letter too long, or have another letter, and be the same."""

LETTERS = re.compile(r"[^\W\d_]+")
VOWELS = frozenset("aeiouy")
NICKNAMES = {"beth": "e", "bill": "w", "bob": "r", "dick": "r", "liz": "e", "peggy": "m", "ted": "e", "tony": "a"}
"""The initials of the names for which some short ones stand that begin otherwise."""


class Overlap(Enum):
    """What two lists of authors have in common. The value names it in a sentence."""

    ALL = "the same authors"
    MOST = "authors in common"
    FEW = "few authors in common"
    NONE = "no author in common"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A person as names are compared: the family's words, the initials, and all words, whatever their order."""

    family: str
    initials: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Byline:
    """The people a source names. `more`: it says that there are others."""

    names: tuple[Name, ...]
    more: bool

    @property
    def families(self) -> frozenset[str]:
        return frozenset(name.family for name in self.names)


@lru_cache(maxsize=1 << 16)
def byline_of(authors: Authors) -> Byline | None:
    """A list of authors for comparing; None where no person is named, as in a list of groups."""
    people = [person for person in authors.people if not _is_body(person)]
    names = tuple(name for person in people if (name := _name(person.given, person.family)).family)
    return Byline(names, authors.others or len(names) < len(authors.people)) if names else None


def _is_body(person: Person) -> bool:
    return not person.given and is_group(person.family.split())


@lru_cache(maxsize=1 << 15)
def _name(given: str, family: str) -> Name:
    first = LETTERS.findall(_letters(given))
    last = LETTERS.findall(_letters(family))
    is_short = len(first) == 1 and 1 < len(first[0]) <= MANY and (given.isupper() or VOWELS.isdisjoint(first[0]))
    initials = first[0] if is_short else "".join([NICKNAMES.get(word, "") + word[0] for word in first])
    return Name(
        undoubled("".join(last)),
        initials.replace(GAP, ""),
        frozenset(word for word in (*first, *last) if len(word) > 1),
    )


def _letters(name: str) -> str:
    return folded(name if name.isascii() and "?" not in name else LOST.sub(GAP, name).replace("?", GAP))


@lru_cache(maxsize=1 << 16)
def overlap(ours: Byline, theirs: Byline) -> Overlap:
    """What two lists have in common; unknown where they are written in different scripts."""
    short, long = sorted((ours, theirs), key=lambda byline: len(byline.names))
    if _is_latin(short) != _is_latin(long):
        return Overlap.UNKNOWN
    left = list(long.names)
    for name in short.names:
        if match := next((other for other in left if _same(name, other)), None):
            left.remove(match)
    shared = len(long.names) - len(left)
    if shared == 0:
        return Overlap.NONE
    if shared == len(short.names) and (not left or short.more or (shared > 1 and len(left) <= shared)):
        return Overlap.ALL
    if shared >= MANY and SLIPS * shared >= (SLIPS - 1) * len(long.names):
        return Overlap.ALL
    return Overlap.MOST if 2 * shared >= len(short.names) else Overlap.FEW


def by_others(ours: Authors | None, theirs: Authors | None) -> bool:
    """Whether two lists of authors are known to have no person in common."""
    bylines = [byline_of(authors) if authors else None for authors in (ours, theirs)]
    return bylines[0] is not None and bylines[1] is not None and overlap(bylines[0], bylines[1]) is Overlap.NONE


def _is_latin(byline: Byline) -> bool:
    return any("a" <= c <= "z" for name in byline.names for c in name.family)


def _same(one: Name, other: Name) -> bool:
    """Whether two names can be one person's: the same family and no other initial, or the same words in any order."""
    if one.family == other.family or _is_misspelled(one.family, other.family) or fits(one.family, other.family):
        return not one.initials or not other.initials or _agree(one.initials, other.initials)
    fewer, more = sorted((one.words, other.words), key=len)
    return (len(fewer) > 1 and fewer <= more) or _is_turned(one, other) or _is_turned(other, one)


def _is_turned(one: Name, other: Name) -> bool:
    """Whether one name's family is what the other has as a given name, and the other way: `C.-Y. Wu`, `Wu Ching-yi`."""
    return one.family in other.words and one.family != other.family and one.initials[:1] == other.family[:1]


def _agree(one: str, other: str) -> bool:
    """Whether initials can belong to one person, who may leave one out or begin with another name."""
    return one[0] == other[0] or set(one) <= set(other) or set(other) <= set(one)


def _is_misspelled(one: str, other: str) -> bool:
    """Whether two names are a letter too many, a wrong one or two swapped ones apart; the first letter is right."""
    if max(len(one), len(other)) < SLIP_FROM or one[0] != other[0] or abs(len(one) - len(other)) > 1:
        return False
    if Indel.distance(one, other, score_cutoff=2) > 2 or any(c.isdigit() for c in one + other):
        return False
    return len(one) != len(other) or len(one) >= WRONG_LETTER_FROM or sorted(one) == sorted(other)
