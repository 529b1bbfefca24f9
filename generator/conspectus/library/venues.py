"""Whether two names of journals or conferences can mean the same one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import dropwhile

from conspectus.model.identifiers import names_arxiv
from conspectus.text.folding import folded

SERVERS = frozenset(
    "arxiv biorxiv chemrxiv hal medrxiv osf preprint preprints psyarxiv socarxiv ssrn techrxiv zenodo".split()
)
"""Words in the names of what shows preprints."""

JOURNAL = frozenset(
    """
    acta annals archives bulletin communications j journal journals letters magazine newsletter quarterly record records
    review reviews surveys trans transactions zeitschrift
    """.split()
)
MEETING = frozenset(
    "colloquium conf conference congress meeting proc proceedings procs symp symposium workshop workshops".split()
)
COMMON = MEETING | frozenset(
    """
    acm advances annual eur european findings ieee in int international intl national natl of on the and for a an th st
    nd rd usenix
    """.split()
)
"""Words that say nothing about which venue it is."""

WORD = re.compile(r"[^\W\d_]+")
ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z][A-Za-z]*")
NUMBERED = re.compile(r"(?<=[^\W\d_])\d+")
CONFERENCE = re.compile(r"\.\s?Conference:")
"""Between a journal and the meeting whose abstracts an issue has, as Embase writes it."""
CONTRACTED_FROM = 4
"""Words of fewer letters are found in too many others."""
CUT = re.compile(r"…|\.\.\.")


class Venues(Enum):
    """How the names of two venues go together. The value names it in a sentence."""

    SAME = "the same venue"
    MAYBE = ""
    OTHER = "published in different venues"


@dataclass(frozen=True, slots=True, eq=False)
class Venue:
    """A venue's name as such are compared. `kind`: `journal`, `meeting` or empty if the name does not say it.

    `words`: without those that say nothing, `full`: with them from the first on that says something. `numbers`: digits
    that are part of a name, as in `J2`. `is_cut`: whether a part of the name is left out.
    """

    name: str
    words: tuple[str, ...]
    full: tuple[str, ...]
    acronyms: frozenset[str]
    kind: str
    numbers: frozenset[str]
    is_cut: bool


@lru_cache(maxsize=1 << 14)
def venue_of(name: str) -> Venue | None:
    """A venue for comparing; None for a server of preprints."""
    spelled = WORD.findall(CONFERENCE.split(name, maxsplit=1)[0])
    words = [folded(word) for word in spelled]
    if not words or names_arxiv(name) or SERVERS.intersection(words):
        return None
    kind = "meeting" if MEETING.intersection(words) else "journal" if JOURNAL.intersection(words) else ""
    own = tuple(word for word in words if word not in COMMON)
    is_cut = bool(CUT.search(name))
    acronyms = frozenset(folded(word) for word in spelled if ACRONYM.fullmatch(word)) - COMMON
    if name.islower() and len(own) <= 2 and len(words) <= 4 and not is_cut:
        acronyms = frozenset(own)  # any word may be one
    full = tuple(dropwhile(COMMON.__contains__, words))
    return Venue(name, own, full, acronyms, kind, frozenset(NUMBERED.findall(name)), is_cut)


@lru_cache(maxsize=1 << 14)
def compare(one: Venue, other: Venue) -> Venues:
    """Whether two venues are one: the same words, one's words shortened, or the other's acronym.

    A journal is no meeting; two acronyms, or two names in full, that have nothing in common are two venues. An acronym
    and a name in full that do not spell one another may be one all the same (`SIGMOD`).
    """
    if {one.kind, other.kind} == {"journal", "meeting"} or (
        one.words == other.words and one.numbers != other.numbers and one.numbers and other.numbers
    ):
        return Venues.OTHER
    if one.words == other.words:
        return Venues.SAME
    if _shortens(one.words, other.words) or _shortens(other.words, one.words):
        return Venues.SAME
    if _is_acronym_of(one, other) or _is_acronym_of(other, one):
        return (
            Venues.SAME
            if one.kind == other.kind or "journal" not in (one.kind, other.kind)
            else _of_journal(one, other)
        )
    shared = set(one.words) & set(other.words) - JOURNAL
    if shared:
        if len(shared) < min(len(set(one.words)), len(set(other.words))):
            return Venues.MAYBE
        return Venues.SAME if one.kind == other.kind or "journal" not in (one.kind, other.kind) else Venues.OTHER
    short = [venue for venue in (one, other) if len(venue.words) <= 2 and venue.acronyms]
    is_known = one.words and other.words and (len(short) == 2 or not (one.is_cut or other.is_cut))
    return Venues.OTHER if is_known and len(short) != 1 else Venues.MAYBE


def _of_journal(one: Venue, other: Venue) -> Venues:
    """`TODS` spells *Transactions on Database Systems*; `VLDB` leaves out the *Journal* of the *VLDB Journal*."""
    full, short = (one, other) if one.kind == "journal" else (other, one)
    first = {word[0] for word in full.words if word in JOURNAL}
    spelled = (acronym for acronym in short.acronyms if acronym[0] in first and len(acronym) >= len(full.words) - 1)
    return Venues.SAME if any(spelled) else Venues.OTHER


def _shortens(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether each word shortens one of the other name's, in order: `Trans. Database Syst.`, `Dtsch Med Wochenschr`"""
    rest = iter(long)
    return len(short) > 1 and all(any(_abbreviates(word, other) for other in rest) for word in short)


def _abbreviates(short: str, long: str) -> bool:
    """Whether a word begins another, or has some of its letters, the first among them: `natl` of *national*."""
    if long.startswith(short):
        return True
    letters = iter(long)
    return len(short) >= CONTRACTED_FROM and short[0] == long[0] and all(letter in letters for letter in short)


def _is_acronym_of(short: Venue, long: Venue) -> bool:
    """Whether an acronym is made of the other's words; those of groups of ACM begin with SIG: `SIGMOD`."""
    group = any(acronym.startswith("sig") and _spells(acronym[3:], long.full) for acronym in short.acronyms)
    return group or any(_spells(acronym, long.words) for acronym in short.acronyms)


def _spells(acronym: str, words: tuple[str, ...]) -> bool:
    """Whether an acronym is made of beginnings of the words, in order: `VLDB`, `NeurIPS`."""
    if len(acronym) < 3 or len(words) < 2:
        return False
    places = {0}  # how much of the acronym the words so far can spell
    for number, word in enumerate(words):
        sizes = range(1, 5)
        steps = {place + size for place in places for size in sizes if acronym[place : place + size] == word[:size]}
        if len(acronym) in steps:
            return True
        places = steps | (places if number else set())  # the first word is not passed over
    return False
