"""CSL-JSON, against what CSL 1.0.2 demands of an item."""

from __future__ import annotations

import json

import jsonschema

from conspectus.exports import Entry, csl_json, write
from conspectus.model.people import Authors, Person

TEXT = {"type": "string", "minLength": 1}
DATE = {
    "type": "object",
    "required": ["date-parts"],
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
        }
    },
    "additionalProperties": False,
}
NAME = {"type": "object", "properties": {"family": TEXT, "given": TEXT, "literal": TEXT}, "additionalProperties": False}
STRINGS = """
    id citation-key type title container-title volume issue page publisher number archive archive_location
    DOI URL keyword
""".split()
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["type", "id"],
        "properties": {"author": {"type": "array", "items": NAME}, "issued": DATE} | dict.fromkeys(STRINGS, TEXT),
        "additionalProperties": False,
    },
}
"""The part of CSL's own schema that we make use of, in our words."""


def read(*entries: Entry) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(write(csl_json, entries))
    jsonschema.validate(found, SCHEMA)
    return found


def test_every_fact_is_there(article: Entry) -> None:
    assert read(article) == [
        {
            "id": "wick2023",
            "citation-key": "wick2023",
            "type": "article-journal",
            "title": "Trimming the Wick in O(log n) Nights: 50% & more",
            "author": [
                {"family": "Sternlicht", "given": "Bo"},
                {"family": "van der Glas", "given": "Jo"},
                {"family": "O'Löwe-Ní", "given": "Åsa"},
                {"literal": "Drøbak"},
            ],
            "issued": {"date-parts": [[2023, 5, 4]]},
            "container-title": "Lights & Shadows",
            "volume": "7",
            "issue": "2",
            "page": "11-29",
            "publisher": "Salt_Press #1",
            "archive": "arXiv",
            "archive_location": "2305.99901",
            "DOI": "10.99999/wick_2023",
            "URL": "https://doi.org/10.99999/wick_2023",
            "keyword": "oil, lamp; burner",
        }
    ]


def test_a_preprint_is_as_zotero_writes_one(make_entry) -> None:  # type: ignore[no-untyped-def]
    (found,) = read(make_entry(arxiv="2305.99901"))
    assert (found["type"], found["publisher"], found["number"]) == ("article", "arXiv", "arXiv:2305.99901")


def test_what_is_not_known_is_left_out(make_entry) -> None:  # type: ignore[no-untyped-def]
    unknown = make_entry(authors=Authors(count=3))
    assert read(unknown) == [{"id": "lamp", "citation-key": "lamp", "type": "document", "title": "A Lamp"}]
    assert read() == []


def test_a_hostile_title_breaks_nothing(hostile: str, make_entry) -> None:  # type: ignore[no-untyped-def]
    first = make_entry("first", hostile, authors=Authors((Person(hostile),)))
    found = read(first, make_entry("last", "Calm"))
    assert [(item["id"], item.get("title", "")) for item in found] == [("first", first.title), ("last", "Calm")]
