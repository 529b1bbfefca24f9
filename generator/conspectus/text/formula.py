"""Math: as MathML, made when the site is built, and as plain text."""

from __future__ import annotations

import functools
import re
from html import escape

from conspectus.text import symbols

MAX_LENGTH = 2_000
MATH = re.compile(r'<math xmlns="http://www\.w3\.org/1998/Math/MathML" display="inline">(.*)</math>', re.DOTALL)
TAG = re.compile(r"<(/?)([a-z]+)((?:\s[^<>]*?)?)(/?)>")
ATTRIBUTE = re.compile(r'\s([a-z]+)="([^"]*)"')

ELEMENTS = frozenset(
    "math mrow mi mn mo ms mtext mspace msup msub msubsup mover munder munderover mfrac msqrt mroot mtable mtr mtd "
    "mstyle mpadded mphantom menclose".split()
)
ATTRIBUTES = frozenset("stretchy mathvariant fence separator accent columnalign displaystyle scriptlevel width".split())
"""What of the converter's output is let through. No `style`: the site's Content-Security-Policy forbids it."""


@functools.lru_cache(maxsize=4096)
def as_mathml(source: str) -> str:
    """A formula as a `<math>` element; where it can't be converted, its plain text."""
    from latex2mathml.converter import convert

    try:
        found = MATH.fullmatch(convert(source)) if len(source) <= MAX_LENGTH else None
    except Exception:  # whatever comes up in it: a formula may be a stranger's
        found = None
    if not found or not _sound(found[1]):
        return escape(as_text(source))
    body = TAG.sub(_kept, found[1])
    return f"<math>{body}</math>"


def _sound(markup: str) -> bool:
    """Whether the converter wrote elements we know, and closed them."""
    stack: list[str] = []
    for closing, name, _, alone in TAG.findall(markup):
        if name not in ELEMENTS:
            return False
        if closing and (not stack or stack.pop() != name):
            return False
        if not closing and not alone:
            stack.append(name)
    rest = TAG.sub("", markup)
    return not stack and "<" not in rest and ">" not in rest


def _kept(tag: re.Match[str]) -> str:
    closing, name, attributes, alone = tag.groups()
    kept = "".join(f' {key}="{value}"' for key, value in ATTRIBUTE.findall(attributes) if key in ATTRIBUTES)
    return f"<{closing}{name}{kept}{alone}>"


@functools.lru_cache(maxsize=4096)
def as_text(source: str) -> str:
    """A formula in Unicode as well as a line of text can: `O(n^2)` is O(n²), `\\frac{a}{b}` is a/b."""
    text = source[:MAX_LENGTH]
    text = re.sub(r"\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}", _fraction, text)
    text = re.sub(r"\\sqrt\s*\{([^{}]*)\}", r"√(\1)", text)
    text = re.sub(r"\\(?:text|mathrm|mathbf|mathcal|mathbb|mathit|mathsf|operatorname|boldsymbol|bm)\b\*?", "", text)
    text = re.sub(r"\\([A-Za-z]+) ?", _named, text)
    text = re.sub(r"\\(.)", lambda sign: symbols.ESCAPED.get(sign[1], sign[1]), text)
    text = re.sub(
        r"([\^_])(?:\{([^{}]*)\}|(\S))", lambda mark: symbols.scripted(mark[1], mark[2] or mark[3] or ""), text
    )
    return " ".join(text.replace("{", "").replace("}", "").replace("~", " ").split())


def _named(command: re.Match[str]) -> str:
    """The character of a command, or its name, which keeps the space after it: `\\log n`."""
    character = symbols.symbol(command[1])
    if character and not character.isascii():
        return character
    return f"{character or command[1]}{' ' if command[0].endswith(' ') else ''}"


def _fraction(parts: re.Match[str]) -> str:
    over, under = (part if part.isalnum() else f"({part})" for part in parts.groups())
    return f"{over}/{under}"
