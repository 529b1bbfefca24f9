"""The curator's own records: a YAML list, one mapping a paper."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import accumulate

from conspectus import located
from conspectus.diagnostics import Mistake
from conspectus.located import Node
from conspectus.model.paper import Authority, Reading, Record, Source
from conspectus.sources.records import read_record

NAME = "records in YAML"

UNUSUAL = ("\n%", "\n---", "\n...", "\n-\n", "\n-\t", "\n-\r", "\x85", "\u2028", "\u2029", "\ufeff")
"""What a list of records need not have, and what would make finding its items harder: marks of documents, items that
begin on a line of their own, and the line ends that only YAML knows."""

HEAD = re.compile("(?:[ \t]*(?:#[^\n]*)?\r?\n)*- ")
"""What stands before the first record: nothing but comments."""

ITEM = "\n- "
"""Where the next item begins: a line without indentation can be nothing else, unless a quote or a bracket is open."""


def sniff(source: Source) -> bool:
    """By its name: too much other text can be read as YAML."""
    return source.path.lower().endswith((".yaml", ".yml"))


def parse(source: Source) -> Reading:
    """All records of the file; a file that is no YAML, or no list, has none and a mistake at its place."""
    found = _Found(source.path)
    found.take(*located.read(source.data, source.path))
    return found.reading()


Known = Mapping[str, tuple[Record, int]]
"""The records of a file by the text of their items, each with the number of lines before it."""


def parse_again(source: Source, known: Known) -> tuple[Reading, Known]:
    """As `parse`, by way of what the file had to say before: only items that are new are read as YAML. Returns what is
    known of it now too.

    The first that is no YAML by itself is read together with all that follows, for its quote or bracket may end there.
    """
    items = _items(source)
    if not items or not known or any(_is_unusual(item) for item in items if item not in known):
        reading = parse(source)
        return reading, known_of(source, reading)
    found = _Found(source.path)
    now: dict[str, tuple[Record, int]] = {}
    line = 0
    for number, item in enumerate(items):
        if item in known:
            record, old = known[item]
            record = record.moved(line - old) if line != old else record
            found.records.append(record)
            now[item] = (record, line)
        else:
            before = len(found.records)
            root, mistakes = located.read_text(f"{item}\n", source.path, line)
            if root is None:
                rest = "\n".join(items[number:]) + "\n"
                found.take(*located.read_text(rest, source.path, line))
                break
            if found.take(root, mistakes) and len(found.records) == before + 1:
                now[item] = (found.records[-1], line)
        line += item.count("\n") + 1
    return found.reading(), now


class _Found:
    """What has been read of a file so far; mistakes in its YAML come before those in its records."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.records: list[Record] = []
        self.broken = False
        self.in_yaml: list[Mistake] = []
        self.in_records: list[Mistake] = []

    def take(self, root: Node | None, mistakes: tuple[Mistake, ...]) -> bool:
        """The root of a document, or of a part of one that is a list too; whether nothing is wrong with it."""
        before = len(self.in_records)
        self.in_yaml += mistakes
        self.broken = root is None
        if root is None or (isinstance(root, located.Scalar) and root.value is None):
            return False
        if not isinstance(root, located.Sequence):
            help = "begin each record with a hyphen: `- title: …`"
            self.in_records.append(Mistake("bad-value", "a file of papers is a list of records", root.span, help))
            return False
        with located.collector_off():
            found = (read_record(item, Authority.CURATOR, self.in_records) for item in root.items)
            self.records += filter(None, found)
        return not mistakes and len(self.in_records) == before

    def reading(self) -> Reading:
        if self.broken:
            return Reading(self.path, NAME, mistakes=tuple(self.in_yaml))
        return Reading(self.path, NAME, tuple(self.records), (*self.in_yaml, *self.in_records))


def _items(source: Source) -> list[str]:
    """The text of a list cut into its items, whole lines each and without the last line's end; none if that is not
    easily done."""
    if len(source.data) > located.MAX_BYTES:
        return []
    try:
        text = source.data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return []
    head = HEAD.match(text)
    if not head or not text.endswith("\n"):
        return []
    first, *others = text[head.end() : -1].split(ITEM)
    return [f"{head[0]}{first}", *(f"- {item}" for item in others)]


def _is_unusual(item: str) -> bool:
    lines = f"\n{item}\n"
    lone = "\r" in item and lines.count("\r") != lines.count("\r\n")
    # A file with a control character is refused whole, whatever else is wrong with it.
    return lone or any(mark in lines for mark in UNUSUAL) or bool(located.CONTROL.search(item))


def known_of(source: Source, reading: Reading) -> Known:
    """What a file says by the text of its items; nothing if it is not easily cut into them.

    An item with a mistake is left out, for what is said of it may name its line. So are the neighbours of one that has
    no record: it may be a piece of theirs, within quotes or brackets.
    """
    items = _items(source)
    if any(map(_is_unusual, items)):
        return {}
    begins = list(accumulate((item.count("\n") + 1 for item in items), initial=0))
    wrong = {mistake.span.line for mistake in reading.mistakes}
    own: list[list[Record]] = []
    at = 0
    for end in begins[1:]:
        first = at
        while at < len(reading.records) and reading.records[at].span.line <= end:
            at += 1
        own.append(list(reading.records[first:at]))
    found = {}
    for number, (item, begin, end) in enumerate(zip(items, begins, begins[1:], strict=False)):
        around = own[max(0, number - 1) : number + 2]
        if all(len(some) == 1 for some in around) and not (wrong and wrong.intersection(range(begin + 1, end + 1))):
            found[item] = (own[number][0], begin)
    return found
