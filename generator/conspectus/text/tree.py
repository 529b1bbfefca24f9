"""Reading TeX as it turns up in titles and abstracts: a small tree, and no text that can't be read.

Such text comes from authors, through web pages that lost a brace here and a backslash there. So nothing here is an
error: what makes no sense as TeX is kept as the characters it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from conspectus.text import symbols

MAX_DEPTH = 30


@dataclass(frozen=True, slots=True)
class Plain:
    """Characters, with accents and symbols already in Unicode."""

    text: str


@dataclass(frozen=True, slots=True)
class Math:
    """What stands between dollar signs."""

    source: str


@dataclass(frozen=True, slots=True)
class Styled:
    """Text in an element of HTML: strong, em, code; `command` is TeX's name for it."""

    element: str
    command: str
    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Script:
    """Raised (`^`) or lowered (`_`) text outside math."""

    mark: str
    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """What stands between braces: letters whose case a bibliography must keep."""

    children: tuple[Node, ...]


Node = Plain | Math | Styled | Script | Group

STYLES = {
    "textbf": ("strong", "textbf"),
    "bf": ("strong", "textbf"),
    "bfseries": ("strong", "textbf"),
    "emph": ("em", "emph"),
    "em": ("em", "emph"),
    "textit": ("em", "textit"),
    "it": ("em", "textit"),
    "itshape": ("em", "textit"),
    "texttt": ("code", "texttt"),
    "tt": ("code", "texttt"),
}
"""Commands that style text: either their argument or, where they have none, the rest of the group they stand in."""

SWITCHES = frozenset(["bf", "bfseries", "em", "it", "itshape", "tt"])
SCRIPTS = {"textsuperscript": "^", "textsubscript": "_"}
DROPPED = frozenset(
    ["cite", "citep", "citet", "footnote", "label", "ref", "vspace", "hspace", "thanks", "footnotemark"]
)
"""Commands that go with their argument: it means something in the paper alone."""

COLOR = re.compile(r"\\(?:text)?color\{[a-z]+([A-Z]\w*)?\}")
"""`\\color{red}`. Pages that lose the braces between a colour and its text write `\\color{redD}ecoupled` for a coloured
D: the capitals at the end of the name belong to the text."""

OPEN_MATH = re.compile(r"\$\$(?P<display>.+?)\$\$|\$(?P<inline>(?![\s$])(?:\\.|[^$\\])+?)(?<!\s)\$(?!\d)", re.DOTALL)
"""Math between dollars, as Pandoc has it: no space inside them and no digit after, so that `$5 and $10` is money."""

BRACKET_MATH = re.compile(r"\\\((?P<inline>.+?)\\\)|\\\[(?P<display>.+?)\\\]", re.DOTALL)
ACCENT = re.compile(
    r"""\\([`'^~="."])\s*(?:\{\\?([^\W\d_])\}|\\?([^\W\d_]))"""
    r"""|\\([uvHdcbkr])(?:\s*\{\\?([^\W\d_])\}|\s+([^\W\d_])(?!\w))"""
)
TYPED = re.compile(r"``|''|`|---?|~|.", re.DOTALL)
COMMAND = re.compile(r"\\([A-Za-z]+)\*?")
PLAIN = re.compile(r"[^\\$`'{}^_~-]+")


def parse(source: str) -> tuple[Node, ...]:
    """The tree of a text. Never fails; braces nested deeper than 30 are kept as characters."""
    return _Parser(source).nodes(0, len(source), 0)


def _closings(source: str) -> dict[int, int]:
    """Where each brace that is closed is closed."""
    found: dict[int, int] = {}
    stack: list[int] = []
    for match in re.finditer(r"\\.|[{}]", source, re.DOTALL):
        if match[0] == "{":
            stack.append(match.start())
        elif match[0] == "}" and stack:
            found[stack.pop()] = match.start()
    return found


class _Parser:
    """Walks over a text; every step takes at least one character."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.closing = _closings(source)

    def nodes(self, start: int, end: int, depth: int) -> tuple[Node, ...]:
        found: list[Node] = []
        at = start
        while at < end:
            node, at = self.node(at, end, depth)
            if isinstance(node, Plain) and found and isinstance(found[-1], Plain):
                found[-1] = Plain(found[-1].text + node.text)
            elif node != Plain(""):
                found.append(node)
        return tuple(found)

    def node(self, at: int, end: int, depth: int) -> tuple[Node, int]:
        character = self.source[at]
        if character == "\\":
            return self.command(at, end, depth)
        if character == "$":
            math = OPEN_MATH.match(self.source, at, end)
            return (Math(math["display"] or math["inline"]), math.end()) if math else (Plain("$"), at + 1)
        if character == "{" and depth < MAX_DEPTH and at in self.closing:
            close = self.closing[at]
            return Group(self.nodes(at + 1, close, depth + 1)), close + 1
        if character in "^_":
            return self.script(at, end, depth)
        plain = PLAIN.match(self.source, at, end)
        if plain:
            return Plain(plain[0]), plain.end()
        return self.typed(at, end)

    def typed(self, at: int, end: int) -> tuple[Node, int]:
        """Quotes, dashes and ties, which TeX spells with characters of a typewriter."""
        source, before = self.source, self.source[at - 1 : at]
        run = TYPED.match(source, at, end)
        assert run  # noqa: S101 - the last alternative takes anything
        after = source[run.end() : run.end() + 1]
        said = run[0]
        if said == "~":
            tie = before and not before.isspace() and before not in "([/" and not (before.isdigit() and after.isdigit())
            said = "\u00a0" if tie and after and not after.isspace() else "~"
        elif said in ("--", "---"):
            option = not (before and not before.isspace()) and after.isalnum()  # `--flag`
            said = said if option else "–" if said == "--" else "—"
        else:
            said = {"``": "“", "''": "”", "`": "‘" if after.isalnum() else "`"}.get(said, said)
        return Plain(said), run.end()

    def script(self, at: int, end: int, depth: int) -> tuple[Node, int]:
        """`^{th}` and `^2` outside math are meant as in math; `snake_case` and `^_^` are not."""
        mark, open = self.source[at], at + 1
        if open in self.closing and depth < MAX_DEPTH and self.closing[open] < end:
            return Script(mark, self.nodes(open + 1, self.closing[open], depth + 1)), self.closing[open] + 1
        if mark == "^" and at and self.source[open : open + 1].isdigit() and self.source[at - 1].isalnum():
            return Script(mark, (Plain(self.source[open]),)), open + 1
        return Plain(mark), open

    def command(self, at: int, end: int, depth: int) -> tuple[Node, int]:
        source = self.source
        if math := BRACKET_MATH.match(source, at, end):
            return Math(math["inline"] or math["display"]), math.end()
        if color := COLOR.match(source, at, end):
            return Plain(color[1] or ""), color.end()
        named = COMMAND.match(source, at, end)
        if named and not (len(named[1]) == 1 and named[1] in symbols.ACCENTS and self.accent(at, end)):
            return self.named(named[1], named.end(), end, depth)
        if accented := self.accent(at, end):
            return accented
        escaped = source[at + 1 : at + 2]
        if escaped in symbols.ESCAPED and at + 1 < end:
            return Plain(symbols.ESCAPED[escaped]), at + 2
        return Plain("\\"), at + 1

    def accent(self, at: int, end: int) -> tuple[Node, int] | None:
        """`\\"{i}`, `\\"i`, `\\c c`, `\\'{\\i}`; None where no letter follows."""
        found = ACCENT.match(self.source, at, end)
        if not found:
            return None
        sign, letter = found[1] or found[4], next(filter(None, (found[2], found[3], found[5], found[6])))
        return Plain(symbols.accented(sign, letter)), found.end()

    def named(self, name: str, at: int, end: int, depth: int) -> tuple[Node, int]:
        """A command of letters; `at` is where its name ends."""
        close = self.closing.get(at, -1) if depth < MAX_DEPTH else -1
        argument = (at + 1, close) if at < close < end else None
        if name in STYLES:
            element, command = STYLES[name]
            if name in SWITCHES and not argument:
                return Styled(element, command, self.nodes(self.spaces(at, end), end, depth + 1)), end
            if argument:
                return Styled(element, command, self.nodes(*argument, depth + 1)), close + 1
            return Plain(""), at + (self.source[at : at + 1] == "{")  # its brace was lost with the page
        if name in SCRIPTS and argument:
            return Script(SCRIPTS[name], self.nodes(*argument, depth + 1)), close + 1
        if name in DROPPED and argument:
            return Plain(""), close + 1
        if name == "href" and argument:
            return Plain(""), close + 1  # the text follows in braces of its own
        character = symbols.symbol(name)
        if character is None:
            return Plain(name), at  # unknown: its name is the best there is to read
        return Plain(character), at + 2 if self.source[at : at + 2] == "{}" else at

    def spaces(self, at: int, end: int) -> int:
        while at < end and self.source[at].isspace():
            at += 1
        return at
