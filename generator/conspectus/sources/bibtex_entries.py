"""The entries of a BibTeX file, with their strings filled in.

The blocks are found by bibtexparser. Around it stand the things it leaves to others: values put together with `#`, the
two slips that can only mean one thing (no key, no comma between two fields), and the reports by line.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bibtexparser import model
from bibtexparser.splitter import Splitter

from conspectus.diagnostics import Mistake, Span
from conspectus.sources.bibtex_values import values

logging.getLogger("bibtexparser").setLevel(logging.CRITICAL + 1)  # it tells the terminal what we report ourselves

MISSING_KEY = re.compile(r"(?mi)^([ \t]*@(?!string\b)\w+\s*[{(])(?=\s*[a-z]+\s*=\s*[\"{])")
COMMENT_LINE = re.compile(r"(?im)^\s*(?:%|#|@comment\b).*$")
FIELD_LINE = re.compile(r"(?im)^[\s,]*[a-z][\w-]*\s*=\s*[\"{\w]")
FIELD_NAME = re.compile(r"[^\s%#]+\Z")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: its type and field names in lower case, its values as TeX, and where it begins."""

    type: str
    key: str
    fields: dict[str, str]
    span: Span


@dataclass(slots=True)
class Entries:
    """All entries of a file in order, those commented out, what is wrong and what is odd."""

    entries: list[Entry] = field(default_factory=list)
    commented: list[Entry] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def read(text: str, path: str) -> Entries:
    """Read the text of a file; a broken entry is a mistake at the line where it begins, the others are read."""
    lines = text.split("\n")
    found = Entries()
    strings: dict[str, str] = {}
    blocks = list(_blocks(text))
    for block in blocks:
        if isinstance(block, model.String):
            strings[block.key.lower()] = dict(values(block.key, block.value, strings))[block.key]
    before: model.Block | None = None
    for block in blocks:
        span = _span(path, lines, (block.start_line or 0) + 1)
        if isinstance(block, model.Entry):
            entry = Entry(block.entry_type.lower(), block.key, _fields(block, strings, span, found.remarks), span)
            (found.commented if lines[span.line - 1].lstrip().startswith("%") else found.entries).append(entry)
        elif isinstance(block, model.ParsingFailedBlock):
            found.mistakes.append(_broken(block, span))
        elif isinstance(block, model.ImplicitComment) and not isinstance(before, model.ParsingFailedBlock):
            found.mistakes += _leftover(block.comment, span)
        before = block
    return found


def _blocks(text: str) -> Iterator[model.Block]:
    """The file's blocks; what bibtexparser sets aside for a repeated key or field is an entry to us."""
    for block in Splitter(MISSING_KEY.sub(r"\1,", text)).split().blocks:
        yield getattr(block, "ignore_error_block", None) or block


def _span(path: str, lines: list[str], line: int) -> Span:
    written = lines[line - 1].rstrip() if line <= len(lines) else ""
    column = len(written) - len(written.lstrip()) + 1
    return Span(path, line, column, max(len(written) - column + 1, 1))


def _fields(block: model.Entry, strings: dict[str, str], span: Span, remarks: list[str]) -> dict[str, str]:
    """Of a field given twice the first stands, as in BibTeX, and a remark says so; keywords are put together."""
    found: dict[str, str] = {}
    for given in block.fields:
        name = FIELD_NAME.search(given.key.strip())
        if not name or COMMENT_LINE.match(given.key.rpartition("\n")[2]):
            continue
        for key, value in values(name[0].lower(), str(given.value), strings):
            if key == "keywords" and key in found:
                found[key] += f", {value}"
            elif found.setdefault(key, value) != value:
                remarks.append(f"line {span.line}: `{block.key}` has two fields `{key}`; the first is taken")
    return found


def _broken(block: model.ParsingFailedBlock, span: Span) -> Mistake:
    raw = block.raw or ""
    name = re.match(r"@\w+\s*[{(]\s*([^\s,={}\"]*)", raw)
    entry = f"the entry `{name[1]}`" if name and name[1] else "this entry"
    last = span.line + raw.rstrip().count("\n")
    help = f"look for an unbalanced brace or quote or a missing comma, here to line {last}"
    return Mistake("broken-entry", f"{entry} cannot be read: {_reason(block.error)}", span, help)


def _reason(error: Exception) -> str:
    """bibtexparser's reason as the rest of a sentence."""
    said = re.sub(r"\s+", " ", str(getattr(error, "abort_reason", error))).strip(" .")
    if "Unexpected block start" in said:
        return "another one begins before it ends"
    if "end of file" in said:
        return "the file ends before it does"
    return said[:1].lower() + said[1:]


def _leftover(comment: str, span: Span) -> Iterator[Mistake]:
    """Text between entries is a comment, unless it looks like the fields of an entry that was closed too early."""
    found = FIELD_LINE.search(COMMENT_LINE.sub("", comment))
    if found:
        said = "fields stand outside of any entry here and are not read"
        yield Mistake("broken-entry", said, span, "look for a brace too many in the entry above")
