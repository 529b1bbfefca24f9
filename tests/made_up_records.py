"""Records and readings that tests make up, each in one line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from conspectus.diagnostics import Span
from conspectus.library import merge
from conspectus.model.paper import Authority, Library, Reading, Record
from conspectus.model.people import Authors, Person
from conspectus.model.work import Work
from conspectus.text import Text

CURATOR, EXPORT, LISTING, _ = Authority


def work(title: str | None = None, **fields: Any) -> Work:
    return Work(title=Text(title) if title else None, **fields)


def reading(path: str, authority: Authority, *works: Work | tuple[str | None, Work]) -> Reading:
    """A file with these works, one a line; with an id where one is given."""
    said = [work if isinstance(work, tuple) else (None, work) for work in works]
    records = tuple(Record(what, Span(path, line), authority, id) for line, (id, what) in enumerate(said, 1))
    return Reading(path, "made up", records)


def people(*names: str) -> Authors:
    return Authors(tuple(Person.parse(name) for name in names))


def library_of(readings: Iterable[Reading]) -> Library:
    """The library merged from these readings, from scratch."""
    return merge(readings).library
