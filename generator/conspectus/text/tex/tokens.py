"""Taking TeX apart: what the pieces look like, and which dollars mean a formula."""

from __future__ import annotations

import re

LONGEST = 2000
"""How far, in characters, the end of a formula is looked for."""

LONGEST_ARGUMENT = 400

TOKEN = re.compile(
    r"""(?xs)
    (?P<url> https?://[^\s{}<>"\\|^`]+ )
  | (?P<environment> \\begin\s*\{(?P<name>equation|align|gather|multline|eqnarray|math|displaymath)\*?\} )
  | (?P<formula> \$\$ | \$ | \\\( | \\\[ )
  | (?P<letter_accent> \\[cvHukrdbt](?=\s*\{|\s*\\[ij](?![A-Za-z])|\s+[A-Za-z](?![A-Za-z]))
                     | (?<=[a-z])\\[cvHukr](?=\s+[a-z]) )
  | (?P<macro> \\[A-Za-z]+\*? )
  | (?P<accent> \\["'`^~=.](?=[A-Za-z{]|\\[ij](?![A-Za-z])|\\["'`^~=.]\{?[A-Za-z]|\\[uvHckbdr][\{\s])
      | (?<=\{)\\["'`^~=.](?=\ [A-Za-z]\}) )
  | (?P<escaped> \\. )
  | (?P<open> \{ )
  | (?P<close> \} )
  | (?P<script> [_^](?=\{) | (?<=[A-Za-z0-9)\]])\^(?=[0-9]) )
  | (?P<quote> ```+ | `` | '' | `[^`'\s][^`']{0,80}'(?![A-Za-z]) )
  | (?P<dashes> -{2,} )
  | (?P<tie> ~ )
  | (?P<chars> (?:(?!https?://)[^\\${}_^`'~-])+ | . )
    """
)
"""Any text is a sequence of these. URLs come first, for what looks like TeX in them is not."""

ENDS = {"$$": "$$", "$": "$", r"\(": r"\)", r"\[": r"\]"}

TEXISH = re.compile(r"[\\^_{}=<>|+*]")
AMOUNT = re.compile(r"\s*\d[\d.,]*")
ARGUMENTS = re.compile(
    r"\\(?:text|textbf|textit|textrm|mathrm|mathit|mbox|hbox|operatorname|mathbf|mathsf)\s*\{[^{}]*\}|\\[A-Za-z]+"
)
PROSE = re.compile(r"[A-Za-z]{2,}[,;]?\s+[a-z]{2,}")
WORD = re.compile(r"(?:^|\s)[a-z]{2,}(?:\s|$)")
SPECIAL = re.compile(r"[\\{}]")


def formula(source: str, opener: str, start: int) -> tuple[str, int] | None:
    """The formula that begins at `start`, behind its `opener`, and where the text continues; None if there is none.

    A dollar may be a dollar. What begins with an amount or reads like a sentence is no formula unless TeX shows in it.
    """
    end = ENDS[opener]
    at = start
    while True:
        at = source.find(end, at, start + LONGEST)
        if at < 0:
            return None
        if end.startswith("\\") or not _escaped(source, at):
            break
        at += 1
    body, after = source[start:at], at + len(end)
    if opener == "$" and not is_formula(body, source[after : after + 1]):
        return None
    if opener == "$$" and WORD.search(body) and not TEXISH.search(body):
        return None
    return (body.strip(), after) if body.strip() else None


def _escaped(source: str, at: int) -> bool:
    slashes = 0
    while at > slashes and source[at - slashes - 1] == "\\":
        slashes += 1
    return slashes % 2 == 1


def is_formula(body: str, following: str) -> bool:
    """Whether what stands between two single dollars is a formula, and not the text between two prices."""
    bare = ARGUMENTS.sub(" ", body)
    if not body.strip() or PROSE.search(bare):
        return False
    tight = not body[0].isspace() and not body[-1].isspace()
    if AMOUNT.match(body):
        return tight and not WORD.search(bare) and (bool(TEXISH.search(body)) or not following.isdigit())
    return bool(TEXISH.search(body)) or (tight and not following.isdigit())


def argument(source: str, at: int) -> tuple[str, int] | None:
    """A macro's argument in braces (white space may stand before it), as it is written, and where the text goes on."""
    while source[at : at + 1].isspace():
        at += 1
    if source[at : at + 1] != "{":
        return None
    depth, position = 0, at
    while True:
        found = SPECIAL.search(source, position, at + LONGEST_ARGUMENT)
        if found is None:
            return None
        position = found.end() + (found[0] == "\\")
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if depth == 0:
            return source[at + 1 : found.start()], position


def option(source: str, at: int) -> int:
    """Where the text goes on after a macro's optional argument in brackets, if it has one."""
    if source[at : at + 1] != "[":
        return at
    end = source.find("]", at, at + 200)
    return end + 1 if end > 0 else at
