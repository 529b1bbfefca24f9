"""How long a value may be: what rules, search and pages make of it takes time and memory.

A longer one is a mistake where it is read, in every format, and never a text of which only the beginning counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from conspectus.diagnostics import Mistake
from conspectus.model.keys import Shape
from conspectus.model.paper import Reading, Record
from conspectus.model.people import Authors, Person
from conspectus.model.work import FIELDS
from conspectus.text import Text
from conspectus.text.folding import LONGEST

MOST_CHARACTERS: Mapping[Shape, int] = {
    Shape.TITLE: 10_000,
    Shape.LINE: 10_000,
    Shape.DOI: 1000,
    Shape.ABSTRACT: LONGEST,
    Shape.PROSE: LONGEST,
    Shape.AUTHORS: 1000,
    Shape.KEYWORDS: 1000,
    Shape.LINES: 1000,
    Shape.LINKS: 10_000,
    Shape.FACTS: 10_000,
}
"""Of a text, or of each in a list. Among 5,500 records in use, a title has 175 characters at most, a name 121, a
keyword 213, an address 755 and an abstract 2,411."""

MOST_VALUES, MOST_AUTHORS = 1000, 20_000
"""How many a list may have. The longest byline that we know has 15,025 names."""

BOUNDED = tuple((field.name, MOST_CHARACTERS[field.shape]) for field in FIELDS if field.shape in MOST_CHARACTERS)


NOTHING = Reading("", "")


def without(reading: Reading, before: Reading = NOTHING) -> Reading:
    """The reading without the values that are too long, each of which is a mistake in the place of its record. Records
    that were taken over from the file `before` its edit are not measured again."""
    known = {id(record.work.title) for record in before.records} - {id(None)}
    mistakes: list[Mistake] = []
    records = tuple(
        record if id(record.work.title) in known else _within(record, mistakes) for record in reading.records
    )
    return replace(reading, records=records, mistakes=(*reading.mistakes, *mistakes)) if mistakes else reading


def _within(record: Record, mistakes: list[Mistake]) -> Record:
    work, empty = record.work, dict[str, Any]()
    for name, most in BOUNDED:
        if (value := getattr(work, name)) and (much := _excess(value, most)):
            empty[name] = None if isinstance(value, Text | str | Authors) else ()
            help = "shorten it in the file; it is left out until then"
            mistakes.append(Mistake("bad-value", f"`{name}` of this record has {much}", record.span, help))
    return replace(record, work=replace(work, **empty), left_out=tuple(empty)) if empty else record


def _excess(value: Any, most: int) -> str:
    """What a value has too much of; empty if it may be so long."""
    if isinstance(value, Text | str):
        characters = len(value if isinstance(value, str) else value.source)
        return f"{characters:,} characters; {most:,} are the most" if characters > most else ""
    several, many = (value.people, MOST_AUTHORS) if isinstance(value, Authors) else (value, MOST_VALUES)
    if len(several) > many:
        return f"{len(several):,} values; {many:,} are the most"
    longest = max(map(_length, several), default=0)
    return f"a value of {longest:,} characters; {most:,} are the most" if longest > most else ""


def _length(value: Person | tuple[str, object] | str) -> int:
    """How long one value in a list is: a name, a link or a fact, or a word."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, Person):
        return len(value.family) + len(value.given) + len(value.suffix)
    name, said = value
    return len(name) + len(str(said))
