"""`content/imported/<file>.ids.yaml`: the id that each entry of an imported file got, and the day it was added.

So whatever is corrected in an entry, its paper keeps its address. An entry is known by its citation key; if that
changes, by its arXiv id or DOI, or by its title if it has neither.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import takewhile
from typing import Any

from conspectus import located
from conspectus.derived import carried_over
from conspectus.diagnostics import CheckName, Mistake, Span
from conspectus.model import identifiers
from conspectus.model.entry_titles import edited_titles, told_apart
from conspectus.model.ledger import SUFFIX, Entries, Entry, ids_path, numbered
from conspectus.model.other_works import Marks, are_others
from conspectus.model.paper import Authority, Reading, Record, Source
from conspectus.model.when import Date
from conspectus.model.work import Reference, Work
from conspectus.text.counting import counted

LONGEST_NAME = 500
"""How many characters of a key or a title an entry is called by; YAML reads no key of more than 1,024."""

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
    "title": str,
    "author": str,
    "date": _date,
}
"""The keys of an entry, and how their values are read: None for what is not valid."""

SPELLINGS = {name: name for name in READERS}


@lru_cache(maxsize=16)  # a preview asks for the same files after every edit
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
            check: CheckName = "bad-date" if READERS[name] is _date else "bad-identifier"
            mistakes.append(Mistake(check, f"`{text}` is not a valid `{name}`", value.span, "correct it, or delete it"))
    return Entry(**values)


def names(records: Iterable[Record]) -> list[str]:
    """What each record of a file is called: its key, else its arXiv id, DOI or title; repeated ones are numbered."""
    seen: Counter[str] = Counter()
    called = []
    for record in records:
        name = _name(record)[:LONGEST_NAME].strip()
        seen[name] += 1
        called.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return called


def _name(record: Record) -> str:
    work = record.work
    if record.id:
        return record.id
    if work.arxiv or work.doi:
        return f"arXiv:{work.arxiv}" if work.arxiv else f"doi:{work.doi}"
    return _title(record)


def _title(record: Record) -> str:
    """The title that a record is called by; empty where it has a key or an identifier."""
    work = record.work
    is_titled = work.title and not (record.id or work.arxiv or work.doi)
    return " ".join(work.title.as_text().split()) if work.title and is_titled else ""


def known(records: Sequence[Record], entries: Entries, *, edited: bool = True) -> list[Entry | None]:
    """What is written down of each record, every entry for one of them: that of its name, unless its arXiv id, DOI or
    title are those of another entry; then, and without a name, that one. Last, where titles may have been `edited` and
    a record has no key, the entry of nearly that title. A name was given to another work if its entry is by these marks
    another record's, under a name that is not written down, or if all that is written down of it is another work's.
    """
    called, by_mark = names(records), defaultdict[str, set[str]](set)
    for name, entry in entries.by_name.items():
        title = entry.title or (name if " " in name else "")
        for mark in _marks(entry.arxiv, entry.doi, title if not (entry.arxiv or entry.doi) else ""):
            by_mark[mark].add(name)
    titles = {n: title[:LONGEST_NAME].strip() for n, record in enumerate(records) if (title := _title(record))}
    titled = told_apart(titles, records, entries.by_name)
    others = [n for n in range(len(records)) if n not in titled]
    alike = {n: same for n in others if (same := _alike(records[n].work, by_mark))}
    meant = {n: min(same) for n, same in alike.items() if len({entries.by_name[name].id for name in same}) == 1}
    moved = {name for n, same in alike.items() if called[n] not in entries.by_name for name in same}
    own = {n: _newest(called[n], entries, called) for n in others if called[n] in entries.by_name}
    own = {n: name for n, name in own.items() if n in alike or name not in moved}
    own = {n: name for n, name in own.items() if not are_others(Marks.of(records[n].work), entries.by_name[name].marks)}
    found: dict[int, str] = {}
    free = set(entries.by_name)

    def assign(wanted: Mapping[int, str]) -> None:
        often = Counter(wanted[n] for n in wanted.keys() - found.keys())
        found.update({n: name for n, name in wanted.items() if n not in found and name in free and often[name] == 1})
        free.difference_update(found.values())

    assign({n: name for n, name in titled.items() if name})
    assign({n: name for n, name in own.items() if n not in alike or name in alike[n]})
    assign({n: name for n, name in meant.items() if n not in own})
    assign(meant)
    assign(own)
    held = {entries.by_name[name].id for name in found.values()} - {None}
    left = {name for name in free if entries.by_name[name].id not in held}  # a title before it was edited is nobody's
    if edited:
        assign(edited_titles({n: called[n] for n in others if n not in found and not records[n].id}, left))
    return [entries.by_name[found[n]] if n in found else None for n in range(len(records))]


def _newest(name: str, entries: Entries, called: Collection[str]) -> str:
    """The last entry that is written down of a name, without those that records of the file are called by."""
    later = takewhile(lambda each: each == name or (each in entries.by_name and each not in called), numbered(name))
    return list(later)[-1]


def _marks(arxiv: str | None, doi: str | None, title: str | None) -> Iterator[str]:
    """What entries are compared by besides their names, in the order in which it counts."""
    yield from filter(None, (arxiv, doi, title and f"title {identifiers.normal_title(title)}"))


def _alike(work: Work, by_mark: Mapping[str, set[str]]) -> set[str]:
    """The names of the entries that have a work's arXiv id, else its DOI, else its title."""
    marks = _marks(work.arxiv, work.doi, work.title.as_text() if work.title else "")
    return next((by_mark[mark] for mark in marks if mark in by_mark), set())


def with_entries(reading: Reading, entries: Entries) -> Reading:
    """The reading, its records with the ids and days that were written down of them."""
    return with_written(reading, known(reading.records, entries), entries) if entries.by_name else reading


def with_written(reading: Reading, written: Sequence[Entry | None], entries: Entries) -> Reading:
    """The reading, its records with what is written down of each. One that has the key of another work, whose entry is
    gone or has another key now, is not the paper of that name."""
    pairs = list(zip(reading.records, written, strict=True))
    keys = {id(entry): record.id for record, entry in pairs if entry}

    def with_its(record: Record, entry: Entry | None) -> Record:
        first = entries.by_name.get(record.id or "")
        named = _registered(record, entry) if entry else record
        is_given = first and first.id != (entry and entry.id) and keys.get(id(first)) != record.id
        if not is_given or record.authority is Authority.CURATOR:
            return named
        return replace(named, other=(*named.other, Reference(str(record.id), record.span)))

    return replace(reading, records=tuple(with_its(*pair) for pair in pairs))


def _registered(record: Record, entry: Entry) -> Record:
    work = replace(record.work, added=entry.added) if entry.added else record.work
    named = record.authority is Authority.CURATOR and record.id
    return replace(record, work=work, assigned=record.assigned if named else entry.id)


def registered(
    readings: Mapping[Source, Reading],
    imported: Iterable[Source],
    previous: Registered,
    beside: Iterable[str] = (),
    read: Callable[[str], bytes] = lambda path: b"",
) -> tuple[Registered, tuple[Mistake, ...]]:
    """All readings with what imports wrote down of their entries, and what is wrong there.

    `imported`: the files in which that is written down; `beside`: the paths of others, such as copies of what was
    imported, which are `read` only if they are needed.
    """
    ledgers = {source.path: source for source in imported if source.path.endswith(SUFFIX)}
    loaded = {path: load(source) for path, source in ledgers.items()}

    def make(key: tuple[Source, Source | None]) -> Reading:
        source, ledger = key
        return with_entries(readings[source], loaded[ledger.path]) if ledger else readings[source]

    keys = [(source, ledgers.get(ids_path(source.path))) for source in readings]
    mistakes = tuple(mistake for entries in loaded.values() for mistake in entries.mistakes)
    others = [readings[source] for source, ledger in keys if not ledger]
    files = {ids_path(source.path) for source in readings}
    lost = tuple(_lost(path, loaded[path], others) for path in ledgers if path not in files)
    lacking = {ids_path(source.path) for source, ledger in keys if not ledger and _has_imported(readings[source])}
    deleted = tuple(_deleted(path) for path in beside if f"{path}{SUFFIX}" in lacking)
    made = carried_over(keys, make, previous)
    copies = {path.removesuffix(SUFFIX) for path in ledgers} & set(beside)
    partly = [
        _unwritten(each, partial(read, copy))
        for (_, own), each in made.items()
        if own and (copy := own.path.removesuffix(SUFFIX)) in copies
    ]
    return made, (*mistakes, *lost, *deleted, *filter(None, partly))


def _unwritten(read: Reading, copy: Callable[[], bytes]) -> Mistake | None:
    """What to say of a file that was imported, if ids of entries with an identifier are not written down, nor those of
    others with the same one, though the `copy` of the import has it. Entries that were added by hand have the address
    that their identifier gives them; those without one have addresses that come from titles, which `checks` tells."""
    known = {name for each in read.records if each.assigned for name in _identifiers(each.work)}
    records = (each for each in read.records if each.authority is not Authority.CURATOR and not each.assigned)
    named = [each for each in records if each.work.title and each.own_name == each.id]
    lacking = [(each, own) for each in named if (own := _identifiers(each.work)) and known.isdisjoint(own)]
    imported = copy().decode(errors="replace").lower() if lacking else ""
    lines = [each.span.line for each, own in lacking if any(name in imported for name in own)]
    if not lines:
        return None
    message = (
        f"the ids of {counted(len(lines), 'entry')} are not written down, so their papers may have other addresses"
    )
    help = (
        f"if lines of {ids_path(read.path)} were deleted, restore them, such as with git; else run"
        f" `conspectus import {read.path}`, which writes ids down, of entries that were imported their keys"
    )
    return Mistake("unstable-address", message, Span(read.path, min(lines)), help)


def _identifiers(work: Work) -> frozenset[str]:
    return frozenset(filter(None, (work.arxiv, work.doi)))


def _has_imported(reading: Reading) -> bool:
    """Whether an import writes down an id for any record: not for those of the curator's."""
    return any(record.authority is not Authority.CURATOR for record in reading.records)


def _deleted(copy: str) -> Mistake:
    """What to say of a file that was imported, as the copy of it shows, and whose ids are gone."""
    message = f"the ids of {copy.removeprefix('content/imported/')} are gone, so its papers may have other addresses"
    help = f"restore {copy}{SUFFIX}, such as with git; if it is meant to be gone, delete this copy too"
    return Mistake("lost-import", message, Span(copy), help)


def _lost(path: str, entries: Entries, others: Iterable[Reading]) -> Mistake:
    """What to say of ids whose file of papers is gone; `others`: the files without ids, of which one may be it."""
    papers = f"content/papers/{path.removeprefix('content/imported/').removesuffix(SUFFIX)}"
    held = {each.path: len(entries.by_name.keys() & set(names(each.records))) for each in others}
    moved = max(held, key=lambda each: held[each], default="")
    message = f"these ids are of {papers}, which does not exist"
    copy = path.removesuffix(SUFFIX)
    if moved and held[moved] * 2 >= len(entries.by_name):
        help = f"if it is now {moved}, rename this file to {ids_path(moved)}, and {copy}, if it exists, in the same way"
    else:
        own = f"this file, and {copy} if it exists,"
        help = f"if you renamed it, rename {own} in the same way; if you deleted it, delete {own} too"
    return Mistake("lost-import", message, Span(path), help)
