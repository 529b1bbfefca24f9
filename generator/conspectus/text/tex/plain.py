"""Formulas as plain text: Unicode where there is a character, else as one would type it in a mail."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from conspectus.text.tex.symbols import lowered, raised, symbol

TOKEN = re.compile(r"(?s)\\[A-Za-z]+\*?\s*|\\.|\\|[{}^_&~']|\s+|[^\\{}^_&~'\s]")
MAX_DEPTH = 24

CONTENT = frozenset(
    """
    text textrm textbf textit texttt textsf textsc textnormal mathrm mathbf mathit mathsf mathtt mathnormal mathcal
    mathscr mathfrak boldsymbol bm pmb operatorname operatornamewithlimits mbox hbox ensuremath emph underline overline
    widehat widetilde boxed mathop mathbin mathrel mathord underbrace overbrace cancel smash substack tag
    """.split()
)
"""Macros of which only the argument is to be seen."""

MARKS = {"hat": "\u0302", "tilde": "\u0303", "bar": "\u0304", "vec": "\u20d7", "dot": "\u0307", "ddot": "\u0308"}
FRACTIONS = frozenset("frac dfrac tfrac cfrac nicefrac sfrac".split())
DROPPED = frozenset(
    """
    left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr middle limits nolimits displaystyle
    textstyle scriptstyle rm bf it cal sf tt nonumber notag
    """.split()
)
DROPPED_WITH_ARGUMENT = frozenset("color label begin end hspace vspace phantom hphantom vphantom".split())
SCRIPTS = {"^": raised, "_": lowered}
SIGNS = {
    "\\,": " ",
    "\\:": " ",
    "\\;": " ",
    "\\ ": " ",
    "\\!": "",
    "~": " ",
    "&": " ",
    "\\\\": "; ",
    "'": "′",
    "\\|": "‖",
}


@lru_cache(maxsize=4096)
def plain(tex: str) -> str:
    """A formula as plain text: `O(n^2)` → `O(n²)`, `\\frac{a}{b+c}` → `a/(b+c)`. Takes any text whatever."""
    return readable(_Reader(tex).row())


def readable(text: str) -> str:
    """White space as it is wanted in a line of text."""
    return " ".join(text.split())


class _Reader:
    """Goes through a formula once; what is nested too deep loses its structure and keeps its characters."""

    def __init__(self, tex: str) -> None:
        self.tokens = TOKEN.findall(tex)
        self.at = 0
        self.depth = 0
        self.spaced = False  # whether the last piece ends in a space
        self.name = False  # whether it was a name such as `log`, which stands apart from letters

    def row(self) -> str:
        """Everything up to the end, or to the brace that closes the group."""
        parts: list[str] = []
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            if token == "}":  # noqa: S105 - a brace, no password
                self.at += 1
                if self.depth:
                    return "".join(parts)
                continue
            after_name = self.name
            shown = self.piece()
            if (self.name or (after_name and shown[:1].isalnum())) and parts and parts[-1][-1:].isalnum():
                parts.append(" ")  # n log n
            if shown:
                self.spaced = shown[-1].isspace()
                parts.append(shown)
        return "".join(parts)

    def piece(self) -> str:
        """One piece; an argument if it is asked for as one."""
        token = self.tokens[self.at]
        self.at += 1
        self.name = False
        if token == "{":  # noqa: S105
            return self.group()
        if token in SCRIPTS:
            return SCRIPTS[token](readable(self.argument()))
        if token in SIGNS:
            return SIGNS[token]
        if token.startswith("\\"):
            return self.macro(token.strip("\\* \t\n\r"), token[-1].isspace()) if token[1:2].isalpha() else token[1:]
        return " " if token.isspace() else token

    def group(self) -> str:
        if self.depth >= MAX_DEPTH:
            return ""
        self.depth += 1
        shown = self.row()
        self.depth -= 1
        return shown

    def argument(self) -> str:
        while self.at < len(self.tokens) and self.tokens[self.at].isspace():
            self.at += 1
        if self.at >= len(self.tokens) or self.tokens[self.at] == "}" or self.depth >= MAX_DEPTH:
            return ""
        self.depth += 1
        shown = self.piece()
        self.depth -= 1
        return shown

    def macro(self, name: str, ended: bool) -> str:
        """The text of a macro. `ended`: a space follows it, which may only end its name."""
        if name in DROPPED:
            return ""
        if name in DROPPED_WITH_ARGUMENT:
            self.argument()
            return ""
        if name in CONTENT:
            return self.argument()
        if name in FRACTIONS:
            above, below = self.argument(), self.argument()
            return f"{_together(above)}/{_together(below)}"
        if name == "sqrt":
            return f"√{_together(self.argument())}"
        if name == "textcolor":
            self.argument()
            return self.argument()
        if name in MARKS:
            return unicodedata.normalize("NFC", self.argument() + MARKS[name])
        if name == "mathbb":
            return "".join(_double_struck(char) for char in self.argument())
        known = symbol(name)
        shown = name if known is None else known
        self.name = len(shown) > 1 and shown.isalpha()
        return shown + " " * (ended and (self.name or self.spaced))


def _together(text: str) -> str:
    text = readable(text)
    return text if len(text) <= 1 or text.isalnum() else f"({text})"


def _double_struck(char: str) -> str:
    for name in (f"DOUBLE-STRUCK CAPITAL {char}", f"MATHEMATICAL DOUBLE-STRUCK CAPITAL {char}"):
        try:
            return unicodedata.lookup(name) if char.isascii() and char.isupper() else char
        except KeyError:
            continue
    return char
