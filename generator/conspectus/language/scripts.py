"""In which language and direction a text is written, as far as its letters tell.

Screen readers need the language, and browsers the direction, of a title in another script than the page's.
"""

from __future__ import annotations

import re
from typing import NamedTuple

SCRIPTS = {
    "he": r"\u0590-\u05FF\uFB1D-\uFB4F",
    "ar": r"\u0600-\u06FF\u0750-\u077F\u08A0-\u08FF\uFB50-\uFDFF\uFE70-\uFEFC",
    "ja": r"\u3041-\u30FF\u31F0-\u31FF\uFF66-\uFF9D",
    "ko": r"\u1100-\u11FF\u3130-\u318F\uAC00-\uD7AF",
    "zh": r"\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\U00020000-\U0002EBEF",
    "th": r"\u0E01-\u0E5B",
    "el": r"\u0370-\u03FF\u1F00-\u1FFF",
    "ru": r"\u0400-\u052F",
    "hi": r"\u0900-\u097F",
}
"""The letters of scripts that point to one language, by the language that most papers in them are written in."""

OTHER_LETTER = re.compile(rf"[{''.join(SCRIPTS.values())}]")
LETTERS = {language: re.compile(f"[{letters}]") for language, letters in SCRIPTS.items()}
LATIN = re.compile(r"[A-Za-z\u00C0-\u024F\u1E00-\u1EFF]")

RIGHT_TO_LEFT = frozenset(("ar", "ckb", "fa", "he", "ps", "sd", "ug", "ur", "yi"))
USED_BY = {"ja": ("zh",), "ko": ("zh",)}
"""Languages that also use the letters of others: Japanese has Chinese characters between its own."""

SAME_SCRIPT = {
    **dict.fromkeys(("ckb", "fa", "ps", "sd", "ug", "ur"), "ar"),
    **dict.fromkeys(("be", "bg", "kk", "ky", "mk", "mn", "sr", "tg", "uk"), "ru"),
    **dict.fromkeys(("mr", "ne", "sa"), "hi"),
    **dict.fromkeys(("wuu", "yue"), "zh"),
    "yi": "he",
}
"""Other languages in the letters of these scripts."""

SHARE = 3
"""One letter in so many has to be of a script for the text to be in it: an English title may name an α or a 注意."""


class Written(NamedTuple):
    """What to declare of a text on its element: `lang` and `dir`, each empty where the page's own holds."""

    lang: str = ""
    dir: str = ""


def is_right_to_left(tag: str) -> bool:
    """Whether a language (BCP 47) is written from right to left."""
    return tag.lower().partition("-")[0] in RIGHT_TO_LEFT


def written_in(text: str, page: str = "en", known: str = "", usual: str = "") -> Written:
    """The language and direction of a text on a page in the language `page`, where they are others.

    `known`: the language of this text, by its source; `usual`: that of most texts like it. Sources often give a title
    in translation and the language of the paper, so each is believed only if the text is in letters of that language.
    """
    own, script = _primary(page), _script(text)
    here = "rtl" if is_right_to_left(page) else "ltr"
    language = next((tag for tag in (known, script, usual) if tag and _fits(tag, script)), "")
    side = script or ("en" if LATIN.search(text) else page)
    direction = "rtl" if is_right_to_left(side) else "ltr"
    return Written(language if _primary(language) != own else "", direction if direction != here else "")


def _primary(tag: str) -> str:
    return tag.lower().partition("-")[0]


def _fits(tag: str, script: str) -> bool:
    """Whether a language is written in the letters of a script; `""` for Latin ones, and for those of no table."""
    language = _primary(tag)
    usually = SAME_SCRIPT.get(language, language if language in SCRIPTS else "")
    return script == usually or script in USED_BY.get(language, ())


def _script(text: str) -> str:
    """The language that the letters of a text point to; empty for Latin ones."""
    if not OTHER_LETTER.search(text):
        return ""
    counts = {language: len(letters.findall(text)) for language, letters in LETTERS.items()}
    for language, others in USED_BY.items():
        if counts[language]:
            counts[language] += sum(counts.pop(other, 0) for other in others)
    language = max(counts, key=lambda name: counts[name])
    return "" if counts[language] * SHARE < len(LATIN.findall(text)) + sum(counts.values()) else language
