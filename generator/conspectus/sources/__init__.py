"""Reading files of papers: each format is one module with `sniff` and `parse`, and one line in FORMATS."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Protocol

from conspectus.cache import Cache
from conspectus.diagnostics import Mistake, Span
from conspectus.model.paper import Reading, Source
from conspectus.sources import bibtex, listing_daily, listing_ranked, listing_search, records_jsonl, records_yaml
from conspectus.sources.added import dated


class Format(Protocol):
    """What a module that reads a format has. `sniff` looks at a file quickly and reads nothing; `parse` never raises
    for what is in it."""

    NAME: str

    def sniff(self, source: Source) -> bool: ...

    def parse(self, source: Source) -> Reading: ...


FORMATS: tuple[Format, ...] = (records_yaml, listing_ranked, listing_search, listing_daily, bibtex, records_jsonl)


class Reader:
    """Reads files of papers one time after another: what is the same is not parsed again."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._read: dict[str, tuple[Source, Reading]] = {}
        self._known: dict[str, records_yaml.Known] = {}  # of files of records that were edited

    def all(self, sources: Iterable[Source]) -> tuple[Reading, ...]:
        """What these files say; what others said is forgotten."""
        self._read = {source.path: (source, self._reading(source)) for source in sources}
        self._known = {path: known for path, known in self._known.items() if path in self._read}
        return tuple(reading for _, reading in self._read.values())

    def _reading(self, source: Source) -> Reading:
        if source.path not in self._read:
            return parse(source, self._cache)
        before, reading = self._read[source.path]
        if before.digest == source.digest:
            return reading
        if _format(source) is not records_yaml:
            return parse(source, self._cache)
        known = self._known.get(source.path) or records_yaml.known_of(before, reading)
        reading, now = records_yaml.parse_again(source, known)
        # What is no YAML for the moment is known as it was. Nothing goes into the cache, for that takes long.
        self._known[source.path] = now if reading.records else known
        return dated(reading)


def parse(source: Source, cache: Cache) -> Reading:
    """Read a source in the first format that knows it; one that none knows has a mistake and no records."""
    digest = hashlib.sha256(f"{source.path}\0{source.digest}".encode()).hexdigest()
    return cache.get("reading", digest, lambda: _parse(source))


def _format(source: Source) -> Format | None:
    return next((format for format in FORMATS if format.sniff(source)), None)


def _parse(source: Source) -> Reading:
    found = _format(source)
    if found:
        return dated(found.parse(source))
    known = ", ".join(format.NAME for format in FORMATS)
    said = "this is none of the formats that can be read"
    help = f"known are: {known}; move other files out of content/papers"
    return Reading(source.path, "unknown format", mistakes=(Mistake("unknown-format", said, Span(source.path), help),))
