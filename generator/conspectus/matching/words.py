"""Words as rules compare them: without case, accents, hyphens and plurals."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from conspectus.model.identifiers import folded

LETTERS = "[^\\W_]+(?:[\u0300-\u036f\u00ad]+[^\\W_]*)*"
HYPHEN = "[-\u2010\u2011]"
STOP = ".,;:!?|"
"""What ends a stretch of words: a phrase does not reach over it, unless it is written in the phrase as well."""

WORD = re.compile(f"{LETTERS}|[{STOP}]")
COMPOUND = re.compile(f"{LETTERS}(?:{HYPHEN}{LETTERS})*|[{STOP}]")
ASCII_WORD = re.compile(f"[A-Za-z0-9]+|[{STOP}]")
ASCII_COMPOUND = re.compile(f"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*|[{STOP}]")
HYPHENS = re.compile(HYPHEN)


class Spelling(NamedTuple):
    """A text as its words, with a space before and after each: `apart` at its hyphens, and `joined` over them.

    So `multimodal` and `multi modal` both match `multi-modal`.
    """

    apart: str
    joined: str


def spell(text: str) -> Spelling:
    """The words of a text, ready to be compared."""
    if text.isascii():
        compounds = ASCII_COMPOUND.findall(text.lower())
    else:
        compounds = ["-".join(map(plain, HYPHENS.split(found))) for found in COMPOUND.findall(text)]
    line = f" {' '.join(compounds)} "
    if "-" not in line:
        return Spelling(line, line)
    return Spelling(line.replace("-", " "), line.replace("-", ""))


@lru_cache(maxsize=65536)
def plain(word: str) -> str:
    """One word in lower case, without accents and soft hyphens."""
    return "".join(letter for letter in folded(word) if letter.isalnum()) or word


def written(text: str, spelling: Spelling, start: int, end: int, *, joined: bool) -> str:
    """The piece of a text that a piece of its spelling represents, as it is written."""
    line = spelling.joined if joined else spelling.apart
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
    """The word, its plurals, and the words it is a plural of."""
    singulars = [other for other in (word[:-1], word[:-2], f"{word[:-3]}y") if word in plurals(other)]
    return tuple(dict.fromkeys((word, *plurals(word), *singulars)))


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
