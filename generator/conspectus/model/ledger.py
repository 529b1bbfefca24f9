"""What a survey writes down once, so that it never changes: citation keys, and the ids of imported entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count

from conspectus.diagnostics import Mistake
from conspectus.model.identifiers import normal_title
from conspectus.model.other_works import Marks
from conspectus.model.paper import Paper
from conspectus.model.people import Authors, Person
from conspectus.model.when import Date
from conspectus.model.work import Reference

SUFFIX = ".ids.yaml"
"""What the name of a file of ids ends in, behind that of the file of papers."""


def ids_path(papers: str) -> str:
    """Where ids are written down: for `content/papers/refs.bib`, in `content/imported/refs.bib.ids.yaml`."""
    return f"content/imported/{papers.removeprefix('content/papers/')}{SUFFIX}"


@dataclass(frozen=True)
class Ledger:
    """Keys by the ids of papers, each with the place of its line. `mistakes` are those found while reading.

    A paper that is gone keeps its line, so that nobody else gets its key.
    """

    keys: Mapping[str, Reference] = field(default_factory=dict, hash=False)
    mistakes: tuple[Mistake, ...] = ()

    def line(self, paper: Paper) -> Reference | None:
        """The line kept for a paper under its id or a former one; None if there is none."""
        return next((self.keys[id] for id in (paper.id, *paper.work.was) if id in self.keys), None)

    @cached_property
    def owners(self) -> Mapping[str, str]:
        """The id of the paper that each key, in lower case, is kept for."""
        return {key.id.lower(): id for id, key in self.keys.items()}

    @property
    def taken(self) -> frozenset[str]:
        """All keys that are somebody's, in lower case."""
        return frozenset(key.id.lower() for key in self.keys.values())


@dataclass(frozen=True, slots=True)
class Entry:
    """What an import wrote down of an entry: the id of its paper, the day it was added, and by what it is known if its
    key changes, or becomes that of another work; `author`: the first one, of an entry with a key only if its file
    is written in place. `date`: the work's, where only that tells it
    from others of its title. `id` is None where the entry has one."""

    id: str | None = None
    added: Date | None = None
    arxiv: str | None = None
    doi: str | None = None
    title: str | None = None
    author: str | None = None
    date: Date | None = None

    @property
    def marks(self) -> Marks:
        """By what its work is told from others."""
        authors = Authors((Person.parse(self.author),)) if self.author else None
        return Marks(normal_title(self.title or ""), self.arxiv, self.doi, authors)


@dataclass(frozen=True, slots=True)
class Entries:
    """What imports wrote down of the entries of a file, by their names (see `entry_ledger.names`)."""

    by_name: Mapping[str, Entry] = field(default_factory=dict, hash=False)
    mistakes: tuple[Mistake, ...] = ()


def numbered(name: str) -> Iterator[str]:
    """A name, then those of later works that it was given to: `wick`, `wick (2)`, …"""
    yield name
    yield from (f"{name} ({number})" for number in count(2))
