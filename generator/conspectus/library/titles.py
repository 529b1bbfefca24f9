"""How alike two titles are, in steps that mean something to a reader."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import ratio

from conspectus.model.identifiers import folded, is_placeholder

SIMILAR = 60.0
"""Below this similarity in percent, titles have nothing in common but what chance gives two titles of one field."""

SLIP_FROM = 5
"""Words of fewer letters are too near one another (`cat`, `cart`) for a difference to be a slip."""

CUT_FROM = 4
"""A title of fewer words (`Lamps for schools`) may go on in a title of its own."""

WRONG_LETTER_FROM = 7
"""In words of fewer letters, another letter makes another word (`macro`, `micro`)."""

DISTINCTIVE = 8
"""A title of fewer letters and one word (`Lamps`) is met by chance; so are those made of GENERIC words alone."""

GENERIC = frozenset(
    """
    abstract announcement appendix article award best book calendar call career chair chairman chairmen chairperson
    column comment committee conclusion conference content contribution contributor copyright cover corner day
    discussion editor editorial erratum event foreword forum from guest in index interview introduction introductory
    invited issue journal keynote letter list message minute news newsletter note notice obituary of on opening
    organizer organization overview page paper part participant poster preface preliminary presentation president
    proceeding program publication reader reference referee remark report research review reviewer section session
    special speaker speech start summary symposium table talk the this title to tutorial update volume welcome word
    workshop year
    """.split()
)
"""Words of which the titles of columns are made: `Editorial`, `Chair's message`, `Report on the workshop`."""

SMALL = frozenset("a an and as at by for from in into of on or over the to towards toward using via with".split())
"""Words that are dropped and changed when titles are copied."""

DESCRIBING = frozenset(
    """
    abstract announcement award book conference demo demonstration description editor experience extended foreword
    guest industrial introduction invited issue keynote panel paper poster preface proposal report review session short
    special talk tutorial workshop
    """.split()
)
"""Words that tell what a work is and that one source adds in brackets where another leaves them out."""

OTHER_WORK = frozenset(
    """
    addendum comment commentary corrected correction corrigendum discussion errata erratum rejoinder reply response
    retracted retraction revisited supplement supplementary
    """.split()
)
"""Words that only one of two works about the same thing has in its title."""

SERIES = frozenset("chapter issue number part vol volume".split())
"""Words that stand before the number of a part."""

ORDINALS = {
    "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th", "sixth": "6th", "seventh": "7th", "eighth": "8th",
    "ninth": "9th", "tenth": "10th",
}  # fmt: skip

ROMAN = re.compile(r"(?:i{2,3}|iv|vi{0,3}|ix|xi{0,3})")
SIGNED = re.compile(
    r"(?<![^\W_])(?:(?:[^\W\d_]{1,2}(?:\+\+|[#+])|[A-Z]{1,4}\*)(?![^\W\d_])|[A-Z][+*])"
    r"|(?<![\w.])\.(?=[^\W\d_])"
)
"""Signs that are part of a name: `C++`, `C#`, `A*`, `.NET`."""
RELATION = re.compile(r"(?<![-=])[<>=≠≤≥≈](?!-)|(?<!\S)[+−-](?=\d)")
"""Signs that say the opposite where they are others: `n < 3`, `P ≠ NP`, `-1`; not those of arrows."""
NEGATIONS = frozenset("neither never no not without".split())
"""Words that make another title of one, where a word more does not."""
BETWEEN_DIGITS = re.compile(r"(?<=\d)\s?[.:/–-]\s?(?=\d)")
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
WORD = re.compile(r"[^\W_]+")
MAIN_TITLE = re.compile(r"\s*[:(?!]\s*|\s+[-–—]+\s+|—|\.\s+(?=[A-Z])")


class Likeness(Enum):
    """How alike two titles are. The value names it in a sentence."""

    SAME = "the same title"
    SAME_GENERIC = "the same title, which many works have"
    CLOSE = "nearly the same title"
    SHORTENED = "the same title, in one of them without its subtitle or a word of it"
    DESCRIBED = "the same title, in one of them with a description"
    SIMILAR = "similar titles"
    OTHER_SIGNS = "titles that differ in numbers or signs"
    UNLIKE = "unlike titles"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True, eq=False)
class Title:
    """A title as titles are compared.

    `key`: letters, digits and signs, without case, accents and spaces; equal keys are the same title. `words`: without
    plurals and small words. `main`: the number of words before the first colon. `marks`: numbers and names
    with signs, `signs`: relations and symbols; both have to agree. `text`: the words put together, for measuring
    similarity.
    """

    key: str
    words: tuple[str, ...]
    main: int
    marks: tuple[str, ...]
    signs: tuple[str, ...]
    text: str
    is_generic: bool


@lru_cache(maxsize=1 << 16)
def title_of(plain: str) -> Title | None:
    """A title for comparing; None for one that only stands for an unknown title."""
    if is_placeholder(plain) or not plain.strip():
        return None
    text = THOUSANDS.sub("", plain.translate(QUOTES))
    named: list[str] = []

    def spell(sign: re.Match[str]) -> str:
        named.append(folded(sign[0].translate(SPELLED)))
        return f" {named[-1]} "

    spaced = folded(SIGNED.sub(spell, BETWEEN_DIGITS.sub("point", text)))
    spelled = WORD.findall(spaced)
    stemmed = [_stem(word) for word in spelled]
    stems = tuple([stem for stem in stemmed if stem not in SMALL]) or tuple(spelled)
    head = WORD.findall(folded(MAIN_TITLE.split(text.strip(), maxsplit=1)[0]))
    main = min(len([word for word in head if _stem(word) not in SMALL]), len(stems))
    marks = sorted([*named, *filter(_is_mark, stemmed)])
    key = "".join(spelled if spaced.isascii() else filter(_counts, spaced)) or "".join(plain.casefold().split())
    few = len(stems) == 1 and len(key) < DISTINCTIVE and not any(c.isdigit() for c in key)
    symbols = [] if text.isascii() else [sign for sign in text if unicodedata.category(sign) == "So"]
    signs = tuple(sorted([*RELATION.findall(text), *symbols]))
    return Title(key, stems, main, tuple(marks), signs, "".join(stems), few or GENERIC.issuperset(stems))


QUOTES = str.maketrans("", "", "'’")
SPELLED = str.maketrans({"+": "plus", "#": "sharp", "*": "star", ".": "dot"})


def _counts(character: str) -> bool:
    """Whether a character outside ASCII tells titles apart: letters, digits, vowel signs and symbols such as ∞."""
    return character.isalnum() or (unicodedata.category(character)[0] in "MS" and character not in "`´^¨~|<>=$")


@lru_cache(maxsize=1 << 15)
def _is_mark(word: str) -> bool:
    return any(c.isdigit() for c in word) or bool(ROMAN.fullmatch(word))


@lru_cache(maxsize=1 << 15)
def _stem(word: str) -> str:
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
    alike = ratio(ours, theirs, score_cutoff=SIMILAR) or ours.startswith(theirs) or theirs.startswith(ours)
    return not alike and one.key != other.key


@lru_cache(maxsize=1 << 16)
def likeness(one: Title, other: Title) -> Likeness:
    """How alike two titles are."""
    if one.key == other.key and one.signs == other.signs:
        return Likeness.SAME_GENERIC if one.is_generic or other.is_generic else Likeness.SAME
    short, long = (one, other) if (len(one.words), one.key) < (len(other.words), other.key) else (other, one)
    similarity = ratio(one.text, other.text, score_cutoff=SIMILAR)
    if not similarity and not long.text.startswith(short.text):
        return Likeness.UNLIKE
    if one.signs != other.signs:
        return Likeness.OTHER_SIGNS
    if one.text == other.text and one.marks == other.marks:
        return Likeness.CLOSE
    added, missing = _words_changed(short, long)
    signs = any(word in long.marks and word.isalpha() for word in added)  # also `II`
    another = signs or not (OTHER_WORK | NEGATIONS).isdisjoint(added) or _is_numbered(added)
    if _is_left_of(short, long) and not another:
        return Likeness.DESCRIBED if DESCRIBING.issuperset(added) else Likeness.SHORTENED
    if one.marks != other.marks:
        return Likeness.OTHER_SIGNS
    if not (added or missing):
        return Likeness.CLOSE
    if DESCRIBING.issuperset(added) and DESCRIBING.issuperset(missing) and not one.is_generic:
        return Likeness.DESCRIBED
    few = len(added) <= 1 + len(long.words) // 8 and len(short.words) >= CUT_FROM
    if not missing and not another and few and not one.is_generic:
        return Likeness.SHORTENED
    return Likeness.SIMILAR if similarity else Likeness.UNLIKE


def _is_left_of(short: Title, long: Title) -> bool:
    """Whether a title is what is left of another without its subtitle, what stands before its colon, or its end."""
    size = len(short.words)
    cut = size >= CUT_FROM and short.words == long.words[:size] and short.marks == long.marks
    return cut or short.words in (long.words[: long.main], long.words[long.main :])


def _is_numbered(added: list[str]) -> bool:
    """Whether words that one title adds make it a part of a series: `Part II`, `Volume 3`."""
    return not SERIES.isdisjoint(added) and any(map(_is_mark, added))


def _words_changed(short: Title, long: Title) -> tuple[list[str], list[str]]:
    """The words that only the longer title has, and those that only the shorter has, without slips of writing."""
    added = [word for word in long.words if word not in short.words]
    missing = [word for word in short.words if word not in long.words]
    if len(missing) <= 3 and len(added) <= 12:
        for word in list(missing):
            if slip := next((other for other in added if is_slip(word, other)), None):
                added.remove(slip)
                missing.remove(word)
    return added, missing


def is_slip(one: str, other: str) -> bool:
    """Whether two words are one letter too many, a wrong one or two swapped ones apart; the first letter is right."""
    if max(len(one), len(other)) < SLIP_FROM or one[0] != other[0] or abs(len(one) - len(other)) > 1:
        return False
    if Indel.distance(one, other, score_cutoff=2) > 2 or any(c.isdigit() for c in one + other):
        return False
    return len(one) != len(other) or len(one) >= WRONG_LETTER_FROM or sorted(one) == sorted(other)
