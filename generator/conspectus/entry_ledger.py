"""`content/imported/<file>.ids.yaml`: the id that each entry of an imported file got, and the day it was added.

So whatever is corrected in an entry, its paper keeps its address. An entry is known by its citation key; if that
changes, by its arXiv id or DOI.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from conspectus import located
from conspectus.derived import carried_over
from conspectus.diagnostics import CheckName, Mistake
from conspectus.model import identifiers
from conspectus.model.ledger import Entries, Entry
from conspectus.model.paper import Authority, Reading, Record, Source
from conspectus.model.when import Date

SUFFIX = ".ids.yaml"
"""What the name of such a file ends in, behind that of the file of papers."""

HEADING = """\
# The id of each entry of {file}, which is the address of its paper, and the day it was added.
# `conspectus import` writes this file: an entry keeps its id whatever is corrected in it. To change an id, use
# `conspectus rename`.

"""

Registered = Mapping[tuple[Source, Source | None], Reading]
"""Readings with the ids of their entries, by their files and the files of ids."""


def _date(text: str) -> Date | None:
    try:
        return Date.parse(text)
    except ValueError:
        return None


READERS: Mapping[str, Callable[[str], object]] = {
    "id": lambda text: text if identifiers.is_safe_id(text) else None,
    "added": _date,
    "arxiv": identifiers.arxiv_id,
    "doi": identifiers.doi,
}
"""The keys of an entry, and how their values are read: None for what is not valid."""

SPELLINGS = {name: name for name in READERS}


def path_of(papers: str) -> str:
    """Where a file's ids are written: for `content/papers/refs.bib`, in `content/imported/refs.bib.ids.yaml`."""
    return f"content/imported/{papers.removeprefix('content/papers/')}{SUFFIX}"


def load(source: Source) -> Entries:
    """What is written down, and what is wrong with the file."""
    root, in_yaml = located.read(source.data, source.path)
    mistakes = list(in_yaml)
    if root is None or located.is_blank(root):
        return Entries(mistakes=tuple(mistakes))
    if not isinstance(root, located.Mapping):
        message = "the file must have a line `key: {id: paper-id}` for each entry"
        return Entries(mistakes=(*mistakes, Mistake("bad-value", message, root.span, "correct it, or delete the file")))
    entries = {name.text: _entry(node, mistakes) for name, node in root.entries}
    return Entries(entries, tuple(mistakes))


def _entry(node: located.Node, mistakes: list[Mistake]) -> Entry:
    written = located.entries(node, "an imported entry", SPELLINGS, mistakes)
    values: dict[str, Any] = {}
    for name, value in written.items():
        text = located.line(value, mistakes)
        values[name] = READERS[name](text) if text else None
        if text and values[name] is None:
            check: CheckName = "bad-date" if name == "added" else "bad-identifier"
            mistakes.append(Mistake(check, f"`{text}` is not a valid `{name}`", value.span, "correct it, or delete it"))
    return Entry(**values)


def names(records: Iterable[Record]) -> list[str]:
    """What each record of a file is called: its key, else its arXiv id, DOI or title; repeated ones are numbered."""
    seen: Counter[str] = Counter()
    called = []
    for record in records:
        name = _name(record)
        seen[name] += 1
        called.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return called


def _name(record: Record) -> str:
    work = record.work
    if record.id:
        return record.id
    if work.arxiv or work.doi:
        return f"arXiv:{work.arxiv}" if work.arxiv else f"doi:{work.doi}"
    return " ".join(work.title.as_text().split()) if work.title else ""


def known(records: tuple[Record, ...], entries: Entries) -> list[Entry | None]:
    """What is written down of each record: under its name, else under its arXiv id or DOI, if no other has those."""
    called = names(records)
    present = set(called)
    by_identifier: dict[str, set[Entry]] = defaultdict(set)
    for name, entry in entries.by_name.items():
        for identifier in (entry.arxiv, entry.doi) if name not in present else ():
            by_identifier[identifier or ""].add(entry)
    found = []
    for name, record in zip(called, records, strict=True):
        same = {entry for id in (record.work.arxiv, record.work.doi) if id for entry in by_identifier.get(id, ())}
        moved = min(same, key=str) if len({entry.id for entry in same}) == 1 else None
        found.append(entries.by_name.get(name, moved))
    return found


def with_entries(reading: Reading, entries: Entries) -> Reading:
    """The reading, its records with the ids and days that were written down of them."""
    if not entries.by_name:
        return reading
    pairs = zip(reading.records, known(reading.records, entries), strict=True)
    return replace(reading, records=tuple(_registered(record, entry) if entry else record for record, entry in pairs))


def _registered(record: Record, entry: Entry) -> Record:
    work = replace(record.work, added=entry.added) if entry.added else record.work
    named = record.authority is Authority.CURATOR and record.id
    return replace(record, work=work, assigned=record.assigned if named else entry.id)


def registered(
    readings: Mapping[Source, Reading], files: Iterable[Source], previous: Registered
) -> tuple[Registered, tuple[Mistake, ...]]:
    """All readings with what imports wrote down of their entries, and what is wrong there; `files`: those of ids."""
    ledgers = {source.path: source for source in files if source.path.endswith(SUFFIX)}
    loaded = {path: load(source) for path, source in ledgers.items()}

    def make(key: tuple[Source, Source | None]) -> Reading:
        source, ledger = key
        return with_entries(readings[source], loaded[ledger.path]) if ledger else readings[source]

    keys = [(source, ledgers.get(path_of(source.path))) for source in readings]
    mistakes = tuple(mistake for entries in loaded.values() for mistake in entries.mistakes)
    return carried_over(keys, make, previous), mistakes
