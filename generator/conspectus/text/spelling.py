"""British spellings as American ones, so that a title is the same in both and the search finds one by the other.

A rule may fold a word that has no other spelling (`exercise`), as it does so wherever the word stands. It must make no
two words one: `filling` and `filing` stay two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

OUR = "arm|behavi|col|endeav|fav|flav|harb|hon|hum|lab|neighb|od|rig|rum|savi?|splend|tum|vap|vig"
"""How words begin that end in -our: `behaviour`, `neighbourhood`."""

RULES = (
    (rf"((?:{OUR})o)ur", r"\1r"),
    (r"(?<=[a-z]{3}[iy])s(?=(?:e[drs]?|ers|ing|able|ations?|ational)$)", "z"),
    (r"(?<=[aeiouy])((?:[^aeiouy]+)[aeiou]l)l(?=(?:ed|er|ers|ing|ings)$)", r"\1"),
    (r"(?<=[aeiouy])(u?[ae]l)l(?=(?:ed|ing)$)", r"\1"),
    (r"(calib|cent|fib|lit|met|spect|theat)re(?=s?$)", r"\1er"),
    (r"^centred$", "centered"),
    (r"aem(?=[ioa])|(?<=h)aem", "em"),
    (r"paed(?=[io])", "ped"),
    (r"naes(?=th)", "nes"),
    (r"^caes(?=ar)", "ces"),
    (r"^aeti", "eti"),
    (r"(?<=gyn)aec", "ec"),
    (r"^faec", "fec"),
    (r"^oe(?=strog|stradi|dem|soph)", "e"),
    (r"^foet", "fet"),
    (r"rrhoea", "rrhea"),
    (r"sulph", "sulf"),
    (r"(?<=[al]log)u(?:e(?=s?$)|(?=ing$|ed$|ers?$))", ""),
    (r"^(focus|bias)s(?=e[ds]$|ing$)", r"\1"),
    (r"(?<=program)me(?=s?$)", ""),
    (r"(?<=efen)c(?=es?$)|(?<=licen)c(?=es?$)", "s"),
    (r"^(ag|judg)e(?=ing$|ment)", r"\1"),
    (r"^grey", "gray"),
    (r"^artef", "artif"),
    (r"^mould", "mold"),
    (r"(?<=alumin)ium", "um"),
    (r"^angstroem", "angstrom"),
)
"""What is British in a word without accents and capitals, and what Americans write, as patterns that Python and
browsers read alike. The unit Ångström, whose two letters plain alphabets write in two ways, is one word as well."""

_COMPILED = tuple((re.compile(pattern), replacement) for pattern, replacement in RULES)
_ANY = re.compile("|".join(f"(?:{pattern})" for pattern, _ in RULES))  # few words are met by any


@lru_cache(maxsize=1 << 15)
def american(word: str) -> str:
    """A word without accents and capitals as Americans spell it."""
    if len(word) > 3 and word.isascii() and _ANY.search(word):
        for pattern, replacement in _COMPILED:
            word = pattern.sub(replacement, word)
    return word


PIECES = (
    *(("o", "ou"), ("o", "oe"), ("l", "ll"), ("z", "s"), ("s", "c"), ("er", "re"), ("ere", "re"), ("e", "ae")),
    *(("e", "oe"), ("f", "ph"), ("log", "logue"), ("log", "logu"), ("s", "ss"), ("m", "mme"), ("g", "ge"), ("a", "e")),
    *(("i", "e"), ("um", "ium")),
)
"""What may stand in a British word instead of a piece of the American one; `RULES` say where it does."""

MOST = 8
"""A word has no more spellings than this."""


@lru_cache(maxsize=1 << 15)
def spellings(word: str) -> tuple[str, ...]:
    """A word without accents and capitals, and how else Americans and the British spell it."""
    ours = american(word)
    known = dict.fromkeys((word, ours))
    new = [ours]
    while new and len(known) < MOST:  # a word may differ in two places: `colourise`
        tried = dict.fromkeys(spelling for one in new for spelling in _changed(one))
        new = [spelling for spelling in tried if spelling not in known and american(spelling) == ours]
        known |= dict.fromkeys(new)
    return tuple(known)[:MOST]


def _changed(word: str) -> Iterator[str]:
    """A word with one piece changed."""
    for piece, other in PIECES:
        at = word.find(piece)
        while at >= 0:
            yield word[:at] + other + word[at + len(piece) :]
            at = word.find(piece, at + 1)
