"""How alike two titles are, in steps that mean something to a reader."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from rapidfuzz.distance import Indel, Prefix
from rapidfuzz.fuzz import ratio

from conspectus.library.title_words import DESCRIBING, NEGATIONS, OPPOSED, OTHER_WORK, SERIES, VENUE
from conspectus.library.titles import CUT_FROM, DATED, Title, is_mark
from conspectus.text.folding import GREEK, UNSPACED, fits, undoubled

SIMILAR = 60.0
"""Below this similarity in percent, titles have nothing in common but what chance gives two titles of one field."""

SLIP_FROM = 5
"""Words of fewer letters are too near one another (`trial`, `trail`) for a difference to be a slip."""

LETTER_LESS_FROM = 9
"""In words of fewer letters, a letter less makes another word (`neutral`, `neural`)."""

DOUBLED = re.compile(r"(.)\1")

LIGATURE = re.compile("ffi|ffl|ff|fi|fl")
"""What is lost where text is copied from a PDF: `e ciently`."""

ALMOST = 90.0
"""From this similarity on, the rest of two titles may be slips."""

NAME = 2
"""So many words before a colon are the name of something, such as a system."""

INFLECTED_FROM = 6
ENDINGS = frozenset("al ally ation d e ed ely er es ing ion ity ive ively ivity ly ness r".split())
"""What words of so many letters may end in, or have added, without being other words."""

LETTERS = frozenset(GREEK.values())


class Likeness(Enum):
    """How alike two titles are. The value names it in a sentence."""

    SAME = "the same title"
    SAME_GENERIC = "the same title, which many works have"
    CLOSE = "nearly the same title"
    SHORTENED = "the same title, in one of them without its subtitle"
    WORD_LESS = "the same title, in one of them without a word of it"
    DESCRIBED = "the same title, in one of them with a description"
    QUOTED = "the same title, in one of them within a reference"
    ALMOST = "titles that differ in a few letters"
    NAMED = "titles that begin with the same name"
    SIMILAR = "similar titles"
    OTHER_SIGNS = "titles that differ in numbers or signs"
    UNLIKE = "unlike titles"
    UNKNOWN = ""


def are_unlike(one: Title, other: Title) -> bool:
    """Whether two titles are unlike at first sight, as most in a block are; cheaper than `likeness`."""
    ours, theirs = one.text, other.text
    alike = ratio(ours, theirs, score_cutoff=SIMILAR) or ours in theirs or theirs in ours
    return not alike and one.key != other.key and one.bag != other.bag


@lru_cache(maxsize=1 << 16)
def likeness(one: Title, other: Title) -> Likeness:
    """How alike two titles are."""
    if one.key == other.key and one.signs == other.signs:
        return Likeness.SAME_GENERIC if one.is_generic or other.is_generic else Likeness.SAME
    short, long = (one, other) if (len(one.words), one.key) < (len(other.words), other.key) else (other, one)
    similarity = ratio(one.text, other.text, score_cutoff=SIMILAR)
    if not similarity and not long.text.startswith(short.text) and one.bag != other.bag:
        return Likeness.UNLIKE
    if one.signs != other.signs:
        return Likeness.OTHER_SIGNS
    if one.text == other.text and one.marks == other.marks:
        return Likeness.CLOSE
    return _by_words(short, long, similarity)


def _by_words(short: Title, long: Title, similarity: float) -> Likeness:
    """How alike two titles are that are not made of the same letters."""
    added, missing = _words_changed(short, long)
    signs = any(word in long.marks and word.isalpha() for word in added)  # also `II`
    another = signs or not (OTHER_WORK | NEGATIONS).isdisjoint(added) or _is_numbered(added)
    if _is_left_of(short, long) and not another:
        return Likeness.DESCRIBED if DESCRIBING.issuperset(added) else Likeness.SHORTENED
    if short.marks != long.marks:
        return Likeness.OTHER_SIGNS
    if not (added or missing) or (similarity >= ALMOST and _without(LIGATURE, short) == _without(LIGATURE, long)):
        return Likeness.CLOSE
    if not (short.is_generic or long.is_generic):
        if DESCRIBING.issuperset(added) and DESCRIBING.issuperset(missing):
            return Likeness.DESCRIBED
        few = len(added) <= 1 + len(long.words) // 8 and len(short.words) >= CUT_FROM
        if few and not missing and not another:
            return Likeness.WORD_LESS
    if similarity and not another:
        letters = not UNSPACED.search("".join((*added, *missing)))  # elsewhere a character is a word
        if letters and similarity >= ALMOST and len(added) == len(missing) and not _are_opposed(added, missing):
            return Likeness.ALMOST
        if _name(short) == _name(long) != "":
            return Likeness.NAMED
    return Likeness.SIMILAR if similarity else Likeness.UNLIKE


def _without(letters: re.Pattern[str], title: Title) -> str:
    return letters.sub("", title.text)


def _is_left_of(short: Title, long: Title) -> bool:
    """Whether a title is what is left of another without its subtitle, what stands before its colon, or its end.

    Those cut out of references may have authors in front, whose initials give them away, or the venue behind.
    """
    size = len(short.words)
    if size >= CUT_FROM:
        if short.words == long.words[:size] and (short.marks == long.marks or _is_venue(long.words[size:])):
            return True
        if short.words == long.words[-size:] and any(len(word) == 1 for word in long.words[:-size]):
            return True
    return short.words in (long.words[: long.main], long.words[long.main :])


def _is_venue(words: tuple[str, ...]) -> bool:
    """Whether words tell where and when something was published: `Proc. 27th Int. Conf.`, `Journal of Lamps 1998`."""
    numbers = [word for word in words if word[0].isdigit()]
    return all(map(DATED.fullmatch, numbers)) and not VENUE.isdisjoint(words)


def _name(title: Title) -> str:
    """The coined name of what a title is about: a word or two before its colon."""
    return "".join(title.words[: title.main]) if title.main <= NAME and title.main < len(title.words) else ""


def _are_opposed(added: list[str], missing: list[str]) -> bool:
    """Whether words that differ a little may say the opposite: `micro`, `macro`; `supervised`, `unsupervised`; or are
    letters of formulas: `alpha`, `beta`."""
    words = (*added, *missing)
    return any(word.startswith(OPPOSED) or word in LETTERS for word in words) or any(
        one.endswith(other) or other.endswith(one) for one in added for other in missing
    )


def _is_numbered(added: list[str]) -> bool:
    """Whether words that one title adds make it a part of a series: `Part II`, `Volume 3`."""
    return not SERIES.isdisjoint(added) and any(is_mark(word) and not DATED.fullmatch(word) for word in added)


def _words_changed(short: Title, long: Title) -> tuple[list[str], list[str]]:
    """The words that only the longer title has, and those that only the shorter has, without slips of writing."""
    added, missing = _beyond(long.words, short.words), _beyond(short.words, long.words)
    if len(missing) <= 3 and len(added) <= 12:
        for word in list(missing):
            slips = (other for other in added if _is_slip(word, other) or _is_inflected(word, other))
            if slip := next(slips, None):
                added.remove(slip)
                missing.remove(word)
    return added, missing


def _beyond(words: tuple[str, ...], others: tuple[str, ...]) -> list[str]:
    """The words that the others have not, or not so often."""
    left, found = [*others], []
    for word in words:
        if word in left:
            left.remove(word)
        else:
            found.append(word)
    return found


def _is_inflected(one: str, other: str) -> bool:
    """Whether one word is another form of the other: `environment`, `environmental`."""
    size = Prefix.similarity(one, other)
    stems = range(max(size - 1, INFLECTED_FROM), size + 1)  # `cooperating` and `cooperative` share an `i` behind it
    return any(ENDINGS.issuperset(filter(None, (one[at:], other[at:]))) for at in stems)


def _is_slip(one: str, other: str) -> bool:
    """Whether two words are one in other letters (`Größe`, `Groesse`), or two swapped letters apart, or one that is
    missing in a long word or beside its like (`occurence`); the first letter is right. Another letter makes another
    word as often (`adsorption`, `optimal`)."""
    if undoubled(one) == undoubled(other) or fits(one, other):
        return True
    if max(len(one), len(other)) < SLIP_FROM or one[0] != other[0] or any(c.isdigit() for c in one + other):
        return False
    if len(one) == len(other):
        return sorted(one) == sorted(other) and Indel.distance(one, other, score_cutoff=2) <= 2
    if abs(len(one) - len(other)) == 1 and max(len(one), len(other)) >= LETTER_LESS_FROM:
        return Indel.distance(one, other, score_cutoff=1) == 1
    return DOUBLED.sub(r"\1", one) == DOUBLED.sub(r"\1", other)
