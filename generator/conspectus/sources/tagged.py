"""Exports made of lines with a tag before each value: RIS, MEDLINE, Web of Science, EndNote's and RefWorks' tags.

The grammars are a line's pattern and what begins a record. They are our own because the libraries for them know no
lines, and drop records that lack a closing tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from conspectus.diagnostics import Span
from conspectus.sources import limits

LONGEST_EXCERPT = 60
NUMBERING = re.compile(r"[\W\d_]*|(?:Provider|Database|Content): .*")
"""`1.` before a record, a line drawn between two, or where a file says whose it is."""


@dataclass(slots=True)
class Tagged:
    """One record: the values of each tag in order, each by the pieces that its lines have, and where it begins."""

    span: Span
    values: dict[str, list[list[str]]] = field(default_factory=dict)

    def all(self, *tags: str) -> list[str]:
        """All that stands under these tags and is not empty."""
        return [text for tag in tags for value in self.values.get(tag, ()) if (text := " ".join(value).strip())]

    def first(self, *tags: str) -> str:
        """What stands under the first of these tags that says something; empty if none does."""
        return next(iter(self.all(*tags)), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """How a format's lines are read. `line` has the groups `tag` and `value`.

    `first`: tags that begin a record, whatever stands before; `last`: tags that end one; `once`: tags that begin
    another record where the one above has them already. `by_blank_lines`: an empty line ends a record; `runs_on`: but
    text without a tag goes on behind it. `listing`: tags whose further lines are values of their own. `behind`: tags
    whose value belongs to the last one of another tag, and is put behind it.
    """

    line: re.Pattern[str]
    first: frozenset[str]
    last: frozenset[str] = frozenset()
    by_blank_lines: bool = False
    runs_on: bool = False
    once: frozenset[str] = frozenset()
    listing: frozenset[str] = frozenset()
    behind: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class TaggedFile:
    """The records of a file, the lines that belong to none, and whether all records have an end but for the last."""

    records: list[Tagged] = field(default_factory=list)
    outside: list[tuple[int, str]] = field(default_factory=list)
    is_cut: bool = False

    def add(self, record: Tagged) -> None:
        """Add a record. TooManyRecordsError where it is too many."""
        self.records.append(record)
        limits.check(len(self.records))

    def remarks(self) -> Iterator[str]:
        """What stands outside of all records, and where; and whether the last one may be cut off."""
        if self.is_cut:
            yield f"line {self.records[-1].span.line}: this record does not end as the others do; is the file cut off?"
        for line, text in self.outside:
            if NUMBERING.fullmatch(text):
                continue
            yield f"line {line}: `{text}` belongs to no record and is not read"


def read(text: str, path: str, grammar: Grammar) -> TaggedFile:
    """The records in the text of a file."""
    found = TaggedFile()
    record: Tagged | None = None
    ended: Tagged | None = None
    tag, closed = "", 0
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            ended = record or ended
            record = None if grammar.by_blank_lines else record
            continue
        match = grammar.line.match(line)
        if match is None:
            record = record or (ended if grammar.runs_on else None)
            if record is not None and tag:
                _continue(record, tag, line.strip(), grammar)
            else:
                found.outside.append((number, line.strip()[:LONGEST_EXCERPT]))
            continue
        tag, value = match["tag"].strip(), (match["value"] or "").strip()
        if tag in grammar.last and not (value and record):
            closed += record is not None
            record = None
        elif record is None or tag in grammar.first or (tag in grammar.once and tag in record.values):
            record = Tagged(Span(path, number, 1, len(line.rstrip())), {tag: [[value]]})
            found.add(record)
        elif (other := record.values.get(grammar.behind.get(tag, ""))) is not None:
            other[-1].append(value)
        else:
            record.values.setdefault(tag, []).append([value])
    found.is_cut = record is not None and closed > 0 and closed == len(found.records) - 1
    return found


def with_strays(records: list[Tagged], needed: frozenset[str]) -> list[Tagged]:
    """The records; one that has none of the needed tags goes on with the record above it."""
    found: list[Tagged] = []
    for record in records:
        if found and needed.isdisjoint(record.values):
            for tag, values in record.values.items():
                found[-1].values.setdefault(tag, []).extend(values)
        else:
            found.append(record)
    return found


def _continue(record: Tagged, tag: str, text: str, grammar: Grammar) -> None:
    """A line without a tag goes on with the value above it."""
    values = record.values.setdefault(tag, [[]])
    if tag in grammar.listing:
        values.append([text])
    else:
        values[-1].append(text)
