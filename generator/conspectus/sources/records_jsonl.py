"""Records in JSON Lines: one JSON object on each line, with the keys that records in YAML have.

A record with an `id` counts as your own and outweighs exports; one without counts as an export, and may have the
citation key of its entry there under `key`. What an import keeps because a newer export lacks it (`refs-kept.jsonl`)
outweighs nothing.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace

from conspectus.diagnostics import Mistake, Span
from conspectus.language import marked
from conspectus.located import Mapping, Node, Scalar, Sequence, collector_off
from conspectus.model.paper import Authority, Reading, Record, Source
from conspectus.model.plain import plain
from conspectus.model.work import RECORD
from conspectus.sources.decoding import head
from conspectus.sources.exported import citation_key
from conspectus.sources.fields import Mistakes, clean
from conspectus.sources.limits import limited
from conspectus.sources.records import read_record

NAME = marked("records in JSON Lines")

KEPT = "-kept.jsonl"
"""What is added to a library's name for the file of entries that its newer export lacks."""

KEY = "key"
"""What an export's citation key is called."""

OTHER_KEYS = frozenset(["DOI", "issued", "container-title", "paperId", "display_name", "title_tex"])
"""Keys of other formats, whose records may be objects on lines too."""


def sniff(source: Source) -> bool:
    """By a first line that is an object written out whole, most of whose keys are a record's; or by its name, where it
    has no such line."""
    first = head(source).lstrip().split("\n", 1)[0].rstrip()
    if not re.match(r'\{\s*"', first) or not first.endswith("}"):
        return source.path.lower().endswith((".jsonl", ".ndjson"))
    keys = set(re.findall(r'[{,]\s*"([^"\\]{1,40})"\s*:', first))
    return 2 * len(keys.intersection(RECORD.names)) >= len(keys) and not OTHER_KEYS & keys


def parse(source: Source) -> Reading:
    """The records of all lines that are JSON objects; a line that isn't is a mistake."""
    records: list[Record] = []
    mistakes: Mistakes = []
    with collector_off():
        lines = enumerate(source.data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1)
        for number, line in limited(each for each in lines if each[1].strip()):
            if record := _record(line, Span(source.path, number), mistakes):
                records.append(record)
    if source.path.endswith(KEPT):
        records = [replace(each, id=None, assigned=each.id, authority=Authority.KEPT) for each in records]
    return Reading(source.path, NAME, tuple(records), tuple(mistakes))


def _record(line: bytes, span: Span, mistakes: Mistakes) -> Record | None:
    try:
        root = json.loads(
            line.decode(), object_pairs_hook=lambda pairs: _mapping(pairs, span, mistakes), parse_constant=str
        )
        node = node_of(root, span)
    except (ValueError, RecursionError) as error:
        column = error.colno if isinstance(error, json.JSONDecodeError) else 1
        at = span._replace(column=column)
        help = "write the whole record on this line; `python -m json.tool --json-lines` shows what is wrong"
        mistakes.append(Mistake("broken-entry", "this line is not a JSON object", at, help))
        return None
    node, key = _without_key(node)
    record = read_record(node, Authority.EXPORT, mistakes)
    if record is None or not record.id:
        return replace(record, id=key) if record and key else record
    return replace(record, authority=Authority.CURATOR)


def _without_key(node: Node) -> tuple[Node, str]:
    """An object without its citation key, and the key; empty where there is none that is one."""
    if not isinstance(node, Mapping) or not isinstance(key := node.get(KEY), Scalar):
        return node, ""
    others = tuple(entry for entry in node.entries if entry[0].text != KEY)
    return node._replace(entries=others), citation_key(key.text)


def _mapping(pairs: list[tuple[str, object]], span: Span, mistakes: Mistakes) -> Mapping:
    entries: dict[str, tuple[Scalar, Node]] = {}
    for key, value in pairs:
        if key in entries:
            mistakes.append(Mistake("duplicate-key", f"the key `{clean(key)}` is written twice", span, "delete one"))
        else:
            entries[key] = (Scalar(key, key, span), node_of(value, span))
    return Mapping(tuple(entries.values()), span)


def node_of(value: object, span: Span) -> Node:
    """A JSON value as a node; all nodes of a line share its place."""
    if isinstance(value, str):
        return Scalar(value, value, span)
    if isinstance(value, Mapping):
        return value
    if isinstance(value, dict):
        return Mapping(tuple((Scalar(key, key, span), node_of(item, span)) for key, item in value.items()), span)
    if isinstance(value, list):
        return Sequence(tuple(node_of(item, span) for item in value), span)
    if value is None or isinstance(value, bool | int | float):
        return Scalar(value, "" if value is None else str(value), span)
    raise ValueError("not JSON")


def as_json(record: Record) -> dict[str, object]:
    """What `conspectus import --format jsonl` prints of a record, so that reading it gives the same record.

    Only the curator's have an `id`: an export's key would make its record one of the curator's, and has a name of its
    own where there is one. `source` is the file the record was read from.
    """
    id, key = (record.id, None) if record.authority == Authority.CURATOR else (None, record.id)
    decided = {
        "same_as": record.same_as.id if record.same_as else None,
        "not": [reference.id for reference in record.other] or None,
    }
    named = {"id": id, KEY: key} if key else {"id": id}
    return {**named, **plain(record.work), **decided, "source": record.span.file}
