"""From nodes to HTML, to plain text and to TeX."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from html import escape

from conspectus.text.tex.math import mathml
from conspectus.text.tex.nodes import Chars, Link, Math, Node, Styled
from conspectus.text.tex.plain import plain, readable
from conspectus.text.tex.repair import formula
from conspectus.text.tex.symbols import lowered, raised

SPACES = re.compile(r"[^\S\u00a0\u202f]+")
"""White space that means no more than one space; not the spaces that hold words together."""


def html(nodes: Iterable[Node], *, links: bool) -> str:
    """Escaped; formulas as MathML; links as links, or as their words alone."""
    return SPACES.sub(" ", "".join(_html(node, links) for node in nodes)).strip()


def _html(node: Node, links: bool) -> str:
    if isinstance(node, Chars):
        return escape(node.text)
    if isinstance(node, Math):
        return mathml(node.tex)
    inner = "".join(_html(child, links) for child in node.children)
    if isinstance(node, Styled):
        return f"<{node.style}>{inner}</{node.style}>"
    return f'<a href="{escape(node.url)}" rel="noopener">{inner}</a>' if links else inner


def text(nodes: Iterable[Node]) -> str:
    """Characters alone, with plain spaces."""
    return readable("".join(map(_text, nodes)))


def _text(node: Node) -> str:
    if isinstance(node, Chars):
        return node.text
    if isinstance(node, Math):
        return plain(node.tex)
    inner = "".join(map(_text, node.children))
    if isinstance(node, Styled) and node.style in ("sup", "sub"):
        return raised(inner) if node.style == "sup" else lowered(inner)
    return inner


COMMANDS = {
    "strong": "textbf",
    "em": "emph",
    "code": "texttt",
    "sup": "textsuperscript",
    "sub": "textsubscript",
}

TYPED = {
    "\u00a0": "~",
    "\u202f": "\\,",
    "–": "--",
    "—": "---",
    "“": "``",
    "”": "''",
    "‘": "`",
    "’": "'",
    "…": "\\ldots{}",
    "^": "\\textasciicircum{}",
    "~": "\\textasciitilde{}",
    "\\": "\\textbackslash{}",
    "<": "\\textless{}",
    ">": "\\textgreater{}",
    "|": "\\textbar{}",
    '"': "\\textquotedbl{}",
    **{char: f"\\{char}" for char in "%&#_${}"},
}
"""How characters are typed that TeX would take for something else."""

UNSAFE = re.compile(r"[^A-Za-z0-9 .,;:!?()/@*+='\-\[\]]")


def tex(nodes: Iterable[Node]) -> str:
    """TeX with every brace closed and nothing special unescaped; formulas as they were written, made whole."""
    return SPACES.sub(" ", "".join(map(_tex, nodes))).strip()


def _tex(node: Node) -> str:
    if isinstance(node, Chars):
        return UNSAFE.sub(lambda found: _typed(found[0]), node.text)
    if isinstance(node, Math):
        whole = formula(node.tex)
        return f"${whole}$" if whole else _tex(Chars(plain(node.tex)))
    inner = "".join(map(_tex, node.children))
    return inner if isinstance(node, Link) else f"\\{COMMANDS[node.style]}{{{inner}}}"


@lru_cache(maxsize=2048)
def _typed(char: str) -> str:
    if char in TYPED:
        return TYPED[char]
    name = unicodedata.name(char, "")
    if unicodedata.category(char)[0] == "L" and name.startswith(("LATIN", "CJK", "HIRAGANA", "KATAKANA", "HANGUL")):
        return char
    from pylatexenc.latexencode import UnicodeToLatexEncoder

    encoder = UnicodeToLatexEncoder(
        unknown_char_policy="keep", unknown_char_warning=False, replacement_latex_protection="braces-after-macro"
    )
    return str(encoder.unicode_to_latex(char))
