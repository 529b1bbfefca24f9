"""Titles and abstracts with HTML, JATS or MathML in them, as TeX, which is what a `Text` is made of.

Only elements that publishers put into titles are read; `<name>` in a title of a programmer's stays as it is.
"""

from __future__ import annotations

import html
import re
from collections import Counter

ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{1,31});")
ATTRIBUTE = r"""\s+[\w:.-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>=]+)"""
TAG = re.compile(rf"<(?P<end>/?)(?:jats:|mml:|m:)?(?P<name>[A-Za-z][\w-]*)(?:{ATTRIBUTE})*\s*/?>")
FORMULA = re.compile(r"(?is)<(?:mml:|m:)?math\b[^<>]*>(.*?)</(?:mml:|m:)?math>")
TEX_FORMULA = re.compile(r"(?is)<(?:jats:)?tex-math\b[^<>]*>(?:<!\[CDATA\[)?(.*?)(?:\]\]>)?</(?:jats:)?tex-math>")
ESCAPED_TAG = re.compile(
    r"(?:\$\s*\\(?:less|lt)\s*\$|\$<\$|\\textless(?:\{\})?\s?|\{\\textless\})(/?[A-Za-z]{1,6}\s?/?)"
    r"(?:\$\s*\\(?:greater|gt)\s*\$|\$>\$|\\textgreater(?:\{\})?\s?|\{\\textgreater\})"
)
"""An element whose brackets a converter to TeX has escaped: `$\\less$em$\\greater$`."""

STYLES = {
    "i": "emph", "it": "emph", "em": "emph", "italic": "emph", "b": "textbf", "strong": "textbf", "bold": "textbf",
    "sub": "textsubscript", "inf": "textsubscript", "sup": "textsuperscript", "tt": "texttt", "code": "texttt",
    "monospace": "texttt",
}  # fmt: skip
"""Elements as macros."""

DROPPED = frozenset(
    """
    a alternatives font img inline-formula inline-graphic label list list-item named-content p
    roman sc scp section sec small span
    styled-content text title u underline nobr ovid sans-serif xref ext-link
    """.split()
)
"""Elements that go, while their text stays."""

SPACES = frozenset(["break", "br", "list", "list-item", "p", "sec", "section", "title"])
"""Elements between which there is a space."""

ALONE = frozenset(["break", "br", "img", "inline-graphic", "p", "sec"])
"""Elements that may have no end."""


def tex_of(text: str) -> str:
    """The text as TeX: elements are macros, entities are characters; text without either stays as it is."""
    written = text
    if "<" not in text and "&" not in text and "less" not in text and "\\lt" not in text:
        return text
    text = ESCAPED_TAG.sub(r"<\1>", _unescaped(text))
    if "<" not in text:
        return text
    text = TEX_FORMULA.sub(lambda found: f" {found[1].strip()} ", text)
    text = FORMULA.sub(
        lambda found: "" if "$" in text[: found.start()][-400:] and "alternatives" in text else found[1], text
    )
    meant = _words_for_tags(written, text)
    return TAG.sub(lambda found: found[0] if found["name"].lower() in meant else _macro(found), text)


def _words_for_tags(written: str, text: str) -> frozenset[str]:
    """The elements that a text is about: they were escaped, and begin without an end, as in `The &lt;b&gt; tag`."""
    if "&" not in written:
        return frozenset()
    tags = Counter((found["name"].lower(), bool(found["end"])) for found in TAG.finditer(text))
    return frozenset(
        name
        for name, _ in tags
        if name not in ALONE and tags[name, True] != tags[name, False] and f"<{name}" not in written.lower()
    )


def _unescaped(text: str) -> str:
    """Without entities; what was escaped twice is taken as meant once."""
    for _ in range(2):
        if not ENTITY.search(text):
            break
        text = ENTITY.sub(lambda found: html.unescape(found[0]), text)
    return text


def _macro(found: re.Match[str]) -> str:
    name = found["name"].lower()
    if name in STYLES:
        return "}" if found["end"] else f"\\{STYLES[name]}{{"
    if name in SPACES:
        return " "
    known = name in DROPPED or name in MATHML
    return "" if known else found[0]


MATHML = frozenset(
    "math mi mo mn mrow msub msup msubsup mtext mfrac msqrt mstyle mover munder mspace semantics annotation".split()
)
