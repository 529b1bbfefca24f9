"""What a format has to say of itself, so that Python, templates and browsers know it from one place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol

from conspectus.exports.entry import Entry


class Use(Enum):
    """What a format is good for beside lists of papers; one that has any use has a file for each paper too."""

    CITE = "reference managers read it, so it is offered for papers that a reader has chosen"
    READ = "people read it, so a paper's page shows it"


@dataclass(frozen=True, slots=True)
class Note:
    """Where a file says how its papers were found: texts in which `{note}` stands for one line of plain text.

    `head` stands in place of the layout's; `entry` goes into each entry, before the last `before` in it or at its end;
    `tail` follows the file. `escapes`: characters that the format takes for its own, and what is written for them.
    """

    head: str | None = None
    entry: str = ""
    before: str = ""
    tail: str = ""
    escapes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Layout:
    """How entries make a file, so that a browser can pick some of them out of it.

    A file is `head`, the entries, each with `end` behind it and `between` two of them, and `tail`; no entry contains
    `end` + `between`. `bullet` stands before each entry unless it is alone. `key`: what stands before and behind an
    entry's citation key where that is first in the entry; None if it is not in it, then entries are picked from the
    papers' own files.
    """

    head: str = ""
    end: str = "\n"
    between: str = ""
    tail: str = ""
    bullet: str = ""
    key: tuple[str, str] | None = None
    note: Note = Note()

    def file(self, entries: Iterable[str]) -> str:
        """A file of these entries, in their order."""
        entries = tuple(entries)
        bullet = self.bullet if len(entries) > 1 else ""
        return self.head + self.between.join(f"{bullet}{entry}{self.end}" for entry in entries) + self.tail


class Format(Protocol):
    """What a module that writes papers has. The same entries give the same text, wherever and whenever."""

    NAME: str
    SUFFIX: str
    MEDIA_TYPE: str
    USES: frozenset[Use]
    LAYOUT: Layout

    def written(self, entry: Entry, /) -> str:
        """One paper. Kept by each format, because a paper stands in its own file and in those of all its categories."""


def write(format: Format, entries: Iterable[Entry]) -> str:
    """A file of a format with these papers, in their order."""
    return format.LAYOUT.file(map(format.written, entries))
