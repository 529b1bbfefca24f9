"""A work as plain data, as JSON has it: what site data and JSON Lines are made of, and what a schema says of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from conspectus.model.keys import Key, Shape
from conspectus.model.people import Authors
from conspectus.model.work import FIELDS, Link, Reference, Work
from conspectus.text import Text

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
LINK: Schema = {
    "type": "object",
    "required": ["kind", "url"],
    "properties": {"kind": TEXT, "url": {"type": "string", "pattern": "^https?://"}},
    "additionalProperties": False,
}


class Form(NamedTuple):
    """How values of a shape are written, and the JSON Schema of what is written."""

    write: Callable[[Any], object]
    schema: Schema


def _same(value: object) -> object:
    return value


def _source(text: Text | None) -> str | None:
    return text.source if text else None


def _names(authors: Authors | None) -> list[str] | None:
    return [person.written for person in authors.people] if authors and authors.people else None


def _date(date: object) -> str | None:
    return str(date) if date else None


def plain_links(links: tuple[Link, ...]) -> list[dict[str, str]]:
    """Links with their kinds."""
    return [{"kind": link.kind, "url": link.url} for link in links]


def _places(places: tuple[tuple[str, tuple[Reference, ...]], ...]) -> dict[str, list[str]]:
    return {facet: [reference.id for reference in categories] for facet, categories in places}


LINE = Form(_same, {"type": ["string", "null"]})
LINES = Form(list, {"type": "array", "items": TEXT})

FORMS: dict[Shape, Form] = {
    Shape.LINE: LINE,
    Shape.WORK_TYPE: LINE,
    Shape.ARXIV: LINE,
    Shape.DOI: LINE,
    Shape.PROSE: LINE,
    Shape.TITLE: Form(_source, LINE.schema),
    Shape.ABSTRACT: Form(_source, LINE.schema),
    Shape.AUTHORS: Form(_names, {"type": ["array", "null"], "items": TEXT}),
    Shape.DATE: Form(_date, {"type": ["string", "null"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}),
    Shape.NUMBER: Form(_same, {"type": ["number", "null"]}),
    Shape.COUNT: Form(_same, {"type": ["integer", "null"]}),
    Shape.FLAG: Form(_same, {"type": ["boolean", "null"]}),
    Shape.LINES: LINES,
    Shape.KEYWORDS: LINES,
    Shape.IDS: LINES,
    Shape.LINKS: Form(plain_links, {"type": "array", "items": LINK}),
    Shape.FACTS: Form(dict, {"type": "object", "additionalProperties": {"type": ["string", "number", "boolean"]}}),
    Shape.PLACES: Form(_places, {"type": "object", "additionalProperties": LINES.schema}),
}
"""Each shape that a field of a `Work` may have."""


def plain(work: Work) -> dict[str, object]:
    """All fields of a work under the keys of a record. Text keeps its TeX; what is unknown is null, or empty."""
    values: dict[str, object] = {}
    for field in FIELDS:
        values[field.name] = FORMS[field.shape].write(getattr(work, field.name))
        if field.name == "authors":
            values["author_count"] = work.authors.count if work.authors else None
        elif field.name == "date":
            values["date_inferred"] = work.date.inferred if work.date else None
    return values


def schema(key: Key) -> Schema:
    """The JSON Schema of what stands behind a key of `plain`."""
    return {**FORMS[key.shape].schema, "description": key.help.replace("`", "")}
