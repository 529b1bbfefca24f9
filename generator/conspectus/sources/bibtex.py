"""BibTeX and biblatex files."""

from __future__ import annotations

import re

from conspectus.diagnostics import Mistake, Span
from conspectus.located import MAX_BYTES
from conspectus.model.paper import Authority, Dropped, Reading, Record, Source
from conspectus.sources.bibtex_text import decode

NAME = "BibTeX"

START = re.compile(r"(?m)^\s*@[A-Za-z]+\s*[{(]\s*[^\s{}()=,]*\s*[,=]")


def sniff(source: Source) -> bool:
    """By its name, or by an entry or a string near its beginning."""
    if source.path.lower().endswith((".bib", ".bibtex", ".biblatex")):
        return True
    return b"@" in source.data[:65536].replace(b"\0", b"") and bool(START.search(decode(source.data[:65536])[0]))


def parse(source: Source) -> Reading:
    """A record for each entry; a broken entry is a mistake at its line, and one behind a `%` is dropped."""
    # The library takes a while to load; a survey without BibTeX need not wait for it.
    from conspectus.sources import bibtex_entries, bibtex_parents, bibtex_works

    if len(source.data) > MAX_BYTES:
        limit = MAX_BYTES // 1024 // 1024
        said = Mistake("unreadable-file", f"the file is larger than {limit} MiB", Span(source.path), "split it")
        return Reading(source.path, NAME, mistakes=(said,))
    text, encoding = decode(source.data)
    found = bibtex_entries.read(text, source.path)
    records = tuple(
        Record(bibtex_works.work_of(entry.type, entry.fields), entry.span, Authority.EXPORT, entry.key or None)
        for entry in bibtex_parents.inherited(found.entries)
        if entry.type != "xdata"
    )
    dropped = tuple(
        Dropped(bibtex_works.plain(entry.fields.get("title", entry.key)), entry.span, "it is commented out with %")
        for entry in found.commented
    )
    remarks = tuple(found.remarks) if encoding == "utf-8" else (f"read as {encoding}", *found.remarks)
    return Reading(source.path, NAME, records, tuple(found.mistakes), dropped, remarks)
