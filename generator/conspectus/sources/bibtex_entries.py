"""The entries of a BibTeX file, with their strings filled in, and the reports by line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from conspectus.diagnostics import Mistake, Span
from conspectus.model.when import MONTHS
from conspectus.sources import bibtex_grammar
from conspectus.sources.bibtex_grammar import Block, Value
from conspectus.sources.journal_macros import JOURNALS
from conspectus.sources.limits import limited

STRINGS = {month[:3].lower(): month for month in MONTHS}
"""The strings every style defines."""

LONGEST_STRING = 100_000
"""How long what strings come to may be: each may be made of others, so that it doubles with every line."""

MOST_FILLED = 2_000_000
"""How many characters strings come to in all fields of a file, each of which may name the same long one."""

NAMELESS = frozenset(["timestamp", "owner", "file", "groups", "priority", "ranking"])
"""Fields that programs keep for themselves, often without braces."""

FIELD_LINE = re.compile(r"(?im)^[ \t,]*[a-z][\w-]*[ \t]*=[ \t]*[\"{\w]")
COMMENT_LINE = re.compile(r"(?im)^[ \t]*(?:%|#|@comment\b).*$")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: its type and field names in lower case, its values as TeX, and where it begins."""

    type: str
    key: str
    fields: dict[str, str]
    span: Span


@dataclass(slots=True)
class Entries:
    """All entries of a file in order, those commented out, what is wrong, what is odd, and which values are not read as
    they stand."""

    entries: list[Entry] = field(default_factory=list)
    commented: list[Entry] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


class _Lines:
    """The lines of a text, and where they begin."""

    def __init__(self, text: str, path: str) -> None:
        self.path = path
        self.texts = text.split("\n")
        self.starts = [0]
        for line in self.texts:
            self.starts.append(self.starts[-1] + len(line) + 1)

    def span(self, at: int) -> Span:
        """The line a place of the text is in, without what it is indented by."""
        number = bisect_right(self.starts, at)
        written = self.texts[min(number, len(self.texts)) - 1].rstrip()
        column = len(written) - len(written.lstrip()) + 1
        return Span(self.path, number, column, max(len(written) - column + 1, 1))

    def begins(self, at: int, sign: str) -> bool:
        """Whether the line of a place begins with a sign."""
        return self.texts[bisect_right(self.starts, at) - 1].lstrip().startswith(sign)


def read(text: str, path: str) -> Entries:
    """Read the text of a file; a broken entry is a mistake at the line where it begins, the others are read."""
    lines = _Lines(text, path)
    found = Entries()
    blocks = list(limited(bibtex_grammar.blocks(text)))
    strings = _strings(blocks, lines, found)
    behind, whole = 0, True
    for block in blocks:
        if whole:
            found.mistakes += _leftover(text[behind : block.start], behind, lines)
        behind, whole = block.end, block.complete
        if block.type != "string":
            _add(block, lines, strings, found)
    if whole:
        found.mistakes += _leftover(text[behind:], behind, lines)
    found.remarks += _repeated(found.entries)
    if strings.left < 0:
        message = f"the strings of this file come to more than {MOST_FILLED:,} characters; some are read as written"
        found.mistakes.append(Mistake("broken-entry", message, Span(path, 1), "make them shorter"))
    return found


@dataclass(slots=True)
class _Strings:
    """What each `@string` stands for, and how many characters of them may still be filled in."""

    texts: dict[str, str]
    left: int = MOST_FILLED

    def filled_in(self, name: str, value: Value) -> str:
        """The text of a field's value. A name that no `@string` defines stands for itself, so that nothing is lost; so
        does any, once all of them have come to too much."""
        known = _defined(name, self.texts)
        self.left -= sum(len(known.get(text.lower(), "")) for is_name, text in value if is_name)
        if self.left < 0:
            known = {}
        return "".join(known.get(text.lower(), text) if is_name else text for is_name, text in value)


def _repeated(entries: Iterable[Entry]) -> Iterator[str]:
    """The keys that a later entry has too, which can be the citation key of one paper alone."""
    first: dict[str, int] = {}
    for entry in entries:
        if entry.key and first.setdefault(entry.key, entry.span.line) != entry.span.line:
            line = first[entry.key]
            again = f"line {entry.span.line}: the key `{entry.key[:60]}` stands at line {line} already"
            yield f"{again}; give this entry another"


def _strings(blocks: list[Block], lines: _Lines, found: Entries) -> _Strings:
    """What each `@string` stands for; one made of a string that is not defined above it is told of."""
    strings = _Strings(dict(STRINGS))
    for block in blocks:
        if block.type == "string":
            found.unread += _undefined(block, strings.texts, lines.span(block.start))
        for name, value in block.fields if block.type == "string" else ():
            text = strings.filled_in("", value)
            if len(text) > LONGEST_STRING:
                message = f"the string `{name[:60]}` comes to more than {LONGEST_STRING:,} characters"
                found.mistakes.append(Mistake("broken-entry", message, lines.span(block.start), "make it shorter"))
                text = ""
            strings.texts[name] = text
    return strings


def _defined(field_name: str, strings: dict[str, str]) -> Mapping[str, str]:
    """The strings that a field knows: a journal also those of the styles."""
    return ChainMap(strings, JOURNALS) if field_name in ("journal", "journaltitle") else strings


def _add(block: Block, lines: _Lines, strings: _Strings, found: Entries) -> None:
    """Add a block to the entries, or to the mistakes, or to both where a part of it is lost."""
    span = lines.span(block.start)
    commented = lines.begins(block.start, "%")
    odd: list[str] = []
    entry = Entry(block.type, block.key, _fields(block, strings, span, odd), span)
    if not commented:
        found.unread += [*odd, *_undefined(block, strings.texts, span)]
    readable = block.complete and (not block.wrong or "title" in entry.fields)
    if block.wrong and not commented:
        found.mistakes.append(_mistake(block, lines, readable))
    if readable:
        (found.commented if commented else found.entries).append(entry)


def _fields(block: Block, strings: _Strings, span: Span, remarks: list[str]) -> dict[str, str]:
    """Of a field given twice the first stands, as in BibTeX, and a remark says so; keywords are put together."""
    fields: dict[str, str] = {}
    keywords: list[str] = []
    for name, value in block.fields:
        text = strings.filled_in(name, value)
        if name == "keywords":
            keywords.append(text)
        elif fields.setdefault(name, text) != text:
            key, twice = block.key[:60], name[:60]
            remarks.append(
                f"line {span.line}: `{key}` has two fields `{twice}`, and the first is taken; delete one of them"
            )
    return fields | {"keywords": ", ".join(keywords)} if keywords else fields


def _undefined(block: Block, strings: dict[str, str], span: Span) -> Iterator[str]:
    """The names that no `@string` defines."""
    for field_name, value in block.fields:
        for is_name, text in value:
            if (
                is_name
                and text[0].isalpha()
                and text.lower() not in _defined(field_name, strings)
                and field_name not in NAMELESS
            ):
                in_field = field_name[:60]
                help = f"define it with @string{{{text[:60]} = {{…}}}}, or put the value in braces"
                yield f"line {span.line}: no @string defines `{text[:60]}`, so {in_field} is read as written; {help}"


def _mistake(block: Block, lines: _Lines, readable: bool) -> Mistake:
    entry = f"the entry `{block.key[:60]}`" if block.key else "this entry"
    place = lines.span(block.wrong_at)
    if readable:
        message = f"a part of {entry} cannot be read: {block.wrong}"
        return Mistake("broken-entry", message, place, "check the braces and quotes of the field before it")
    span = lines.span(block.start)
    help = f"check for an unbalanced brace or quote or a missing comma, here to line {max(place.line, span.line)}"
    return Mistake("broken-entry", f"{entry} cannot be read: {block.wrong}", span, help)


def _leftover(text: str, at: int, lines: _Lines) -> Iterator[Mistake]:
    """Text between entries is a comment, unless it looks like the fields of an entry that was closed too early."""
    if "=" in text and (found := FIELD_LINE.search(COMMENT_LINE.sub(_blank, text))):
        place = lines.span(at + found.end() - 1)
        message = "these fields are outside of any entry and were ignored"
        yield Mistake("broken-entry", message, place, "check the entry above for an extra closing brace")


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
