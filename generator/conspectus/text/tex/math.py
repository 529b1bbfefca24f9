"""Formulas: as MathML, made when the site is built, and as plain text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from html import escape, unescape
from xml.etree.ElementTree import Element

from conspectus.text.tex.plain import plain

ELEMENTS = frozenset(
    """
    math mrow mi mn mo ms mtext mspace mfrac msqrt mroot msup msub msubsup mover munder munderover mmultiscripts
    mprescripts mtable mtr mtd mstyle mphantom mpadded
    """.split()
)
ATTRIBUTES = frozenset(
    """
    accent accentunder columnspan depth display displaystyle fence form height largeop linethickness lspace maxsize
    minsize movablelimits rowspan rspace scriptlevel separator stretchy symmetric voffset width
    """.split()
)
"""What MathML Core knows (W3C, 2025) and can do no harm; `style`, `href` and colours are not among it."""

ROWS = frozenset("math mrow mtd mstyle mphantom mpadded msqrt".split())
OPERANDS = frozenset("mi mn msup msub msubsup mfrac msqrt mroot mover".split())
THIN_SPACE = '<mspace width="0.167em"></mspace>'

MAX_LENGTH = 1000
MAX_DEPTH = 24
SCRIPT_ALONE = re.compile(
    r"\s*(?:\{\s*\})?\s*(?P<sign>[\^_])\s*(?:\{(?P<group>[^{}\\^_]*|\s*\\[A-Za-z]+\s*)\}|(?P<one>[^{}\\\s]|\\[A-Za-z]+))\s*"
)
UPRIGHT = re.compile(r"(?:[\d\s.,%/+\-:×<>=~]|\\[A-Za-z]+|\\[%,;! ])+")
FONTS = {
    "bold": "BOLD",
    "italic": "ITALIC",
    "bold-italic": "BOLD ITALIC",
    "double-struck": "DOUBLE-STRUCK",
    "script": "SCRIPT",
    "bold-script": "BOLD SCRIPT",
    "fraktur": "FRAKTUR",
    "bold-fraktur": "BOLD FRAKTUR",
    "sans-serif": "SANS-SERIF",
    "bold-sans-serif": "SANS-SERIF BOLD",
    "sans-serif-italic": "SANS-SERIF ITALIC",
    "sans-serif-bold-italic": "SANS-SERIF BOLD ITALIC",
    "monospace": "MONOSPACE",
}
"""What MathML calls variants of a letter, and Unicode's names for them: browsers no longer read the former."""


@lru_cache(maxsize=8192)
def mathml(tex: str) -> str:
    """A formula as safe HTML.

    MathML; but plain characters where they say the same (`4.95\\times`, `\\infty`), `<sup>` for an exponent that has
    no base, and the plain twin where the formula is broken, too long or nested too deep.
    """
    script = SCRIPT_ALONE.fullmatch(tex)
    if script:
        tag = "sup" if script["sign"] == "^" else "sub"
        return f"<{tag}>{escape(plain(script['group'] or script['one'] or ''))}</{tag}>"
    if UPRIGHT.fullmatch(tex):
        text = plain(tex)
        if not any(char.isalpha() for char in text):
            return escape(text)
    return _converted(tex) or escape(plain(tex))


def _converted(tex: str) -> str | None:
    if len(tex) > MAX_LENGTH or depth(tex) > MAX_DEPTH:
        return None
    from latex2mathml.converter import convert_to_element

    try:
        return "".join(_written(convert_to_element(tex)))
    except Exception:  # whatever the converter fails on is shown as plain text instead
        return None


def depth(tex: str) -> int:
    """How deep a formula is nested, by braces, brackets, `\\left` and environments."""
    deepest = level = 0
    for token in re.findall(r"\\(?:left|begin|right|end)\b|\\.|[{}\[\]^_]", tex):
        if token in ("{", "[", "\\left", "\\begin", "^", "_"):
            level += 1
        elif token in ("}", "]", "\\right", "\\end"):
            level -= 1
        deepest = max(deepest, level)
    return deepest


def _written(element: Element) -> list[str]:
    """An element and what is in it, as XML; what is not on our lists becomes `mrow`, or is dropped.

    latex2mathml keeps texts escaped once and not as XML wants it, so they are unescaped and escaped anew here.
    """
    tag = element.tag if element.tag in ELEMENTS else "mrow"
    text = unescape(element.text or "")
    if tag in ("mi", "mo", "mn"):
        text = _styled(text.removeprefix("\\"), element.get("mathvariant", ""))
    attributes = {name: value for name, value in element.attrib.items() if name in ATTRIBUTES and value != "inline"}
    if element.get("mathvariant") == "normal" and tag == "mi":
        attributes["mathvariant"] = "normal"
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    parts = [f"<{tag}{written}>", escape(text, quote=False)]
    previous = None
    for child in element:
        if previous is not None and tag in ROWS and _apart(previous, child):
            parts.append(THIN_SPACE)
        parts += _written(child)
        previous = child
    return [*parts, f"</{tag}>"]


def _apart(left: Element, right: Element) -> bool:
    """Whether a thin space belongs between two neighbours: at the name of a function, as TeX sets it."""
    names = [
        element.tag == "mi" and len(element.text or "") > 1 and (element.text or "").isalpha()
        for element in (left, right)
    ]
    return (names[0] and right.tag in OPERANDS) or (names[1] and left.tag in OPERANDS)


def _styled(text: str, variant: str) -> str:
    """One letter in the style a MathML variant names, as the character Unicode has for it."""
    if len(text) != 1 or variant not in FONTS:
        return text
    try:
        case, letter = re.findall(
            r"(?:LATIN|GREEK|DIGIT)(?: (CAPITAL|SMALL))?(?: LETTER)? (\w+)", unicodedata.name(text, "")
        )[0]
        parts = ["MATHEMATICAL", FONTS[variant], case or "DIGIT", letter]
        return unicodedata.lookup(" ".join(parts))
    except (KeyError, IndexError):
        return text
