"""One folding of text for everything that compares words: rules, merging and the search.

`folded` makes one spelling of the many that a word is written in. `terms` takes a text apart into the words that the
search's index has, with their positions. `js/folding.js` is the same in a reader's browser; a test compares the two.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from conspectus.text.spelling import american

STROKED = str.maketrans(
    {"æ": "ae", "œ": "oe", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ŋ": "ng"}
    | {"ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ـ": ""}
)
"""Latin letters that Unicode does not take apart; Arabic ones that stand for one another, in Persian and on keyboards;
and what only stretches a word."""

NASAL = re.compile("ँ|[ङञणनम]्(?=[क-ह])")
"""What Hindi writes as a dot too: `हिन्दी` is `हिंदी`."""

COMBINING = re.compile("[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0655\u0670]")
"""Accents, and the signs of Hebrew and Arabic, which are seldom written."""

TWO_LETTERS = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "đ": "dj"}
"""Letters that a plain alphabet may write as two."""

WRITTEN_OUT = re.compile("(?<=[a-zß-öø-ɏ])[äöüåøđ]|[äöüåøđ](?=[a-zß-öø-ɏ])")
"""Those in words. One that stands alone is a sign, as in `5 Å`."""

LONGEST = 100_000
"""Characters of a text in which rules look for words. Of a paper, no longer one is read (`sources/long_values.py`)."""

LONGEST_JOINED = 40
"""Letters of the longest word that is made of the parts of a compound."""

NAMES = """
alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi
omega
""".split()
GREEK = dict(zip("αβγδεζηθικλμνξοπρστυφχψω", NAMES, strict=True))
"""A Greek letter beside no other is one of a formula, as in `TNF-α` and `TNFα`, and called by its name."""

FORMULA = re.compile("[∞×]|(?<![α-ω])[α-ω](?![α-ω])")
CALLED = GREEK | {"∞": "infinity", "×": "x"}

LOST = re.compile("\ufffd|(?<=[a-z])\\?(?=[a-z])")
GAP = "ʔ"
"""A letter that stands for one that an export could not write (`Th?mis`)."""

TRANSCRIBED = re.compile("(?<=[aou])e|(?<=a)a|(?<=d)j")
"""The second of two letters by which a plain alphabet writes one that it lacks: `ue`, `oe`, `ae`, `aa`, `dj`."""

UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+"
)
"""Letters of scripts that set no spaces between words, and of Korean, which adds endings to them."""

ASCII_CHUNK = re.compile(
    r"(?:(?<![\w.)\]}])\.(?=[A-Za-z]))?[A-Za-z0-9]"
    r"(?:[A-Za-z0-9]|[-'^](?=[A-Za-z0-9])|(?<=\d)\.(?=\d)|(?<=\d),(?=\d{3}(?!\d)))*(?:\+\+|#)?"
)
HYPHENS = re.compile("[-\u00ad\u200b-\u200d\u2010\u2011]")
"""Also those that are not seen: soft hyphens, and where Persian and Indian letters are kept apart or joined."""
CAMEL = re.compile("(?<=[a-z0-9])(?=[A-Z][a-z])|(?<=[a-z])(?=[A-Z]{2})|(?<=[A-Z])(?=[A-Z][a-z]{2})")
"""Between the words of `FlashAttention`, `KVCache` and `ShadowKV`."""
INITIALS = re.compile("[A-Z]{2}")
QUANTITY = re.compile(r"(\d+(?:\.\d+)?)([A-Za-z]{1,4})")
"""A number with its unit: `80GB`, `3.6x`."""
PLURAL = re.compile("[A-Z0-9]{2,}s")
"""The plural of an acronym."""
POSSESSIVE = re.compile("['’]s$")
SIGNS = {"++": "plusplus", "#": "sharp"}
NUMERALS = {
    word: str(number) for number, word in enumerate("zero one two three four five six seven eight nine ten".split())
}
"""What compounds begin with in words or in digits: `two-bit` is also `2bit`, as `2-bit` is. Alone they stay words, for
`one` is no 1."""


Fold = Callable[[str], str]
"""`folded`, `transcribed` or `_in_american`."""


class Term(NamedTuple):
    """A word of a text: where it stands, counted in words, and how many of them it stands for.

    `flash-attention` has three: `flash`, `attention`, and `flashattention`, which stands for both. `Müller` has two at
    one place: `muller` and `mueller`; so has a word in British spelling: `grey` and `gray`.
    """

    word: str
    at: int
    span: int = 1


def folded(text: str) -> str:
    """Lower case without accents; ligatures, full-width forms and superscripts as plain characters."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", text.casefold())
    return NASAL.sub("ं", COMBINING.sub("", text.casefold()).translate(STROKED))


def transcribed(text: str) -> str:
    """As `folded`, but with two letters where a plain alphabet may write two: `Müller` is `mueller`."""
    if text.isascii():
        return text.lower()
    return folded(WRITTEN_OUT.sub(lambda letter: TWO_LETTERS[letter[0]], _composed_case(text)))


def _in_american(text: str) -> str:
    """As `folded`, in American spelling: `Grey` is `gray`."""
    return american(folded(text))


def has_two_letters(text: str) -> bool:
    """Whether `transcribed` comes to something else than `folded`."""
    return not text.isascii() and bool(WRITTEN_OUT.search(_composed_case(text)))


def _composed_case(text: str) -> str:
    return unicodedata.normalize("NFC", text.casefold())


def spelled_out(text: str) -> str:
    """Folded text in which the letters and signs of formulas are called by their names: `TNFα` is `tnfalpha`."""
    return text.lower() if text.isascii() else _named(folded(text))


def _named(folded: str) -> str:
    return folded if folded.isascii() else FORMULA.sub(lambda sign: CALLED[sign[0]], folded)


def undoubled(folded: str) -> str:
    """One spelling of `Müller`, `Mueller` and `Muller`, of `Ångström` and `Aangstroem`, all of them folded.

    For comparing what has more in common: it makes no difference between `Bauer` and `Baur` either.
    """
    return TRANSCRIBED.sub("", folded)


def fits(one: str, other: str) -> bool:
    """Whether two words can be the same where a letter of them was lost (GAP)."""
    if len(one) != len(other) or GAP not in one + other:
        return False
    return all(a == b or GAP in (a, b) for a, b in zip(one, other, strict=True))


def terms(text: str) -> list[Term]:
    """The words of a text, folded, in order."""
    found, at = [], 0
    for piece in text.split():
        width, words = terms_of[piece]
        found += [Term(word, at + offset, span) for word, offset, span in words]
        at += width
    return found


class _Remembered(dict[str, tuple[int, tuple[tuple[str, int, int], ...]]]):
    """What pieces of texts come to, of which most are the same few."""

    def __missing__(self, piece: str) -> tuple[int, tuple[tuple[str, int, int], ...]]:
        found = _of_chunks(piece)
        if len(piece) <= LONGEST_JOINED:
            if len(self) >= MOST_REMEMBERED:
                self.clear()
            self[piece] = found
        return found


MOST_REMEMBERED = 1 << 17
"""Some 40 MB. Abstracts of 10,000 papers have 70,000 pieces; to forget half of them costs a third of the time."""

terms_of = _Remembered()
"""What stands between two spaces, as a mapping: how many words it has, and its terms, by the position in it."""


def _has_marks(text: str) -> bool:
    return any(unicodedata.category(sign)[0] == "M" for sign in set(text))


@cache
def _chunk(marks: bool) -> re.Pattern[str]:
    """What stands between spaces and punctuation, in any script: ASCII_CHUNK with all letters and digits. With `marks`
    also those, which take a tenth of a second to be found among all of Unicode, and few texts have any."""
    signs = (chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code))[0] == "M")
    letter = f"(?:[^\\W_]|[∞{''.join(signs) if marks else ''}])"
    return re.compile(
        rf"(?:(?<![\w.)\]}}])\.(?=[A-Za-z]))?{letter}"
        rf"(?:{letter}|[-\u00ad\u200b-\u200d‐‑'’^](?={letter})|(?<=[0-9])\.(?=[0-9])|(?<=[0-9]),(?=[0-9]{{3}}(?![0-9]))|(?<=[0-9])×)*"
        r"(?:\+\+|#)?"
    )


def _of_chunks(piece: str) -> tuple[int, tuple[tuple[str, int, int], ...]]:
    found: list[tuple[str, int, int]] = []
    at = 0
    for chunk in (ASCII_CHUNK if piece.isascii() else _chunk(_has_marks(piece))).findall(piece):
        width, words = _terms(chunk)
        if has_two_letters(chunk):
            words = tuple(dict.fromkeys((*words, *_terms(chunk, transcribed)[1])))
        if any(american(word) != word for word, _, _ in words):
            words = tuple(dict.fromkeys((*words, *_terms(chunk, _in_american)[1])))
        found += [(word, at + offset, span) for word, offset, span in words] if at else words
        at += width
    return at, tuple(found)


def _terms(chunk: str, fold: Fold = folded) -> tuple[int, tuple[tuple[str, int, int], ...]]:
    """How many words a chunk has, and its terms, by the position in it."""
    if chunk.isascii() and chunk.isalpha() and (chunk.islower() or chunk[1:].islower()):
        return 1, ((fold(chunk), 0, 1),)
    sign = next((sign for sign in SIGNS if chunk.endswith(sign)), "")
    head = chunk.removesuffix(sign)
    if sign and len(head) < 3 and head[0] != ".":
        return 1, ((fold(head) + SIGNS[sign], 0, 1),)
    dot = "dot" if head.startswith(".") else ""
    at, found, whole = 0, [], dot
    pieces = HYPHENS.split(head.removeprefix("."))
    for piece in pieces:
        plain = POSSESSIVE.sub("", piece)
        start, words = at, _parts(plain, fold)
        whole += _word(plain, fold)
        for word, span in words:
            found.append((dot + word if at == 0 else word, at, span))
            at += 1
        if at - start > 1 and not UNSPACED.search(_composed(plain, fold)):
            found.append((_word(plain, fold), start, at - start))
    if sign:
        whole += SIGNS[sign]
    known = (at < 2 and not sign) or any(word == whole for word, _, _ in found)
    if not known and len(whole) <= LONGEST_JOINED and not UNSPACED.search(whole):
        found.append((whole, 0, at))
        first = _word(pieces[0], fold)
        if first in NUMERALS and not (dot or sign) and whole[len(first)] not in "0123456789":
            found.append((NUMERALS[first] + whole[len(first) :], 0, at))
    return at, tuple(term for term in found if term[0])


def _parts(piece: str, fold: Fold) -> list[tuple[str, int]]:
    """The words of a piece without hyphens, each with the number of words it stands for."""
    if PLURAL.fullmatch(piece):
        return [(piece[:-1].lower(), 1)]
    if quantity := QUANTITY.fullmatch(piece.replace("×", "x").replace(",", "")):
        return [(_word(part, fold), 1) for part in quantity.groups()]
    camel = [] if UNSPACED.search(piece) else CAMEL.split(piece.replace("∞", "Infinity"))
    if len(camel) > 1 and all(len(part) > 2 or INITIALS.fullmatch(part) for part in camel):
        return [(_word(part, fold), 1) for part in camel]
    composed, found, last = _composed(piece, fold), [], 0
    for run in UNSPACED.finditer(composed):
        found += [_kept(composed[last : run.start()])] if run.start() > last else []
        letters = run[0]
        found += [letters[at : at + 2] for at in range(max(1, len(letters) - 1))]
        last = run.end()
    found += [_kept(composed[last:])] if last < len(composed) else []
    return [(word, 1) for word in found if word]


def _word(piece: str, fold: Fold) -> str:
    return _kept(_composed(piece, fold))


def _composed(piece: str, fold: Fold) -> str:
    """A piece in one spelling, with formulas' letters by their names, and syllables as one character each."""
    return unicodedata.normalize("NFC", _named(fold(piece)))


def _kept(text: str) -> str:
    """Letters, digits and their marks, and points between digits."""
    if text.isalnum():
        return text
    kept = "".join(c for c in text if c == "." or c.isalnum() or unicodedata.category(c)[0] == "M")
    return kept.strip(".")
