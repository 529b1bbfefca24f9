"""From TeX to nodes, in one pass, without recursion; any text whatever can be read."""

from __future__ import annotations

import re

from conspectus.text.tex import tokens
from conspectus.text.tex.frames import Frame, Frames, is_address
from conspectus.text.tex.macros import (
    AS_WRITTEN,
    COLOR_AND_WORD,
    CONTRACTED,
    DROPPED,
    ESCAPED,
    JSON_QUOTE,
    SILENT,
    STYLES,
    SWITCHES,
    today,
)
from conspectus.text.tex.nodes import Chars, Link, Math, Node, Styled
from conspectus.text.tex.symbols import ACCENTS, accented, swallows_space, symbol

BEFORE_LETTER = re.compile(r"[^\S\n]+[^\W\d_](?![a-z]{0,80}\{)")
TABBED_ACCENT = re.compile(r"['`=](?=\{?[A-Za-z\\])")
LOOSE_LETTER = re.compile(
    r"\s*(\\[ij](?![A-Za-z])|[A-Za-z]|\\[`'^\"~=.](?:[A-Za-z]|\\[ij](?![A-Za-z])|\{(?:[A-Za-z]|\\[ij])\})|\\[uvHckbdr](?:\{[A-Za-z]\}|\s+[A-Za-z]))"
)
"""What an accent without braces stands upon: a letter, or one that has an accent already."""

STACKED = re.compile(r"\s*\\([`'^\"~=.uvHckbdr])\s*\{?([A-Za-z]|\\[ij])\}?\s*")
"""A letter that has an accent already: `\\^e`, `\\u a`."""

CHOICE_OF_MODE = re.compile(r"(.{0,200}?)\\else\b\s*(.{0,200}?)\\fi\b(?:\{\})?", re.DOTALL)


def read(source: str) -> tuple[Node, ...]:
    """The nodes of a text."""
    return _Reader(source).nodes()


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.frames = Frames()
        self.quotes = 0  # open ``
        self.closing = -1  # where the ' of an open ` stands
        self.json_quotes = bool(JSON_QUOTE.search(source))

    def nodes(self) -> tuple[Node, ...]:
        while self.at < len(self.source):
            found = tokens.TOKEN.match(self.source, self.at)
            assert found is not None  # noqa: S101 - the last alternative takes any character
            self.at = found.end()
            kind = found.lastgroup or ""
            getattr(self, "_environment" if kind == "name" else f"_{kind}")(found)
        return self.frames.finish()

    # What is done about each kind of token.

    def say(self, text: str) -> None:
        self.frames.say(text)

    def _chars(self, found: re.Match[str]) -> None:
        self.say("’" if found.start() == self.closing else found[0])

    def _url(self, found: re.Match[str]) -> None:
        url = found[0]
        while url and (url[-1] in ".,;:!?'\"*_~$" or (url[-1] == ")" and url.count(")") > url.count("("))):
            url = url[:-1]
        self.at = found.start() + len(url)
        self.frames.link(url, url)

    def _environment(self, found: re.Match[str]) -> None:
        ending = re.compile(rf"\\end\s*\{{{found['name']}\*?\}}").search(self.source, self.at, self.at + tokens.LONGEST)
        if ending:
            self.frames.add(Math(today(self.source[self.at : ending.start()].strip())))
            self.at = ending.end()

    def _formula(self, found: re.Match[str]) -> None:
        known = tokens.formula(self.source, found[0], self.at)
        if known:
            self.frames.add(Math(today(known[0])))
            self.at = known[1]
        elif found[0].startswith("$"):
            self.at = found.start() + 1
            self.say("$")
        else:
            self.say(found[0][1:])

    def _letter_accent(self, found: re.Match[str]) -> None:
        self.accent(found[0][1], found)

    def _accent(self, found: re.Match[str]) -> None:
        sign, before = found[0][1], self.source[found.start() - 1 : found.start()]
        if sign == "'" and before.isalpha() and CONTRACTED.match(self.source, self.at):
            self.say("'")
        elif sign == '"' and self.json_quotes and not (before.isalpha() or before == "{"):
            self.say('"')
        else:
            self.accent(sign, found)

    def accent(self, sign: str, found: re.Match[str]) -> None:
        braced = tokens.argument(self.source, self.at)
        if braced:
            letter, after = braced
        else:
            loose = LOOSE_LETTER.match(self.source, self.at)
            letter, after = (loose[1], loose.end()) if loose else ("", self.at)
        letter = {"\\i": "ı", "\\j": "ȷ"}.get(letter.strip(), letter)
        if stacked := STACKED.fullmatch(letter):
            letter = accented(stacked[1], {"\\i": "ı", "\\j": "ȷ"}.get(stacked[2], stacked[2])) or ""
        made = accented(sign, letter) if letter.isalnum() or sign == "t" else None
        if made is None:
            self.say("" if sign.isalpha() else sign)
        else:
            self.at = after
            self.say(made)

    def _escaped(self, found: re.Match[str]) -> None:
        char = found[0][1]
        if char.isalnum():
            self.say(found[0])
        else:
            self.say(ESCAPED.get(char, char))

    def _open(self, found: re.Match[str]) -> None:
        if self.repeated_address():
            return
        self.frames.open(Frame())

    def repeated_address(self) -> bool:
        """Whether braces after an address repeat it, as in `x.org/a{https://x.org/a}`; they are skipped then.

        Saved listings show the address and the link's text. A text that differs, `x.org/a{here}`, is set apart.
        """
        last = self.frames.last
        if not isinstance(last, Link) or self.source[self.at - 2 : self.at - 1].isspace():
            return False
        braced = tokens.argument(self.source, self.at - 1)
        if braced and braced[0].strip() == last.url:
            self.at = braced[1]
            return True
        self.say(" ")
        return False

    def _close(self, found: re.Match[str]) -> None:
        self.frames.close()

    def _script(self, found: re.Match[str]) -> None:
        style = "sup" if found[0] == "^" else "sub"
        if self.source.startswith("{", self.at):
            self.at += 1
            self.frames.open(Frame(style, sign=found[0]))
        else:
            digits = re.compile("[0-9]+").match(self.source, self.at)
            assert digits is not None  # noqa: S101 - the token's pattern saw one
            self.at = digits.end()
            self.frames.add(Styled(style, (Chars(digits[0]),)))

    def _quote(self, found: re.Match[str]) -> None:
        text = found[0]
        if text == "``":
            self.quotes += 1
            self.say("“")
        elif text == "''":
            self.say("”" if self.quotes else text)
            self.quotes = max(self.quotes - 1, 0)
        elif text.startswith("```"):
            self.say(text)
        else:
            self.say("‘")
            self.at = found.start() + 1
            self.closing = found.end() - 1

    def _dashes(self, found: re.Match[str]) -> None:
        """`--` and `---`; but the dashes of `--flag` stay."""
        before, after = self.source[found.start() - 1 : found.start()], self.source[self.at : self.at + 1]
        flag = (not before or before in " (`“") and after.isalpha()
        self.say(found[0] if flag or len(found[0]) > 3 else "–" if len(found[0]) == 2 else "—")

    def _tie(self, found: re.Match[str]) -> None:
        """`Table~3` is tied together; `~10` and `1~6` are about and from … to."""
        before, after = self.source[found.start() - 1 : found.start()], self.source[self.at : self.at + 1]
        tied = (
            before.isalpha()
            or before in tuple(".,;:)]}%$")
            or (before in tuple("0123456789-'") and not after.isdigit())
        )
        begins = after.isalnum() or after in tuple("\\$([{`'\"-–—&")
        self.say("\u00a0" if tied and begins else "~")

    def _macro(self, found: re.Match[str]) -> None:
        name = found[0].strip("\\*")
        act = getattr(self, f"macro_{name}", None)
        if act:
            act()
        elif name in ACCENTS and (self.source.startswith("{", self.at) or BEFORE_LETTER.match(self.source, self.at)):
            self.accent(name, found)
        elif name in STYLES:
            self.styled(Frame(STYLES[name]))
        elif name in SWITCHES:
            self.skip_space()
            if self.frames.inside_group:
                self.frames.open(Frame(SWITCHES[name], extra=True))
        elif name in AS_WRITTEN:
            braced = tokens.argument(self.source, self.at)
            self.say(f"{found[0]}{self.source[self.at : braced[1]]}" if braced else found[0])
            self.at = braced[1] if braced else self.at
        elif name in DROPPED:
            self.dropped_argument()
        elif name in SILENT:
            self.skip_space()
        else:
            self.named(name)

    def named(self, name: str) -> None:
        """A symbol; or a macro of the authors' own, which is read without its backslash, or as its argument."""
        known = symbol(name)
        empty = self.source.startswith("{}", self.at)
        if empty:
            self.at += 2
        if known is None and not empty and self.source.startswith("{", self.at):
            return
        self.say(name if known is None else known)
        if swallows_space(name) and not empty:
            self.skip_space()

    def skip_space(self) -> None:
        while self.source[self.at : self.at + 1].isspace():
            self.at += 1

    def styled(self, frame: Frame) -> None:
        """Open a style, if braces follow."""
        found = re.compile(r"\s*\{").match(self.source, self.at)
        if found:
            self.at = found.end()
            self.frames.open(frame)

    def dropped_argument(self) -> None:
        self.at = tokens.option(self.source, tokens.option(self.source, self.at))
        braced = tokens.argument(self.source, self.at)
        self.at = braced[1] if braced else self.at

    def macro_color(self) -> None:
        """`\\color{red}`; and of `\\color{ddtD}ecoupled` the D, which belongs to the word."""
        braced = tokens.argument(self.source, tokens.option(self.source, self.at))
        if braced:
            self.at = braced[1]
            swallowed = COLOR_AND_WORD.fullmatch(braced[0])
            self.say(swallowed[1] if swallowed else "")

    def macro_a(self) -> None:
        """`\\a'e`, an accent as LaTeX writes it within tabs."""
        if TABBED_ACCENT.match(self.source, self.at):
            self.source = f"{self.source[: self.at]}\\{self.source[self.at :]}"
        else:
            self.named("a")

    def macro_item(self) -> None:
        self.say(" • ")
        self.skip_space()

    def macro_url(self) -> None:
        braced = tokens.argument(self.source, self.at)
        if braced:
            self.at = braced[1]
            shown = braced[0].replace("\\", "").strip()
            self.frames.link(shown, shown)

    def macro_href(self) -> None:
        braced = tokens.argument(self.source, self.at)
        if braced:
            self.at = braced[1]
            url = braced[0].replace("\\", "").strip()
            self.styled(Frame(url=url if is_address(url) and not self.frames.inside_link else ""))

    def macro_foreignlanguage(self) -> None:
        """`\\foreignlanguage{german}{Öl}`: the text behind the language's name."""
        braced = tokens.argument(self.source, self.at)
        self.at = braced[1] if braced else self.at

    def macro_enquote(self) -> None:
        if quoted := tokens.argument(self.source, self.at):
            self.source = f"{self.source[: self.at]}“{{{quoted[0]}}}”{self.source[quoted[1] :]}"

    macro_mkbibquote = macro_enquote

    def macro_ifmmode(self) -> None:
        """`\\ifmmode \\check{Z}\\else \\v{Z}\\fi{}`, as physicists' databases write: what holds outside of formulas."""
        if found := CHOICE_OF_MODE.match(self.source, self.at):
            self.source = f"{self.source[: self.at]}{found[2]}{self.source[found.end() :]}"

    def macro_texorpdfstring(self) -> None:
        """The first of its two arguments is the one to be typeset."""
        typeset = tokens.argument(self.source, self.at)
        bookmark = tokens.argument(self.source, typeset[1]) if typeset else None
        if typeset and bookmark:
            self.source = f"{self.source[: self.at]}{{{typeset[0]}}}{self.source[bookmark[1] :]}"
