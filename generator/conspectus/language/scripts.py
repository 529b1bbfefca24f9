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
USED_BY = {"ja": ("zh",)}
"""Languages that also use the letters of others: Japanese has Chinese characters between its own."""

SHARE = 3
"""One letter in so many has to be of a script for the text to be in it: an English title may name an α or a 注意."""


class Written(NamedTuple):
    """What to declare of a text on its element: `lang` and `dir`, each empty where the page's own holds."""

    lang: str = ""
    dir: str = ""


def is_right_to_left(tag: str) -> bool:
    """Whether a language (BCP 47) is written from right to left."""
    return tag.lower().partition("-")[0] in RIGHT_TO_LEFT


def written_in(text: str, page: str = "en") -> Written:
    """The language and direction of a text on a page in the language `page`, where its letters say another."""
    own = page.partition("-")[0]
    here = "rtl" if is_right_to_left(page) else "ltr"
    as_latin = Written(dir="ltr") if here == "rtl" and LATIN.search(text) else Written()
    if not OTHER_LETTER.search(text):
        return as_latin
    counts = {language: len(letters.findall(text)) for language, letters in LETTERS.items()}
    for language, others in USED_BY.items():
        if counts[language]:
            counts[language] += sum(counts.pop(other) for other in others)
    language = max(counts, key=lambda name: counts[name])
    if counts[language] * SHARE < len(LATIN.findall(text)) + sum(counts.values()):
        return as_latin
    direction = "rtl" if language in RIGHT_TO_LEFT else "ltr"
    return Written(language if language != own else "", direction if direction != here else "")
