"""Words as rules compare them: without case, accents, hyphens, plurals and British spellings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from conspectus.text.folding import GREEK, LONGEST, Fold, folded, has_two_letters, transcribed
from conspectus.text.spelling import american, spellings

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
"""The characters of Thai, Lao, Burmese, Khmer, Chinese, Japanese and Korean, whose words no spaces set apart: each
counts as a word, so that a phrase is found within others."""

LETTER = f"[^\\W_{UNSPACED}]"
LETTERS = f"{LETTER}+(?:[\u0300-\u036f\u00ad]+{LETTER}*|\\^{LETTER}+)*"
ASCII_LETTERS = r"[A-Za-z0-9]+(?:\^[A-Za-z0-9]+)*"
DOT = r"(?:(?<![\w.])\.(?=[A-Za-z]))?"
SIGNS = r"(?:\+\+|\#(?!\w))?"
STARRED = r"(?<![\w*-])[A-Za-z]{1,4}\*(?![*\w])"
"""What belongs to a word: the `^` of `n^2`, which is `n²`, the dot of `.NET`, the signs of `C++` and `C#`, and the star
of `A*` and `RRT*`, which is not one of Markdown's."""

HYPHEN = "[-\u2010\u2011]"
STOP = ".,;:!?|。，、；：！？"
"""What ends a stretch of words: a phrase does not reach over it, unless it is written in the phrase as well."""

WORD = re.compile(f"{STARRED}|{DOT}{LETTERS}{SIGNS}|[{UNSPACED}]|[{STOP}]")
COMPOUND = re.compile(f"(?:{STARRED}|{DOT}{LETTERS}{SIGNS})(?:{HYPHEN}{LETTERS}{SIGNS})*|[{UNSPACED}]|[{STOP}]")
ASCII_WORD = re.compile(f"{STARRED}|{DOT}{ASCII_LETTERS}{SIGNS}|[{STOP}]")
ASCII_COMPOUND = re.compile(f"(?:{STARRED}|{DOT}{ASCII_LETTERS}{SIGNS})(?:-{ASCII_LETTERS}{SIGNS})*|[{STOP}]")
HYPHENS = re.compile(HYPHEN)
SIGNED = re.compile(r"[+#*]|\.\w")
LOOSE = re.compile(r"(?<=[^\s.-]{2})(?:\+\+|[#*])(?=[\s-])|(?<=\s)\.(?=\w)")
"""Signs of words of several letters, which a phrase may leave out."""


class Spelling(NamedTuple):
    """A text as its words, with a space before and after each: `apart` at its hyphens, and `joined` over them.

    So `multimodal` and `multi modal` both match `multi-modal`. The others are the same with two letters for `ü`, so
    that `Mueller` matches `Müller`.
    """

    apart: str
    joined: str
    apart_in_two: str
    joined_in_two: str

    @classmethod
    def of(cls, apart: str, joined: str) -> Spelling:
        """That of a text that is written in one way."""
        return cls(apart, joined, apart, joined)


def spell(text: str, *, exact: bool = False) -> Spelling:
    """The words of a text, ready to be compared. Signs of words of several letters are left out where they are
    `joined`, so that `AFL` matches `AFL++`; not if `exact`, as in a phrase, for `AFL++` does not match `AFL`."""
    text = text[:LONGEST]
    if text.isascii():
        return Spelling.of(*_lines(ASCII_COMPOUND.findall(text.lower()), exact=exact))
    found = COMPOUND.findall(text)
    lines = _lines(_compounds(found, folded), exact=exact)
    return Spelling(*lines, *(_lines(_compounds(found, transcribed), exact=exact) if has_two_letters(text) else lines))


def _compounds(found: Iterable[str], fold: Fold) -> Iterable[str]:
    return ("-".join(plain(word, fold) for word in HYPHENS.split(compound)) for compound in found)


def _lines(compounds: Iterable[str], *, exact: bool) -> tuple[str, str]:
    """The words `apart`, and `joined`."""
    line = f" {' '.join(compounds)} ".replace("^", "")
    bare = LOOSE.sub("", line) if not exact and SIGNED.search(line) else line
    return (line.replace("-", " "), bare.replace("-", "")) if "-" in line else (line, bare)


@lru_cache(maxsize=65536)
def plain(word: str, fold: Fold = folded) -> str:
    """One word in lower case, without accents and soft hyphens, but with the signs at its ends."""
    if len(word) == 1:
        letter = unicodedata.normalize("NFKC", word).casefold()
        return GREEK.get(letter, letter)
    return "".join(letter for letter in fold(word) if letter.isalnum() or letter in ".+#*") or word


def written(text: str, line: str, start: int, end: int, *, joined: bool) -> str:
    """The piece of a text that a piece of a line of its spelling represents, as it is written."""
    first = line.count(" ", 0, start + 1) - 1
    last = line.count(" ", 0, end - 1) - 1
    if text.isascii():
        pieces = (ASCII_COMPOUND if joined else ASCII_WORD).finditer(text)
    else:
        pieces = (COMPOUND if joined else WORD).finditer(text)
    found = list(islice(pieces, first, last + 1))
    return text[found[0].start() : found[-1].end()]


@lru_cache(maxsize=65536)
def forms(word: str) -> tuple[str, ...]:
    """The word, its plurals, the words it is a plural of, and all of these in British and American spelling."""
    return tuple(dict.fromkeys(number for spelling in spellings(word) for number in _numbers(spelling)))


@lru_cache(maxsize=65536)
def singular(word: str) -> str:
    """One word for it, its plurals and its other spelling."""
    return min(_numbers(american(word)), key=lambda form: (len(form), form))


def _numbers(word: str) -> Iterable[str]:
    singulars = [other for other in (word[:-1], word[:-2], f"{word[:-3]}y") if word in plurals(other)]
    return (word, *plurals(word), *singulars)


def plurals(word: str) -> tuple[str, ...]:
    """How the plural of a word may be written, in -s, -es or -ies; a single letter has none."""
    if len(word) < 2:
        return ()
    if word.endswith("s"):
        return (f"{word}es",)
    if word.endswith("y") and word[-2] not in "aeiou":
        return (f"{word[:-1]}ies",)
    if word.endswith(("x", "z", "ch", "sh", "o")):  # boxes and epochs, heroes and videos
        return (f"{word}es", f"{word}s")
    return (f"{word}s",)
