"""BibTeX's grammar: the blocks of a file, with their fields and lines.

It is our own because an entry that cannot be read must cost that entry alone, and a slip within one only its field:
no library goes on behind either, and tells where it was. What can only mean one thing is read without a word: no key,
no comma between two fields, braces and quotes behind a backslash that BibTeX would count.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

BLOCK = re.compile(r"@[ \t]*([A-Za-z][\w-]*)\s*([{(])")
AT_LINE = re.compile(r"(?m)^[ \t]*@[ \t]*[A-Za-z][\w-]*\s*[{(]\s*+(?:[^\s,={}()\"]*+\s*+,|[A-Za-z][\w-]*+\s*+=)")
"""Where an entry must have ended: at a line that begins another one."""

COMMENTED_LINES = re.compile(r"(?:[ \t]*+%[^\n]*+(?:\n|\Z))++")
COMMENTED_ENTRY = re.compile(r"(?m)^[ \t]*%[^@\n]*@[ \t]*[A-Za-z][\w-]*\s*[{(]")
PERCENT = re.compile(r"(?m)^[ \t]*%+")
BETWEEN = re.compile(r"(?:[\s,]++|%[^\n]*+)*+")
WORDS = r"[^\s,={}\"]*+(?:[^\S\n]++[^\s,={}\"]++)*+"
KEY = re.compile(rf"\s*+({WORDS})(?:\s*+(?:,|(?=[)}}]))|\s*?(?=\n[ \t]*+[A-Za-z][\w-]*+[ \t]*+=))")
KEY_AND_FIELD = re.compile(r"\s*([^\s,={}\"]+)\s+(?=[A-Za-z][\w-]*\s*=)")
FIELD = re.compile(r"([A-Za-z][\w:.+/-]*)\s*=\s*")
SPACED_FIELD = re.compile(
    r"([A-Za-z][\w-]*(?: [\w-]+){0,3} (?!(?i:author|doi|journal|title|url|year)\b)[\w-]+)\s*=\s*(?=[{\"])"
)
"""A name of words, which Scopus and Web of Science write: `Early Access Date = {{MAY 2020}}`; none that ends in the
name of another field, behind what belongs to the one above."""

FIELD_AT_LINE = re.compile(r"(?m)^[ \t,]*(?=[A-Za-z][\w-]*[ \t]*=[ \t]*[{\"\w])")
BRACES = re.compile(r"\\.|[{}]", re.S)
QUOTES = re.compile(r"\\.|[{}\"]", re.S)
PLAIN_BRACES = re.compile(r"[{}]")
PLAIN_QUOTES = re.compile(r"[{}\"]")
WORD = re.compile(r"[^\s\"#{},=()]+(?:[^\s\"#{},=]*[^\s\"#{},=)])?")
CONCATENATION = re.compile(r"\s*#\s*")

MOST_PIECES = 20_000
"""How many fields an entry, and pieces a value, may have."""

MOST_UNENDED = 10
"""How many values of an entry, and comments of a file, are read to the end of the text in search of theirs."""

MOST_BEFORE = 200
"""How much may stand before an entry on a line behind a `%`."""

Value = tuple[tuple[bool, str], ...]
"""The pieces of a value; of each, whether it is the name of a string."""


@dataclass(slots=True)
class Block:
    """An entry or a string: its type in lower case, and its fields in order as they are written.

    `wrong` says why it could not be read, or not all of it, `wrong_at` where.
    """

    type: str
    start: int
    end: int = 0
    key: str = ""
    fields: list[tuple[str, Value]] = field(default_factory=list)
    wrong: str = ""
    wrong_at: int = 0
    complete: bool = True


def blocks(text: str) -> Iterator[Block]:
    """All entries and strings of a file, broken ones too; comments and preambles are passed over."""
    borders = [found.start() for found in AT_LINE.finditer(text)]
    at = unended = 0
    while found := BLOCK.search(text, at):
        nth = bisect_right(borders, found.start())
        limit = borders[nth] if nth < len(borders) else len(text)
        type = found[1].lower()
        if type in ("comment", "preamble"):
            end = _closing(text, found.end() - 1, len(text), escapes=True) if unended < MOST_UNENDED else None
            unended += end is None
            at = end + 1 if end is not None and (end < limit or type == "comment") else found.end()
            continue
        block = _commented(text, found) or _block(text, found, limit)
        at = block.end
        yield block


def _commented(text: str, opening: re.Match[str]) -> Block | None:
    """The block, if it stands on lines that all begin with `%`; None if it does not, or not all of it."""
    start = text.rfind("\n", 0, opening.start()) + 1
    if opening.start() - start > MOST_BEFORE or not PERCENT.match(text, start):
        return None
    following = COMMENTED_ENTRY.search(text, opening.end())
    lines = COMMENTED_LINES.match(text, start, following.start() if following else len(text))
    if lines is None:
        return None
    bare = PERCENT.sub(lambda found: " " * len(found[0]), lines[0])
    found = BLOCK.search(bare, opening.start() - start)
    if found is None:
        return None
    block = _block(bare, found, len(bare))
    block.start, block.end = opening.start(), block.end + start
    return block if block.complete else None


def _block(text: str, opening: re.Match[str], limit: int) -> Block:
    """The block that opens here and ends before `limit`: braces behind a backslash are none; where it has no end then,
    every brace counts, as for BibTeX."""
    block = _read(text, opening, limit, escapes=True)
    if block.complete or "\\" not in text[opening.start() : limit]:
        return block
    counted = _read(text, opening, limit, escapes=False)
    return counted if counted.complete else block


def _read(text: str, opening: re.Match[str], limit: int, *, escapes: bool) -> Block:
    """The block with its key and its fields."""
    block = Block(opening[1].lower(), opening.start())
    closing = "}" if opening[2] == "{" else ")"
    at, unended = opening.end() if block.type == "string" else _read_key(block, text, opening.end(), limit), 0
    while True:
        between = BETWEEN.match(text, at, limit)
        at = between.end() if between else at
        if at >= limit:
            _break(
                block, at, "the file ends before it does" if at >= len(text) else "another one begins before it ends"
            )
            block.complete, block.end = False, limit
            return block
        if text[at] == closing:
            block.end = at + 1
            return block
        name = FIELD.match(text, at, limit) or _spaced(text, at, limit)
        value = _value(text, name.end(), limit, escapes) if name else None
        if name and value and len(block.fields) < MOST_PIECES:
            block.fields.append((name[1].lower().replace(" ", "-"), value[0]))
            at = value[1]
            continue
        if name and value:
            _break(block, at, f"it has more than {MOST_PIECES:,} fields")
            block.complete, block.end = False, limit
            return block
        if name:
            _break(block, at, f"the value of `{name[1]}` does not end")
        else:
            _break(block, at, "expected a field with `=`")
        unended += name is not None
        following = FIELD_AT_LINE.search(text, name.end() if name else at, limit)
        if following is None or unended > MOST_UNENDED:
            block.complete, block.end = False, limit
            return block
        at = following.end()


def _spaced(text: str, at: int, limit: int) -> re.Match[str] | None:
    """A field whose name is of several words, at the beginning of a line."""
    is_begun = not text[text.rfind("\n", 0, at) + 1 : at].strip(" \t,") if at else True
    return SPACED_FIELD.match(text, at, limit) if is_begun else None


def _break(block: Block, at: int, wrong: str) -> None:
    if not block.wrong:
        block.wrong, block.wrong_at = wrong, at


def _read_key(block: Block, text: str, at: int, limit: int) -> int:
    """Read the key, if there is one; where the fields begin."""
    start = BETWEEN.match(text, at, limit)
    if start and "," not in start[0] and FIELD.match(text, start.end(), limit):
        return at  # no key
    found = KEY_AND_FIELD.match(text, at, limit) or KEY.match(text, at, limit)
    if found is None:
        return at
    block.key = found[1]
    return found.end()


def _value(text: str, at: int, limit: int, escapes: bool) -> tuple[Value, int] | None:
    """The pieces of the value that begins here, and where it ends; None if it does not."""
    pieces: list[tuple[bool, str]] = []
    while True:
        if text[at : at + 1] in ("{", '"'):
            end = _closing(text, at, limit, escapes)
            if end is None:
                return None
            pieces.append((False, text[at + 1 : end]))
            at = end + 1
        elif word := WORD.match(text, at, limit):
            pieces.append((not word[0].isdigit(), word[0]))
            at = word.end()
        elif not pieces:
            return ((False, ""),), at
        joined = CONCATENATION.match(text, at, limit) if len(pieces) < MOST_PIECES else None
        if joined is None:
            return tuple(pieces), at
        at = joined.end()


def _closing(text: str, start: int, limit: int, escapes: bool) -> int | None:
    """Where the group or the quotation that opens at `start` ends. `escapes`: what stands behind a backslash is no
    brace."""
    end = '"' if text[start] == '"' else "}"
    pattern = (QUOTES if escapes else PLAIN_QUOTES) if end == '"' else (BRACES if escapes else PLAIN_BRACES)
    depth = 0
    for found in pattern.finditer(text, start + 1, limit):
        sign = found[0]
        if sign == "{":
            depth += 1
        elif depth == 0 and sign == end:
            return found.start()
        elif sign == "}":
            depth -= 1
    return None
