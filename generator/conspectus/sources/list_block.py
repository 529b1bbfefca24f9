"""A block of a Markdown file, and what it says as an entry of a list, which is read once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from conspectus.sources.list_found import Found
from conspectus.sources.list_text import Entry, Run, entry
from conspectus.sources.list_title import find


@dataclass
class Block:
    """`kind`: `heading`, `summary` (the head of what folds), `fold` (its end), `paragraph`, `code`, `item` or `row`.

    `level` is a heading's; `cells` a row's, and of all others the first is their text; `header` the names of a row's
    columns, or the language of code; `items` those within an item; `title` that of an item that is spread over several
    blocks, which is the first one's.
    """

    kind: str
    line: int
    level: int = 0
    cells: list[list[Run]] = field(default_factory=lambda: [[]])
    header: tuple[str, ...] = ()
    items: list[Block] = field(default_factory=list)
    title: Found | None = None

    @cached_property
    def entry(self) -> Entry:
        """Its text with marks; an item's without what lies in it."""
        return entry(self.runs)

    @cached_property
    def found(self) -> Found | None:
        """Its title, if it is an entry of a list."""
        return self.title or find(self.entry)

    @property
    def runs(self) -> list[Run]:
        return self.cells[0]

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs if not run.image)
