"""Reading files of papers: each format is one module with `sniff` and `parse`, and one line in FORMATS."""

from __future__ import annotations

import hashlib
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


FORMATS: tuple[Format, ...] = (listing_ranked, listing_search, listing_daily, bibtex, records_yaml, records_jsonl)


def parse(source: Source, cache: Cache) -> Reading:
    """Read a source in the first format that knows it; one that none knows has a mistake and no records."""
    digest = hashlib.sha256(f"{source.path}\0{source.digest}".encode()).hexdigest()
    return cache.get("reading", digest, lambda: _parse(source))


def _parse(source: Source) -> Reading:
    found = next((format for format in FORMATS if format.sniff(source)), None)
    if found:
        return dated(found.parse(source))
    known = ", ".join(format.NAME for format in FORMATS)
    said = "this is none of the formats that can be read"
    help = f"known are: {known}; move other files out of content/papers"
    return Reading(source.path, "unknown format", mistakes=(Mistake("unknown-format", said, Span(source.path), help),))
