"""TeX as it turns up in titles and abstracts, written out in three ways.

Most text has none of TeX's characters; it takes a short way.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable
from html import escape

from conspectus.text import formula, symbols
from conspectus.text.tree import Group, Math, Node, Plain, Script, Styled, parse

SPECIAL = re.compile(r"[\\$`{}^_~]|''|--")
"""What can mean something to TeX. A text without any of it is the characters it is."""

SPOKEN = {"^": "sup", "_": "sub"}
TYPED = {"“": "``", "”": "''", "‘": "`", "’": "'", "–": "--", "—": "---", "\u00a0": "~"}
UNSAFE = re.compile(r"[\\{}$&%#_^~]")


@functools.lru_cache(maxsize=65_536)
def to_html(source: str) -> str:
    """Safe, well-formed HTML of one paragraph: math as MathML, styles as elements, everything else escaped."""
    if not SPECIAL.search(source):
        return escape(source)
    return "".join(map(_html, parse(source)))


@functools.lru_cache(maxsize=65_536)
def to_text(source: str) -> str:
    """The plain twin: Unicode without markup, white space collapsed."""
    if not SPECIAL.search(source):
        return " ".join(source.split())
    return " ".join("".join(map(_text, parse(source))).split())


def to_tex(source: str) -> str:
    """TeX that compiles: stray special characters escaped, braces balanced, math kept."""
    return "".join(map(_tex, parse(source)))


def _all(nodes: Iterable[Node], write: Callable[[Node], str]) -> str:
    return "".join(map(write, nodes))


def _html(node: Node) -> str:
    match node:
        case Plain(text):
            return escape(text)
        case Math(source):
            return formula.as_mathml(source)
        case Styled(element, _, children):
            return f"<{element}>{_all(children, _html)}</{element}>"
        case Script(mark, children):
            return f"<{SPOKEN[mark]}>{_all(children, _html)}</{SPOKEN[mark]}>"
        case Group(children):
            return _all(children, _html)


def _text(node: Node) -> str:
    match node:
        case Plain(text):
            return text
        case Math(source):
            return formula.as_text(source)
        case Script(mark, children):
            return symbols.scripted(mark, _all(children, _text))
        case Styled(_, _, children) | Group(children):
            return _all(children, _text)


def _tex(node: Node) -> str:
    match node:
        case Plain(text):
            return "".join(_typed(character) for character in text)
        case Math(source):
            return f"${source}$" if _balanced(source) else _all(map(Plain, [formula.as_text(source)]), _tex)
        case Styled(_, command, children):
            return f"\\{command}{{{_all(children, _tex)}}}"
        case Script("^", children):
            return f"\\textsuperscript{{{_all(children, _tex)}}}"
        case Script(_, children):
            return f"\\textsubscript{{{_all(children, _tex)}}}"
        case Group(children):
            return f"{{{_all(children, _tex)}}}"


def _typed(character: str) -> str:
    if UNSAFE.match(character):
        return {"\\": "\\textbackslash{}", "^": "\\^{}", "~": "\\textasciitilde{}"}.get(character, f"\\{character}")
    return TYPED.get(character, character)


def _balanced(source: str) -> bool:
    depth = 0
    for brace in re.findall(r"\\.|[{}]", source, re.DOTALL):
        depth += {"{": 1, "}": -1}.get(brace, 0)
        if depth < 0:
            return False
    return depth == 0 and not source.endswith("\\")
