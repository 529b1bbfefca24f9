"""The file that a newer export makes of the one it updates: with the curator's edits, and the entries that it lacks."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from conspectus.commands import console, reading

if TYPE_CHECKING:
    from conspectus.commands.updating import Update
    from conspectus.curation.export_edits import Pieces
    from conspectus.model.paper import Reading, Source
    from conspectus.project import Project


@dataclass(frozen=True, slots=True)
class Replacement:
    """The file as it will be, and what it says.

    `base`: the same without the curator's edits, by which the next import recognizes them. `deleted`: the entries of
    the newer export that the curator deleted from the file. `apart`: the missing entries, where the file's format
    cannot take them at its end.
    """

    data: bytes
    reading: Reading
    base: bytes
    deleted: frozenset[str] = frozenset()
    apart: tuple[int, ...] = ()


def base_path(papers: str) -> str:
    """Where a file is kept as the last import wrote it."""
    return f"content/imported/{papers.removeprefix('content/papers/')}"


def kept_path(papers: str) -> str:
    """Where entries that a newer export lacks are kept, if its format cannot take them at its end."""
    from conspectus import sources

    return f"{PurePosixPath(papers).with_suffix('')}{sources.records_jsonl.KEPT}"


def replacement(update: Update, base: bytes | None, pruned: Collection[int]) -> Replacement:
    """What an update makes of its file. `base`: the file as the last import wrote it, None if that is not known.

    `pruned`: the places in the file of the missing entries that go. Failure where the curator's edits cannot be kept.
    """
    from conspectus.curation.export_edits import combined

    stay = [number for number in update.missing if number not in pruned]
    path = update.present.path
    ours, theirs = _pieces(update.old, update.present.data), _pieces(update.new, update.given.data)
    before = ours if base is None else _pieces(_parsed(update.given, path, base), base)
    if ours and theirs and before:
        names_in_file, named = _names(update.old), dict(enumerate(_names(update.new)))
        earlier = {named[number]: names_in_file[other] for number, other in update.pairs.items()}
        newline = b"\r\n" if b"\r\n" in update.present.data else b"\n"
        deleted = frozenset(
            n for n in theirs.entries if n not in ours.entries and n in before.entries and n not in earlier
        )
        # behind a list in JSON or an element, entries are no part of it; behind papers in Markdown, of the last heading
        is_closed = path.lower().endswith(".md") or update.given.data.lstrip()[:1] in (b"[", b"<")
        for at_end in ([],) if is_closed else (stay, []):
            missing = [names_in_file[number] for number in at_end]
            data = combined(before, ours, theirs, earlier, missing).encode().replace(b"\n", newline)
            clean = combined(ours, ours, theirs, earlier, missing).encode().replace(b"\n", newline)
            result = _parsed(update.given, path, data)
            names = _names(result)
            # an entry whose name the curator edited, the title where there is no key, goes on by that name
            own = {name: old for name, old in earlier.items() if name not in names and old in names}
            expected = sorted([*(own.get(name, name) for name in named.values() if name not in deleted), *missing])
            if sorted(names) == expected and len(result.mistakes) <= len(update.new.mistakes):
                return Replacement(data, result, clean, deleted, () if at_end == stay else tuple(stay))
    is_longer = update.given.data.startswith(update.present.data)
    if base is not None and base != update.present.data and not is_longer:
        raise console.Failure(
            f"{path} was edited by hand since its last import, in a way that cannot be kept in the newer export",
            f"write your values in a YAML file in content/papers/, and copy {base_path(path)} over {path}",
        )
    return Replacement(
        update.given.data, _parsed(update.given, path, update.given.data), update.given.data, apart=tuple(stay)
    )


def last_import(project: Project, given: Source, path: str) -> Reading | None:
    """What a file said as the last import wrote it; None if that is not known."""
    from conspectus.yaml_edit.writing import on_disk

    base = on_disk(project, base_path(path))
    return None if base is None else _parsed(given, path, base)


def kept_records(
    present: bytes, path: str, update: Update, apart: Mapping[int, str], used: Mapping[str, str] | None
) -> bytes:
    """The file of entries that newer exports lack: those in it, if they are still missing, and others.

    `apart`: the places in the updated file of entries that come to it, with the ids of their papers; `used`: the papers
    that stay when others go, None if none goes.
    """
    from conspectus import sources
    from conspectus.commands.updating import paired
    from conspectus.model.paper import Authority

    kept = _parsed(update.given, path, present).records if present else ()
    back = set(paired(update.new.records, kept).values())
    records = [r for n, r in enumerate(kept) if n not in back and (used is None or r.assigned in used)]
    records += [replace(update.old.records[number], assigned=id) for number, id in apart.items()]
    named = (replace(record, id=record.assigned, authority=Authority.CURATOR) for record in records)
    of = {"source": update.present.path}
    lines = (json.dumps(sources.records_jsonl.as_json(record) | of, ensure_ascii=False) for record in named)
    return "".join(f"{line}\n" for line in dict.fromkeys(lines)).encode()


def _pieces(read: Reading, data: bytes) -> Pieces | None:
    from conspectus.curation.export_edits import Pieces

    return Pieces.of(data.replace(b"\r\n", b"\n"), read, _names(read))


def _names(read: Reading) -> list[str]:
    from conspectus import entry_ledger

    return entry_ledger.names(read.records)


def _parsed(given: Source, path: str, data: bytes) -> Reading:
    from conspectus import sources

    file = replace(given, path=path, data=data, digest=hashlib.sha256(data).hexdigest())
    return sources.parse(file, reading.cache())
