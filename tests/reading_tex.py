"""TeX as pylatexenc reads it."""

from __future__ import annotations

from pylatexenc.latex2text import LatexNodes2Text

UNREAD = {
    "quotedbl": '"',
    "braceleft": "{",
    "braceright": "}",
    "bar": "|",
    "asciicircum": "^",
    "less": "<",
    "greater": ">",
}
"""Macros that pylatexenc does not know, or reads as another character: they pass it as characters it leaves alone."""


def decoded(tex: str) -> str:
    """As pylatexenc has it."""
    for number, macro in enumerate(UNREAD):
        tex = tex.replace(f"\\text{macro}{{}}", chr(0xE000 + number))
    text = LatexNodes2Text(keep_braced_groups=False).latex_to_text(tex)
    return text.translate({0xE000 + number: meant for number, meant in enumerate(UNREAD.values())})
