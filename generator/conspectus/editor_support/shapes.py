"""What stands behind a key, as JSON Schema, by its shape.

A schema is never stricter than the loader: what it refuses, `conspectus check` reports too. Where a loader looks closer
than a schema can (is this a day that was?), the schema lets it pass.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from conspectus.model.identifiers import SAFE_ID
from conspectus.model.keys import Key, Keys, Shape
from conspectus.model.query import YEARS
from conspectus.model.settings import COLUMN_TYPES, LANGUAGE, MOST_NEWEST
from conspectus.model.work import LINK_KINDS, WORK_TYPES

Schema = dict[str, Any]

BLANK = r"^\s*$"
"""An empty text is as good as none."""

ARXIV = r"\d{4}\.\d{4,5}|[A-Za-z]/\d{7}"

ID_PATTERN = rf"^\s*{SAFE_ID.pattern}\s*$"

FORMER_PATTERN = rf"^\s*(?:{SAFE_ID.pattern}/)?{SAFE_ID.pattern}\s*$|{BLANK}"
"""Of an earlier id, with the facet it stood in where that was another."""

NUMBERED: Schema = {"type": ["string", "number", "null"]}
"""Text that YAML may take for a number."""

SCALAR: Schema = {"type": ["string", "number", "boolean", "null"]}
"""One word, number, `true` or `false`: all of them are read as the text that is written."""

TEXTS: Schema = {"type": ["string", "number", "boolean", "null", "array"], "items": SCALAR}
"""A list of texts, or a single one."""


def like(pattern: str, message: str) -> Schema:
    """Text with a pattern, and what an editor says where it doesn't fit; `patternErrorMessage` is VS Code's keyword."""
    return {"pattern": pattern, "patternErrorMessage": message}


SAFE = "use only letters, digits, hyphens and dots: it becomes an address"
WEB = like(
    rf"^\s*[Hh][Tt][Tt][Pp][Ss]?://\S+\s*$|{BLANK}",
    "not a valid URL; write it as https://example.org",
)

ID: Schema = {**SCALAR, **like(f"{ID_PATTERN}|{BLANK}", SAFE)}
ADDRESS: Schema = {"type": ["string", "null"], **WEB}

LINKS: Schema = {
    "type": ["object", "string", "null"],
    **WEB,
    "properties": {
        **{kind: {**ADDRESS, "description": f"A link of the kind {kind}."} for kind in LINK_KINDS},
        "url": {**ADDRESS, "description": "The URL."},
        "kind": {"enum": [*LINK_KINDS, None], "description": "What the URL leads to."},
    },
    "additionalProperties": False,
    "dependentRequired": {"kind": ["url"]},
}

SHAPES: dict[Shape, Schema] = {
    Shape.ANYTHING: {},
    **dict.fromkeys((Shape.LINE, Shape.TITLE, Shape.ABSTRACT, Shape.PROSE), SCALAR),
    **dict.fromkeys((Shape.LINES, Shape.KEYWORDS, Shape.AUTHORS), TEXTS),
    Shape.DATE: {
        "type": ["string", "integer", "null"],
        **like(rf"^\s*\d{{4}}(?:-\d{{2}}(?:-\d{{2}})?)?\s*$|{BLANK}", "write it as 2024, 2024-04 or 2024-04-22"),
        "minimum": 1000,
        "maximum": 9999,
    },
    Shape.YEAR: {"type": ["integer", "null"], "minimum": YEARS.start, "maximum": YEARS.stop - 1},
    Shape.ARXIV: {**NUMBERED, **like(f"{ARXIV}|{BLANK}", 'write it as "2404.14469", in quotes')},
    Shape.DOI: {**NUMBERED, **like(rf"10\.\d{{4}}|{ARXIV}|{BLANK}", "write it as 10.1145/3731569.3764808")},
    Shape.WORK_TYPE: {"enum": [*sorted(WORK_TYPES), None]},
    Shape.ID: ID,
    Shape.OWN_ID: {"type": ["string", "number", "boolean"], **like(ID_PATTERN, SAFE)},
    Shape.IDS: {**TEXTS, **like(f"{ID_PATTERN}|{BLANK}", SAFE), "items": ID},
    Shape.FORMER_IDS: {**TEXTS, **like(FORMER_PATTERN, SAFE), "items": {**SCALAR, **like(FORMER_PATTERN, SAFE)}},
    Shape.NUMBER: {"type": ["number", "null"]},
    Shape.COUNT: {"type": ["integer", "null"], "minimum": 0},
    Shape.FLAG: {"type": ["boolean", "null"]},
    **dict.fromkeys((Shape.ADDRESS, Shape.SITE), ADDRESS),
    Shape.LINKS: {**LINKS, "type": ["array", *LINKS["type"]], "items": LINKS},
    Shape.LANGUAGE: {"type": ["string", "null"], "pattern": rf"^\s*(?:{LANGUAGE.pattern})?\s*$"},
    Shape.NEWEST: {"type": ["integer", "null"], "minimum": 0, "maximum": MOST_NEWEST},
    Shape.COLUMN_TYPE: {"enum": [*COLUMN_TYPES, None], "default": COLUMN_TYPES[0]},
}
"""The shapes that are the same in every survey."""


def hover(words: str) -> Schema:
    """A description, as text and for editors that show Markdown."""
    return {"description": words.replace("`", ""), "markdownDescription": words}


def mapping(keys: Keys, shapes: Mapping[Shape, Schema]) -> Schema:
    """A mapping that may have these keys and no others. KeyError for a shape that has no schema."""
    found = {name: entry for key in keys for name, entry in _entries(key, shapes[key.shape])}
    needed = [key.name for key in keys if key.shape is Shape.OWN_ID]
    schema = {"type": ["object", "null"], "properties": found, "additionalProperties": False}
    return {**schema, "type": "object", "required": needed} if needed else schema


def _entries(key: Key, schema: Schema) -> Iterator[tuple[str, Schema]]:
    """A key with its documentation, and its former names, which editors strike through."""
    yield key.name, {**hover(key.help), **schema}
    for name in key.former:
        yield name, {**hover(f"Now `{key.name}`."), **schema, "deprecated": True}


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
        "errorMessage": f"not a category of {facet} (if it is new, run conspectus schema)",
    }
    return {"anyOf": [one, {"type": "array", "items": one}, {"type": "null"}]}
