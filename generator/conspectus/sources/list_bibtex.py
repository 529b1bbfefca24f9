"""BibTeX in a list of papers: entries that are meant as papers, and those that ask to be cited."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from conspectus.diagnostics import Mistake, Span
from conspectus.model.paper import Dropped, Exclusion, Reading, Record, Source
from conspectus.sources import bibtex
from conspectus.sources.list_block import Block
from conspectus.text.counting import counted

CITE = re.compile(r"(?i)\b(?:cit(?:e|ing|ation)s?|bibtex|reference this|引用)\b|引用")
ENTRY = re.compile(r"(?m)^[ \t]*@[A-Za-z]+\s*[{(]")


@dataclass(frozen=True, slots=True)
class Cited:
    """What the blocks of BibTeX in a file come to."""

    records: tuple[Record, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    remarks: tuple[str, ...] = ()


def cited(source: Source, blocks: Iterable[Block]) -> Cited:
    """The entries of all blocks of BibTeX. Those in a block that asks to be cited are dropped, with what to do."""
    taken: list[Record] = []
    dropped: list[Dropped] = []
    mistakes: list[Mistake] = []
    asked = ""
    for block in blocks:
        if (block.kind == "code" and ENTRY.search(block.text)) or ENTRY.match(block.text):
            above = block.line if block.kind == "code" else block.line - 1  # code stands below its fence
            reading = _moved(bibtex.parse(Source(source.path, block.text.encode(), "")), above)
            if CITE.search(asked):
                dropped += [_asked(record) for record in reading.records]
            else:
                taken += reading.records
                mistakes += reading.mistakes
        elif block.kind != "code" and block.text.strip():
            asked = block.text
    if not taken and not dropped:
        return Cited()
    remark = f"the file also holds BibTeX: {counted(len(taken), 'record')} taken"
    if dropped:
        remark += f", {counted(len(dropped), 'record')} left out, by which the list asks to be cited"
    return Cited(tuple(taken), tuple(dropped), tuple(mistakes), (remark,))


def _moved(reading: Reading, line: int) -> Reading:
    """The reading of a block that has so many lines above it."""
    records = tuple(record.moved(line) for record in reading.records)
    mistakes = tuple(
        Mistake(m.check, m.message, Span(m.span.file, m.span.line + line, m.span.column, m.span.width), m.help)
        for m in reading.mistakes
    )
    return Reading(reading.path, reading.format, records, mistakes)


def _asked(record: Record) -> Dropped:
    title = record.work.title.as_text() if record.work.title else record.id or ""
    return Dropped(
        title,
        record.span,
        "the list asks to be cited by it; to have it, save the BibTeX as a file and import that",
        Exclusion.ABOUT_THE_LIST,
    )
