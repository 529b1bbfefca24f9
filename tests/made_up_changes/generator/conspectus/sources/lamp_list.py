"""A made-up format of papers: `# lamps`, then a line for each, its title and its license divided by a bar."""

from __future__ import annotations

from conspectus.diagnostics import Span
from conspectus.model.paper import Authority, Reading, Record, Source
from conspectus.model.work import Work
from conspectus.text import Text

NAME = "lamp list"


def sniff(source: Source) -> bool:
    """By its first line."""
    return source.data.startswith(b"# lamps\n")


def parse(source: Source) -> Reading:
    """A record for each line."""
    lines = enumerate(source.data.decode().splitlines()[1:], 2)
    return Reading(source.path, NAME, tuple(_record(line, Span(source.path, number)) for number, line in lines))


def _record(line: str, span: Span) -> Record:
    title, _, license = line.partition(" | ")
    return Record(Work(title=Text(title), license=license or None), span, Authority.EXPORT)  # type: ignore[call-arg]
