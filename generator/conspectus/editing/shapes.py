"""What a value may look like, as JSON Schema, for each way the loaders read one.

A schema is never stricter than the loader: what it refuses, `conspectus check` reports too. Where a loader looks closer
than a schema can (is this a day that was?), the schema lets it pass.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from conspectus.model.identifiers import SAFE_ID
from conspectus.sources import fields, links

Schema = dict[str, Any]

BLANK = r"^\s*$"
"""An empty text is as good as none."""

ARXIV = r"\d{4}\.\d{4,5}|[A-Za-z]/\d{7}"

ID_PATTERN = rf"^\s*{SAFE_ID.pattern}\s*$"

SCALAR: Schema = {"type": ["string", "number", "boolean", "null"]}
"""One word, number, `true` or `false`: all of them are read as the text that is written."""

TEXTS: Schema = {"type": ["string", "number", "boolean", "null", "array"], "items": SCALAR}
"""A list of texts, or a single one."""

ID: Schema = {**SCALAR, "pattern": f"{ID_PATTERN}|{BLANK}"}
NEEDED_ID: Schema = {"type": ["string", "number", "boolean"], "pattern": ID_PATTERN}
IDS: Schema = {**TEXTS, "pattern": f"{ID_PATTERN}|{BLANK}", "items": ID}
ADDRESS: Schema = {"type": ["string", "null"], "pattern": rf"^\s*[Hh][Tt][Tt][Pp][Ss]?://\S+\s*$|{BLANK}"}

LINKS: Schema = {
    "type": ["object", "string", "null"],
    "pattern": ADDRESS["pattern"],
    "properties": {
        **{kind: {**ADDRESS, "description": f"A link of the kind `{kind}`."} for kind in links.KINDS},
        "url": {**ADDRESS, "description": "The address."},
        "kind": {"enum": [*links.KINDS, None], "description": "What is behind the address."},
    },
    "additionalProperties": False,
    "dependentRequired": {"kind": ["url"]},
}

READ: dict[Callable[..., object], Schema] = {
    fields.word: SCALAR,
    fields.words: TEXTS,
    fields.markup: SCALAR,
    fields.prose: SCALAR,
    fields.keywords: TEXTS,
    fields.authors: TEXTS,
    fields.date: {
        "type": ["string", "integer", "null"],
        "pattern": rf"^\s*\d{{4}}(?:-\d{{2}}(?:-\d{{2}})?)?\s*$|{BLANK}",
        "minimum": 1000,
        "maximum": 9999,
    },
    fields.arxiv: {"type": ["string", "number", "null"], "pattern": f"{ARXIV}|{BLANK}"},
    fields.doi: {"type": ["string", "number", "null"], "pattern": rf"10\.\d{{4}}|{ARXIV}|{BLANK}"},
    fields.kind: {"enum": [*sorted(fields.KINDS), None]},
    fields.identifier: ID,
    fields.was: IDS,
    fields.number: {"type": ["number", "null"]},
    fields.count: {"type": ["integer", "null"], "minimum": 0},
    fields.flag: {"type": ["boolean", "null"]},
    fields.urls: {**LINKS, "type": ["array", *LINKS["type"]], "items": LINKS},
    fields.facts: {"type": ["object", "null"], "additionalProperties": SCALAR},
    fields.place: {"type": ["object", "null"], "additionalProperties": TEXTS},
}
"""The shape of what each reader of `sources/fields.py` takes."""


def mapping(keys: Iterable[str], shapes: Mapping[str, Schema], hovers: Mapping[str, str]) -> Schema:
    """A mapping that has some of these keys and no others. KeyError for a key without a shape or a hover."""
    found = {key: {"description": hovers[key], **shapes[key]} for key in keys}
    return {"type": ["object", "null"], "properties": found, "additionalProperties": False}


def proposing(shape: Schema, known: Iterable[str]) -> Schema:
    """The shape of a list of texts, with ids an editor proposes and others allowed."""
    examples = list(known)
    return {**shape, "items": {**SCALAR, "examples": examples}} if examples else shape


def among(known: Iterable[str]) -> Schema:
    """A list of some of these ids, or a single one; any texts where none is known."""
    ids = list(known)
    if not ids:
        return TEXTS
    one = {"enum": ids}
    return {"anyOf": [one, {"type": "array", "items": one}, {"type": "null"}]}
