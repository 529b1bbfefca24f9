"""How much a piece of text looks like a person's name, and how much like the end of a title.

Costs are to be added up: 0 for what is usual, 1 and more for what is hardly ever seen; None for what cannot be.
"""

from __future__ import annotations

import re

from conspectus.model.people import PARTICLES

LOWER = PARTICLES | {"abu", "af", "e", "i", "ibn", "san", "ten", "y", "'t"}
SUFFIXES = frozenset(["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"])
GROUPS = frozenset(["Team", "Group", "Lab", "Labs", "Consortium", "Collaboration", "Project"])
"""Last words of what is no person's name: `Qwen Team`."""

INITIALS = re.compile(r"[^\W\d_]\.?(?:-?[^\W\d_]\.)*")
"""`J`, `J.`, `J.B.`, `J.-B.`"""
NICKNAME = re.compile(r"[(\"“'‘][^\W\d_][^\W\d_.\-]*[)\"”'’]")
APOSTROPHES = str.maketrans("", "", "'’‘`ʼ")

ARTICLES = frozenset("O D L M N Mc Mac De Del Di Da Du La Le Lo Van Von El Al Ben Fitz St".split())
"""What opens a name and is written together with the rest: McDonald, O'Neill, LeCun, D'Amour."""

CAMEL = re.compile(r".(?:[^A-ZÀ-ÖØ-ÞŁŚŠŽ]+|[A-ZÀ-ÖØ-ÞŁŚŠŽ]*(?![^A-ZÀ-ÖØ-ÞŁŚŠŽ]))")
"""A word is made of these: `LeCun` of Le and Cun, `LLMs` of LL and Ms."""

SYLLABLE = re.compile(
    r"(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?"
    r"(?:[iu]?ang?|i?ong|iao|ian|uai|ue?|ui|uo|un|[ae]i|ao|ou|eng?|er|ing?|i[aeu]?|[aeov])",
    re.IGNORECASE,
)
"""One syllable of Chinese in Latin letters: `Xuan`."""

SMALL_WORDS = frozenset(
    "a an and as at by for from in into is its of on or over the to toward towards under via vs with without".split()
)
OPEN_ENDS = tuple(":;,–-/&([{“‘")


def cost_of_name(text: str) -> float | None:
    """What it costs to take a text for one author's name."""
    words = text.split(" ")
    costs = [_cost_of_word(word, last=n == len(words) - 1) for n, word in enumerate(words)]
    proper = sum(word not in LOWER and word not in SUFFIXES for word in words)
    if None in costs or not proper or len(words) > 7:
        return None
    alone = 2.0 if proper == 1 else 0.0  # one word may be a group's name
    return sum(cost or 0.0 for cost in costs) + 0.2 * max(0, len(words) - 4) + alone


def _cost_of_word(word: str, *, last: bool) -> float | None:
    if word in SUFFIXES or NICKNAME.fullmatch(word) or (INITIALS.fullmatch(word) and not word[0].islower()):
        return 0.0
    if word in LOWER:
        return None if last else 0.0
    first, *others = word.translate(APOSTROPHES).removesuffix(".").split("-")
    costs = [_cost_of_piece(first), *(0.0 if other.islower() else _cost_of_piece(other) for other in others)]
    return None if None in costs else sum(cost or 0.0 for cost in costs)


def _cost_of_piece(piece: str) -> float | None:
    """A word without hyphens: how its capitals stand."""
    if not piece.isalpha() or piece[0].islower():
        return None
    if piece.isupper() and len(piece) > 1:
        return 0.4 if len(piece) == 2 else 1.0
    parts = CAMEL.findall(piece)
    if parts[0] in ARTICLES:
        del parts[0]
    if len(parts) < 2:
        return 0.0
    if min(map(len, parts)) < 2:
        return None
    if len(parts) == 2:
        return 0.2 if all(SYLLABLE.fullmatch(part) for part in parts) else 0.7
    return 1.5


def cost_of_seam(title: str, name: str) -> float | None:
    """What it costs to let a title end and a name begin there."""
    before, _, word = title.rpartition(" ")
    if not word or title.endswith(OPEN_ENDS) or word in SMALL_WORDS:
        return None
    cost = 0.0
    if before.endswith(","):
        cost += 1.0  # the one word behind the comma might as well open another name
    if title.count("(") != title.count(")"):
        cost += 2.0
    *rest, tail = CAMEL.findall(word)
    if not rest:
        return cost
    if tail in ARTICLES or (len(tail) == 1 and tail.isupper() and len(rest[-1]) > 3):
        cost += 1.5
    elif SYLLABLE.fullmatch(tail) and SYLLABLE.fullmatch(name.partition(" ")[0]):
        cost += 0.5
    return cost
