"""How alike two titles are, in steps that mean something to a reader."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from rapidfuzz.distance import Indel, Prefix
from rapidfuzz.fuzz import ratio

from conspectus.library.title_words import (
    DESCRIBING,
    GENERIC,
    NEGATIONS,
    OPPOSED,
    ORDINALS,
    OTHER_WORK,
    SERIES,
    SMALL,
    VENUE,
)
from conspectus.model.identifiers import is_placeholder
from conspectus.text.folding import UNSPACED, folded

SIMILAR = 60.0
"""Below this similarity in percent, titles have nothing in common but what chance gives two titles of one field."""

SLIP_FROM = 5
"""Words of fewer letters are too near one another (`trial`, `trail`) for a difference to be a slip."""

LETTER_LESS_FROM = 9
"""In words of fewer letters, a letter less makes another word (`neutral`, `neural`)."""

DOUBLED = re.compile(r"(.)\1")

ALMOST = 90.0
"""From this similarity on, the rest of two titles may be slips."""

CUT_FROM = 4
"""A title of fewer words (`Lamps for schools`) may go on in a title of its own."""

NAME = 2
"""So many words before a colon are the name of something, such as a system."""

INFLECTED_FROM = 6
ENDINGS = frozenset("al ally d e ed ely er es ing ion ity ive ively ivity ly r".split())
"""What words of so many letters may end in, or have added, without being other words."""

DISTINCTIVE = 8
"""A title of fewer letters and one word (`Lamps`) is met by chance; so are those made of GENERIC words alone."""

ROMAN = re.compile(r"(?:i{2,3}|iv|vi{0,3}|ix|xi{0,3})")
SIGNED = re.compile(
    r"(?<![^\W_])(?:(?:[^\W\d_]{1,2}(?:\+\+|[#+])|[A-Z]{1,4}\*)(?![^\W\d_])|[A-Z][+*])"
    r"|(?<![\w.])\.(?=[^\W\d_])"
)
"""Signs that are part of a name: `C++`, `C#`, `A*`, `.NET`."""
RELATION = re.compile(r"(?<![-=])[<>=≠≤≥≈](?!-)|(?<!\S)[+−-](?=\d)")
"""Signs that say the opposite where they are others: `n < 3`, `P ≠ NP`, `-1`; not those of arrows."""
REMARK = re.compile(
    r"(?<=\S)\s*\[(?:\s*(?:\d+ refs?|review|abstract|corrected|see comments?|[a-z](?:/ol)?"
    r"|chinese|french|german|italian|japanese|polish|portuguese|romanian|russian|spanish|swedish|turkish)\s*\]"
    r"|(?:published )?(?:erratum|correction) appears in\b.*)[\s.]*$",
    re.IGNORECASE,
)
"""What databases add behind titles, about the record and not the work: `[Review]`, `[43 refs]`, `[German]`, `[J]`."""
BETWEEN_DIGITS = re.compile(r"(?<=\d)\s?[.:/–-]\s?(?=\d)")
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
DATED = re.compile(r"(?:19|20)\d\d|\d+(?:st|nd|rd|th)")
WORD = re.compile(r"[^\W_]+")
BOUNDARY = re.compile(r"[.,:;]\s+|[“”\"]")
"""Behind what a title begins that is cut out of a reference with authors before it."""
MOST_STARTS = 8
MAIN_TITLE = re.compile(r"\s*[:(?!]\s*|\s+[-–—]+\s+|—|\.\s+(?=[A-Z])")


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


@dataclass(frozen=True, slots=True, eq=False)
class Title:
    """A title as titles are compared.

    `key`: letters, digits and signs, without case, accents and spaces; equal keys are the same title. `words`: without
    plurals and small words, `bag`: the same in no order and without a description of what the work is. `main`: the
    number of words before the first colon. `marks`: numbers and names with signs, `signs`: relations and symbols; both
    have to agree. `text`: the words put together, for measuring similarity. `starts`: the numbers of words before its
    punctuation, behind which a title begins if this is cut out of a reference.
    """

    key: str
    words: tuple[str, ...]
    main: int
    marks: tuple[str, ...]
    signs: tuple[str, ...]
    text: str
    bag: frozenset[str]
    is_generic: bool
    starts: tuple[int, ...]


@lru_cache(maxsize=1 << 16)
def title_of(plain: str) -> Title | None:
    """A title for comparing; None for one that only stands for an unknown title."""
    if is_placeholder(plain) or not plain.strip():
        return None
    while (bare := REMARK.sub("", plain)) != plain:
        plain = bare
    text = THOUSANDS.sub("", plain.translate(QUOTES))
    named: list[str] = []

    def spell(sign: re.Match[str]) -> str:
        named.append(folded(sign[0].translate(SPELLED)))
        return f" {named[-1]} "

    spaced = folded(SIGNED.sub(spell, BETWEEN_DIGITS.sub("point", text)))
    spelled = WORD.findall(spaced)
    stemmed = [stem(word) for word in spelled]
    stems = tuple([stem for stem in stemmed if stem not in SMALL]) or tuple(spelled)
    head = WORD.findall(folded(MAIN_TITLE.split(text.strip(), maxsplit=1)[0]))
    main = min(len([word for word in head if stem(word) not in SMALL]), len(stems))
    marks = sorted([*named, *filter(_is_mark, stemmed)])
    key = "".join(spelled if spaced.isascii() else filter(_counts, spaced)) or "".join(plain.casefold().split())
    few = len(stems) == 1 and len(key) < DISTINCTIVE and not any(c.isdigit() for c in key)
    symbols = [] if text.isascii() else [sign for sign in text if unicodedata.category(sign) == "So"]
    signs = tuple(sorted([*RELATION.findall(text), *symbols]))
    bag = frozenset(stems) - DESCRIBING or frozenset(stems)
    is_generic = few or GENERIC.issuperset(stems)
    return Title(key, stems, main, tuple(marks), signs, "".join(stems), bag, is_generic, tuple(_starts(text)))


def _starts(text: str) -> Iterator[int]:
    before = 0
    for piece in BOUNDARY.split(text)[:MOST_STARTS]:
        before += len([word for word in WORD.findall(folded(piece)) if stem(word) not in SMALL])
        yield before


QUOTES = str.maketrans("", "", "'’")
SPELLED = str.maketrans({"+": "plus", "#": "sharp", "*": "star", ".": "dot"})


def _counts(character: str) -> bool:
    """Whether a character outside ASCII tells titles apart: letters, digits, vowel signs and symbols such as ∞."""
    return character.isalnum() or (unicodedata.category(character)[0] in "MS" and character not in "`´^¨~|<>=$")


@lru_cache(maxsize=1 << 15)
def _is_mark(word: str) -> bool:
    return any(c.isdigit() for c in word) or bool(ROMAN.fullmatch(word))


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """A word without its plural, with the spelling of American English, and an ordinal as a number."""
    if number := ORDINALS.get(word):
        return number
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word[-1] == "s" and word[-2] not in "su":
        word = word[:-1]
    return word.replace("isation", "ization").replace("ising", "izing") if "is" in word else word


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
    if not (added or missing):
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
    """Whether words that differ a little may say the opposite: `micro`, `macro`; `supervised`, `unsupervised`."""
    return any(word.startswith(OPPOSED) for word in (*added, *missing)) or any(
        one.endswith(other) or other.endswith(one) for one in added for other in missing
    )


def _is_numbered(added: list[str]) -> bool:
    """Whether words that one title adds make it a part of a series: `Part II`, `Volume 3`."""
    return not SERIES.isdisjoint(added) and any(_is_mark(word) and not DATED.fullmatch(word) for word in added)


def _words_changed(short: Title, long: Title) -> tuple[list[str], list[str]]:
    """The words that only the longer title has, and those that only the shorter has, without slips of writing."""
    added = [word for word in long.words if word not in short.words]
    missing = [word for word in short.words if word not in long.words]
    if len(missing) <= 3 and len(added) <= 12:
        for word in list(missing):
            slips = (other for other in added if _is_slip(word, other) or _is_inflected(word, other))
            if slip := next(slips, None):
                added.remove(slip)
                missing.remove(word)
    return added, missing


def _is_inflected(one: str, other: str) -> bool:
    """Whether one word is another form of the other: `environment`, `environmental`."""
    size = Prefix.similarity(one, other)
    return size >= INFLECTED_FROM and ENDINGS.issuperset(filter(None, (one[size:], other[size:])))


def _is_slip(one: str, other: str) -> bool:
    """Whether two words are two swapped letters apart, or one that is missing in a long word or beside its like
    (`occurence`); the first letter is right. Another letter makes another word as often (`adsorption`, `optimal`)."""
    if max(len(one), len(other)) < SLIP_FROM or one[0] != other[0] or any(c.isdigit() for c in one + other):
        return False
    if len(one) == len(other):
        return sorted(one) == sorted(other) and Indel.distance(one, other, score_cutoff=2) <= 2
    if abs(len(one) - len(other)) == 1 and max(len(one), len(other)) >= LETTER_LESS_FROM:
        return Indel.distance(one, other, score_cutoff=1) == 1
    return DOUBLED.sub(r"\1", one) == DOUBLED.sub(r"\1", other)
