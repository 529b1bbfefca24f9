"""How much a piece of text looks like a person's name, and how much like the end of a title.

Costs are to be added up: 0 for what is usual, 1 and more for what is hardly ever seen; None for what cannot be.
"""

from __future__ import annotations

import re

from conspectus.model.people import EAST_ASIAN, PARTICLES

LOWER = PARTICLES | {"abu", "af", "e", "i", "ibn", "san", "ten", "y", "'t"}
SUFFIXES = frozenset(["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"])
GROUP = re.compile(r"(?:Team|Group|Labs?|Consortium|Collaboration|Project)$")
"""What ends the name of those who are no person: `Qwen Team`."""

ACRONYM = re.compile(r"[A-Z]{2}s?$")
ACRONYM_END = re.compile(r"[A-Z]s?(?=[A-Z])")
"""The end of `LLMs` that is stuck to a name."""

PRODUCT_GROUP = re.compile(r"[A-Z][a-z]{1,4}(?:[A-Z][a-z]+ (?:.+ )?)?Team")
"""`NextStep Team`, `WanTeam`: what a group built has inner capitals more often than people's names."""

INITIALS = re.compile(r"[^\W\d_]|(?:[^\W\d_]\.-?)+")
"""`J`, `J.`, `J.B.`, `J.-B.`"""
NICKNAME = re.compile(r"[(\"“'‘][^\W\d_][^\W\d_.\-]*[)\"”'’]")
APOSTROPHES = str.maketrans("", "", "'’‘`ʼ")

ARTICLE = re.compile(r"(?:[ODLMN]['’‘`ʼ]|Mc|Mac|De|Del|Di|Da|Du|La|Le|Lo|Van|Von|El|Al|Ben|Fitz|St)$")
"""What opens a name and is written together with the rest: McDonald, O'Neill, LeCun, D'Amour."""

CAMEL = re.compile(r".(?:[^A-ZÀ-ÖØ-ÞŁŚŠŽ]+|[A-ZÀ-ÖØ-ÞŁŚŠŽ]*(?![^A-ZÀ-ÖØ-ÞŁŚŠŽ]))")
"""A word is made of these: `LeCun` of Le and Cun, `LLMs` of LL and Ms."""

SYLLABLE = re.compile(
    r"(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?"
    r"(?:[iu]?ang?|i?ong|iao|ian|uai|ue?|ui|uo|un|[ae]i|ao|ou|eng?|er|ing?|i[aeu]?|[aeov])",
    re.IGNORECASE,
)
"""One syllable of Chinese in Latin letters: `Xuan`."""
KOREAN = re.compile(
    r"(?:[bcdghjklmnpstwy]|ch|[ghkp]?[wy])?(?:y?[aeo][eou]?|oo|ee|u|i|ui)(?:n|ng|m|k|l|p|t|h)?", re.IGNORECASE
)
"""One syllable of Korean: `Seung`. Many an English syllable looks so, such as `Deep`."""

CAMEL_STUCK, CAMEL_FIRST, CAMEL_LATER = 0.7, 0.9, 0.3
"""What an inner capital costs: in the word stuck to a title, in the first word behind a comma, in a later word."""

SMALL_WORDS = frozenset(
    "a an and as at by for from in into is its of on or over the to toward towards under via vs with without".split()
)
OPEN_ENDS = tuple(":;,–-/&([{“‘")


def cost_of_name(text: str, *, stuck: bool) -> float | None:
    """What it costs to take a text for one author's name. `stuck`: it stands right behind a title, without a space,
    so that a capital inside its first word may be where it begins."""
    if EAST_ASIAN.fullmatch(text):
        return 0.0 if 1 < len(text) < 5 else None
    words = text.split(" ")
    first = CAMEL_STUCK if stuck else CAMEL_FIRST
    costs = [_cost_of_word(word, CAMEL_LATER if n else first) for n, word in enumerate(words)]
    proper = sum(word not in LOWER and word not in SUFFIXES for word in words)
    if None in costs or not proper or words[-1] in LOWER or len(words) > 7:
        return None
    cost = sum(cost or 0.0 for cost in costs) + 0.2 * max(0, len(words) - 4)
    if proper > 1:
        return cost - 0.5 if stuck and PRODUCT_GROUP.match(text) else cost
    # One word is hardly ever a whole name; if it is, then an organisation's, with whatever capitals.
    return 0.5 if PRODUCT_GROUP.fullmatch(text) else 2.0 - 0.01 * len(text)


def _cost_of_word(word: str, camel: float) -> float | None:
    """A word of a name; `camel` is what an inner capital costs where it stands."""
    stuck = camel == CAMEL_STUCK
    if word in LOWER or word in SUFFIXES or NICKNAME.fullmatch(word):
        return None if stuck else 0.0
    if INITIALS.fullmatch(word) and not word[0].islower():
        return 0.0
    first, *others = word.removesuffix(".").split("-")
    costs = [
        _cost_of_piece(first, camel),
        *(_cost_of_piece(other, camel) for other in others if not other.islower()),
    ]
    return None if None in costs else sum(cost or 0.0 for cost in costs) + (0.5 if word.endswith(".") else 0.0)


def _cost_of_piece(piece: str, camel: float) -> float | None:
    """A word without hyphens: how its capitals stand."""
    stuck = camel == CAMEL_STUCK
    if not piece.translate(APOSTROPHES).isalpha():
        return None
    if piece[0].islower():
        return None if stuck else 0.8
    if piece.isupper() and len(piece) > 1:
        return 0.4 if len(piece) == 2 else 1.0
    parts = CAMEL.findall(piece)
    if ARTICLE.match(parts[0]) and "".join(parts[1:]).istitle():
        del parts[0]
    if len(parts) < 2:
        return 0.0
    if len(parts) > 2:
        return 1.5
    if stuck and min(map(len, parts)) < 2:
        return None
    if all(part.istitle() and (SYLLABLE.fullmatch(part) or (not stuck and KOREAN.fullmatch(part))) for part in parts):
        return 0.2
    return camel


def cost_of_seam(title: str, name: str) -> float | None:
    """What it costs to let a title end and a name begin there."""
    word = title.rpartition(" ")[2]
    if EAST_ASIAN.match(name) and EAST_ASIAN.match(title[-1:]):
        return None
    if not word or title.endswith(OPEN_ENDS) or word in SMALL_WORDS:
        return None
    cost = 0.5 if title.endswith(".") else 0.0  # the first of two initials ends so too
    if title.count("(") != title.count(")"):
        cost += 2.0
    *rest, tail = CAMEL.findall(word.rpartition("-")[2])
    if len(tail) > 1 and tail.isupper() and ACRONYM_END.match(name):
        cost += 1.0
    if ARTICLE.match(tail):
        return cost + 1.5
    if not rest:
        return cost
    if len(tail) == 1 and tail.isupper() and len(rest[-1]) > 3:
        cost += 1.5
    elif len(tail) > 1 and tail.istitle() and SYLLABLE.fullmatch(tail) and SYLLABLE.fullmatch(name.partition(" ")[0]):
        cost += 0.5
    elif GROUP.search(name) and not ACRONYM.search(word):
        cost += 0.3
    return cost
