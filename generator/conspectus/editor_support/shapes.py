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


def like(pattern: str, said: str) -> Schema:
    """Text with a pattern, and what an editor says where it doesn't fit; `patternErrorMessage` is VS Code's keyword."""
    return {"pattern": pattern, "patternErrorMessage": said}


SAFE = "letters, digits, hyphens and dots only, for it becomes an address"
WEB = like(
    rf"^\s*[Hh][Tt][Tt][Pp][Ss]?://\S+\s*$|{BLANK}",
    "only http and https addresses are linked, such as https://example.org",
)

ID: Schema = {**SCALAR, **like(f"{ID_PATTERN}|{BLANK}", SAFE)}
NEEDED_ID: Schema = {"type": ["string", "number", "boolean"], **like(ID_PATTERN, SAFE)}
IDS: Schema = {**TEXTS, **like(f"{ID_PATTERN}|{BLANK}", SAFE), "items": ID}
FORMER: Schema = {**SCALAR, **like(rf"^\s*(?:{SAFE_ID.pattern}/)?{SAFE_ID.pattern}\s*$|{BLANK}", SAFE)}
FORMERS: Schema = {**TEXTS, **{key: FORMER[key] for key in ("pattern", "patternErrorMessage")}, "items": FORMER}
"""Earlier ids, each with the facet it stood in where that was another."""

ADDRESS: Schema = {"type": ["string", "null"], **WEB}

LINKS: Schema = {
    "type": ["object", "string", "null"],
    **WEB,
    "properties": {
        **{kind: {**ADDRESS, "description": f"A link of the kind {kind}."} for kind in links.KINDS},
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
        **like(rf"^\s*\d{{4}}(?:-\d{{2}}(?:-\d{{2}})?)?\s*$|{BLANK}", "write it as 2024, 2024-04 or 2024-04-22"),
        "minimum": 1000,
        "maximum": 9999,
    },
    fields.arxiv: {
        "type": ["string", "number", "null"],
        **like(f"{ARXIV}|{BLANK}", 'write it as "2404.14469", in quotes'),
    },
    fields.doi: {
        "type": ["string", "number", "null"],
        **like(rf"10\.\d{{4}}|{ARXIV}|{BLANK}", "write it as 10.1145/3731569.3764808"),
    },
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


def hover(words: str) -> Schema:
    """A description, as text and for editors that show Markdown."""
    return {"description": words.replace("`", ""), "markdownDescription": words}


def mapping(keys: Iterable[str], shapes: Mapping[str, Schema], hovers: Mapping[str, str]) -> Schema:
    """A mapping that has some of these keys and no others. KeyError for a key without a shape or a hover."""
    found = {key: {**hover(hovers[key]), **shapes[key]} for key in keys}
    return {"type": ["object", "null"], "properties": found, "additionalProperties": False}


def proposing(shape: Schema, known: Iterable[str]) -> Schema:
    """The shape of a list of texts, with ids an editor proposes and others allowed."""
    examples = list(known)
    return {**shape, "items": {**SCALAR, "examples": examples}} if examples else shape


def among(facet: str, known: Mapping[str, str]) -> Schema:
    """A list of some categories of a facet, or a single one; any texts where none is known. `known`: id → title."""
    if not known:
        return TEXTS
    one = {
        "enum": list(known),
        "enumDescriptions": list(known.values()),
        "errorMessage": f"this is no category of {facet} (if it is new: conspectus schema)",
    }
    return {"anyOf": [one, {"type": "array", "items": one}, {"type": "null"}]}
