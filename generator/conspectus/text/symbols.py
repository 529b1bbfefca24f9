"""What TeX's short commands stand for as characters."""

from __future__ import annotations

import functools
import unicodedata

ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
}
"""Accent commands and the combining character each puts on the letter that follows."""

ESCAPED = {**{character: character for character in "%&#_${}"}, " ": " ", ",": "\u2009", ";": " ", ":": " ", "!": ""}
"""Commands of one character that isn't a letter. `\\\\` (a line break) is a space to us, `\\-` nothing."""
ESCAPED |= {"\\": " ", "-": "", "/": "", "@": ""}

WORDS = {
    "LaTeX": "LaTeX",
    "TeX": "TeX",
    "P": "¶",
    "copyright": "©",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textregistered": "®",
    "textsuperscript": "",
    "quad": " ",
    "qquad": " ",
    "xspace": "",
    "newline": " ",
    "linebreak": " ",
    "par": " ",
    "protect": "",
    "relax": "",
    "displaystyle": "",
}
"""Commands that the general table doesn't know, or has no character for."""

DOTLESS = {"\u0131": "i", "\u0237": "j"}
"""`\\'{\\i}`: an accented i loses its dot anyway."""

SCRIPTS = {
    "^": str.maketrans("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ"),
    "_": str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"),
}
"""Characters that Unicode has raised and lowered."""


def accented(accent: str, letter: str) -> str:
    """A letter under an accent, as one character where there is one: `"` and `i` give ï."""
    return unicodedata.normalize("NFC", DOTLESS.get(letter[:1], letter[:1]) + ACCENTS[accent] + letter[1:])


def scripted(mark: str, text: str) -> str:
    """Raised (`^`) or lowered (`_`) text: in Unicode's own characters if it has them all, else `^(a+b)`, `^th`."""
    raised = text.translate(SCRIPTS[mark])
    if not set(text) - {chr(code) for code in SCRIPTS[mark]}:
        return raised
    return f"{mark}{text}" if text.isalnum() else f"{mark}({text})"


@functools.cache
def symbol(name: str) -> str | None:
    """The character a command of letters stands for (`times`, `alpha`, `ss`), None if it is no such command.

    The table is pylatexenc's, which costs some time to load and is seldom asked.
    """
    if name in WORDS:
        return WORDS[name]
    from pylatexenc.latex2text import LatexNodes2Text, get_default_latex_context_db

    spec = get_default_latex_context_db().get_macro_spec(name)
    if spec is None or not spec.macroname or not isinstance(spec.simplify_repl, str) or "%" in spec.simplify_repl:
        return None
    text = LatexNodes2Text().latex_to_text(f"\\{name}")
    return str(text) if text.strip() else None
