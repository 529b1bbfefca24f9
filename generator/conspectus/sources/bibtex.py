"""BibTeX and biblatex files, as reference managers and publishers export them."""

from __future__ import annotations

import re
from dataclasses import replace

from conspectus.model.paper import Dropped, Exclusion, Reading, Source
from conspectus.sources import jabref_groups
from conspectus.sources.decoding import decode, head
from conspectus.sources.exported import Exported, reading_of

NAME = "BibTeX"

START = re.compile(r"(?m)^[ \t]*@[A-Za-z]+\s*[{(]\s*+[^\s{}()=,]*+\s*+[,=]")

ANOTHER = re.compile(r"\s*(?:<|[\[{]\s*[\"{\]}]|TY  ?- ?[A-Z])")
"""How XML and web pages, JSON and RIS begin, which no name makes BibTeX."""


def sniff(source: Source) -> bool:
    """By an entry or a string near its beginning; or by its name, unless it begins like something else."""
    text = head(source)
    if source.path.lower().endswith((".bib", ".bibtex", ".biblatex")) and not ANOTHER.match(text):
        return True
    return bool(START.search(text))


def parse(source: Source) -> Reading:
    """A record for each entry; a broken entry is a mistake at its line, and one behind a `%` is dropped."""
    # The library takes a while to load; a survey without BibTeX need not wait for it.
    from conspectus.sources import bibtex_entries, bibtex_names, bibtex_parents, bibtex_works

    text, encoding_remarks = decode(source.data)
    found = bibtex_entries.read(text, source.path)
    inherited, on_parents = bibtex_parents.inherited(found.entries)
    groups = jabref_groups.read(text)
    commas = bibtex_names.commas_inside(bibtex_works.names_of(entry.type, entry.fields) for entry in inherited)
    entries = [
        Exported(
            bibtex_works.fields_of(entry.type, entry.fields, commas),
            entry.span,
            entry.key,
            groups.of(entry.key, bibtex_works.plain(entry.fields.get("groups", "")))
            or jabref_groups.of_mendeley(bibtex_works.plain(entry.fields.get("mendeley-groups", ""))),
        )
        for entry in inherited
        if entry.type != "xdata"
    ]
    dropped = [
        Dropped(
            bibtex_works.plain(entry.fields.get("title", entry.key)),
            entry.span,
            "it is commented out with %",
            Exclusion.COMMENTED_OUT,
        )
        for entry in found.commented
    ]
    remarks = (*encoding_remarks, *on_parents, *found.remarks)
    reading = reading_of(
        source.path, NAME, entries, mistakes=found.mistakes, dropped=dropped, remarks=remarks, unread=found.unread
    )
    return replace(reading, groups=groups.ordered)
