"""Titles as they are compared: their words, and what in them tells works apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from conspectus.library.title_words import DESCRIBING, GENERIC, ORDINALS, SMALL
from conspectus.model.identifiers import is_placeholder
from conspectus.text.folding import GAP, LOST, folded, spelled_out, undoubled
from conspectus.text.spelling import american

CUT_FROM = 4
"""A title of fewer words (`Lamps for schools`) may go on in a title of its own."""

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


@dataclass(frozen=True, slots=True, eq=False)
class Title:
    """A title as titles are compared, in the spelling of American English.

    `key`: letters, digits and signs, without case, accents and spaces; equal keys are the same title. `words`: without
    plurals and small words, `bag`: the same in no order and without a description of what the work is. `main`: the
    number of words before the first colon. `marks`: numbers and names with signs, `signs`: relations and symbols; both
    have to agree. `text`: the words put together in their shortest spelling,
    for measuring similarity. `starts`: the numbers of words before its
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
    text = LOST.sub(GAP, THOUSANDS.sub("", plain.translate(QUOTES)))
    named: list[str] = []

    def spell(sign: re.Match[str]) -> str:
        named.append(folded(sign[0].translate(SPELLED)))
        return f" {named[-1]} "

    spaced = spelled_out(SIGNED.sub(spell, BETWEEN_DIGITS.sub("point", text)))
    spelled = list(map(american, WORD.findall(spaced)))
    stemmed = [stem(word) for word in spelled]
    stems = tuple([stem for stem in stemmed if stem not in SMALL]) or tuple(spelled)
    head = WORD.findall(spelled_out(MAIN_TITLE.split(text.strip(), maxsplit=1)[0]))
    main = min(len([word for word in head if stem(word) not in SMALL]), len(stems))
    marks = sorted([*named, *filter(is_mark, stemmed)])
    key = "".join(spelled if spaced.isascii() else filter(_counts, spaced)) or "".join(plain.casefold().split())
    few = len(stems) == 1 and len(key) < DISTINCTIVE and not any(c.isdigit() for c in key)
    symbols = [] if text.isascii() else [sign for sign in text if unicodedata.category(sign) == "So"]
    signs = tuple(sorted([*RELATION.findall(text), *symbols]))
    bag = frozenset(stems) - DESCRIBING or frozenset(stems)
    is_generic = few or GENERIC.issuperset(stems)
    return Title(
        key, stems, main, tuple(marks), signs, undoubled("".join(stems)), bag, is_generic, tuple(_starts(text))
    )


def _starts(text: str) -> Iterator[int]:
    before = 0
    for piece in BOUNDARY.split(text)[:MOST_STARTS]:
        before += len([word for word in WORD.findall(spelled_out(piece)) if stem(word) not in SMALL])
        yield before


QUOTES = str.maketrans("", "", "'’")
SPELLED = str.maketrans({"+": "plus", "#": "sharp", "*": "star", ".": "dot"})


def _counts(character: str) -> bool:
    """Whether a character outside ASCII tells titles apart: letters, digits, vowel signs and symbols such as ∞."""
    return character.isalnum() or (unicodedata.category(character)[0] in "MS" and character not in "`´^¨~|<>=$")


@lru_cache(maxsize=1 << 15)
def is_mark(word: str) -> bool:
    return any(c.isdigit() for c in word) or bool(ROMAN.fullmatch(word))


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """A word without its plural, as Americans spell it, and an ordinal as a number."""
    if number := ORDINALS.get(word):
        return number
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word[-1] == "s" and word[-2] not in "su":
        word = word[:-1]
    return american(word)
