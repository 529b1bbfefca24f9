"""Macros, accents and scripts as Unicode."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

OURS = {
    "LaTeX": "LaTeX",
    "TeX": "TeX",
    "backslash": "\\",
    "celsius": "°C",
    "checkmark": "✓",
    "cdots": "⋯",
    "cf": "cf.",
    "copyright": "©",
    "degree": "°",
    "eg": "e.g.",
    "etal": "et al.",
    "etc": "etc.",
    "euro": "€",
    "ie": "i.e.",
    "lbrace": "{",
    "micro": "µ",
    "newline": " ",
    "linebreak": " ",
    "nobreakspace": "\u00a0",
    "par": " ",
    "percent": "%",
    "phi": "φ",
    "pounds": "£",
    "qquad": " ",
    "quad": " ",
    "rbrace": "}",
    "space": " ",
    "S": "§",
    "P": "¶",
    "textasciicircum": "^",
    "textasciitilde": "~",
    "textbackslash": "\\",
    "textbar": "|",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textdegree": "°",
    "texteuro": "€",
    "textgreater": ">",
    "textless": "<",
    "textmu": "µ",
    "textquotedbl": '"',
    "textperiodcentered": "·",
    "textdoublebarpipe": "ǂ",
    "textquotesingle": "'",
    "textregistered": "®",
    "textsc": "",
    "textunderscore": "_",
    "varnothing": "∅",
    "wrt": "w.r.t.",
    "xspace": "",
}
"""Macros that the libraries don't know, or know as something that reads worse."""

LETTERS = frozenset("aa AA ae AE oe OE o O l L ss i j dh DH dj DJ ng NG th TH S P pounds euro degree micro".split())
"""Macros for letters and signs: the space behind one ends the macro and is not to be seen. So it is with all whose name
begins with `text` or `guillemot`."""

ACCENTS = {
    '"': "\u0308",
    "'": "\u0301",
    "`": "\u0300",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    ".": "\u0307",
    "c": "\u0327",
    "v": "\u030c",
    "H": "\u030b",
    "u": "\u0306",
    "k": "\u0328",
    "r": "\u030a",
    "d": "\u0323",
    "b": "\u0331",
    "G": "\u030f",
    "f": "\u0311",
    "U": "\u030e",
    "textcommabelow": "\u0326",
    "textdotbelow": "\u0323",
    "textsubring": "\u0325",
    "textogonekcentered": "\u0328",
    "capitalacute": "\u0301",
    "capitalgrave": "\u0300",
    "capitalcircumflex": "\u0302",
    "capitaltilde": "\u0303",
    "capitaldieresis": "\u0308",
    "capitalcaron": "\u030c",
    "capitalcedilla": "\u0327",
}

SUPERSCRIPTS = dict(zip("0123456789+-=()ni−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ⁻", strict=True))
SUBSCRIPTS = dict(zip("0123456789+-=()−", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎₋", strict=True))
ORDINALS = ("st", "nd", "rd", "th")
RAISED = {"∘": "°", "*": "*", "∗": "*", "†": "†", "‡": "‡", "′": "′", "⋆": "⋆", "★": "★", "™": "™"}


@lru_cache(maxsize=2048)
def symbol(name: str) -> str | None:
    """The characters a macro without arguments stands for, by its name without backslash; None if it is unknown."""
    if name in OURS:
        return OURS[name]
    from latex2mathml.symbols_parser import convert_symbol
    from pylatexenc.latex2text import get_default_latex_context_db

    spec = get_default_latex_context_db().get_macro_spec(name)
    known = getattr(spec, "simplify_repl", None)
    if isinstance(known, str) and "%" not in known:
        return known.strip() or " "
    code = convert_symbol(f"\\{name}")
    if code and " " not in code:
        return chr(int(code, 16))
    return symbol(name[4:]) if name.startswith("text") and len(name) > 5 else None


def swallows_space(name: str) -> bool:
    """Whether the space behind a symbol's macro only ends it."""
    return name in LETTERS or name.startswith(("text", "guillemot"))


def accented(accent: str, letter: str) -> str | None:
    """A letter with the accent a macro such as `"` or `c` puts on it; None where Unicode has no such letter."""
    letter = {"ı": "i", "ȷ": "j"}.get(letter, letter)
    if accent == "t":
        return letter
    made = unicodedata.normalize("NFC", letter[:1] + ACCENTS[accent])
    return made + letter[1:] if len(made) == 1 or letter[0].isdigit() else None


def raised(text: str) -> str:
    """An exponent in plain text: `²`, `⁻¹`, `th`, or `^x` where there is no such character."""
    if text in ORDINALS or not text:
        return text
    if text in RAISED:
        return RAISED[text]
    return _script(text, SUPERSCRIPTS, "^")


def lowered(text: str) -> str:
    """An index in plain text: `₂`, or `_x` where there is no such character."""
    return _script(text, SUBSCRIPTS, "_") if text else text


def _script(text: str, known: dict[str, str], sign: str) -> str:
    if all(char in known for char in text):
        return "".join(known[char] for char in text)
    return f"{sign}{text}" if text.isalnum() else f"{sign}({text})"
