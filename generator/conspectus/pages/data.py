"""The survey for other programs: `data/papers.json`, and its JSON Schema beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from conspectus.catalog import Catalog
from conspectus.components.made_of import of_data
from conspectus.derived import Known
from conspectus.model.paper import Paper
from conspectus.model.people import Person
from conspectus.model.plain import LINK, TEXT, Schema, object_of, plain, plain_links, schema
from conspectus.model.site import Kind, Page, TextFile
from conspectus.model.subjects import paper_url
from conspectus.model.work import FIELDS, RECORD, Work

NAME = object_of(family=TEXT, given=TEXT)
NAME["properties"] |= {"suffix": TEXT}  # said only where there is one
PLACEMENT = object_of(facet=TEXT, category=TEXT, reason=TEXT)
OWN: Schema = {
    "id": {"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]*$"},
    "url": {"type": "string", "description": "The paper's page, below the site's root."},
    "title": {"type": "string", "description": "Plain text."},
    "title_tex": {"type": "string", "description": "As TeX that compiles."},
    "authors": {
        "type": "array",
        "items": TEXT,
        "description": "Names in reading order; empty if only their number is known.",
    },
    "people": {
        "type": "array",
        "items": NAME,
        "description": "The same in two parts; a single name, such as an organization’s, has no given name.",
    },
    "code": {"type": "boolean", "description": "Whether code is published."},
    "urls": {"type": "array", "items": LINK},
    "placements": {"type": "array", "items": PLACEMENT},
    "versions": {
        "type": "array",
        "items": TEXT,
        "description": "The ids of papers that are the same work, published elsewhere.",
    },
}
"""What is said otherwise than in a record, or not there."""

KEPT_BACK = tuple(field.name for field in FIELDS if not field.exported)

SHARED = tuple(key for name in plain(Work()) if name not in (*OWN, *KEPT_BACK) and (key := RECORD.get(name)))
"""The keys of a record that are said as there."""

PAPER: Schema = OWN | {key.name: schema(key) for key in SHARED}
SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "The papers of a survey",
    "type": "object",
    "required": ["title", "papers"],
    "properties": {
        "title": TEXT,
        "papers": {"type": "array", "items": object_of(**PAPER)},
    },
}


URL, SCHEMA_URL = "data/papers.json", "data/papers.schema.json"
KIND = Kind("data", (URL, SCHEMA_URL))


@dataclass(frozen=True, slots=True)
class Document:
    """A value to be written as JSON."""

    document: object


def pages(catalog: Catalog) -> Iterator[Page]:
    yield Page(URL, KIND, "", partial(_all_papers, catalog), made_of=partial(_made_of, catalog))
    yield Page(SCHEMA_URL, KIND, "pages/document.json", lambda: Document(SCHEMA))


def _made_of(catalog: Catalog) -> tuple[bytes, ...]:
    return tuple(map(of_data(catalog).__getitem__, catalog.papers))


def _all_papers(catalog: Catalog) -> TextFile:
    """The survey, as the schema has it, with a line for each paper, which is kept from build to build."""
    known = Known(catalog.memory, "data", str)
    digests = of_data(catalog)
    lines = [known.get(digests[id], partial(_line, catalog, paper)) for id, paper in catalog.papers.items()]
    known.keep()
    papers = "[\n" + ",\n".join(lines) + "\n]" if lines else "[]"
    return TextFile(f'{{\n"title": {_dumped(catalog.survey.settings.title)},\n"papers": {papers}\n}}\n')


def _line(catalog: Catalog, paper: Paper) -> str:
    return _dumped(as_json(catalog, paper))


def _dumped(value: object) -> str:
    """As the filter `json` writes it."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False).replace("<", "\\u003c")


def as_json(catalog: Catalog, paper: Paper) -> dict[str, object]:
    """One paper, with the fields of the schema."""
    people = paper.work.people
    own = {
        "id": paper.id,
        "url": paper_url(paper.id),
        "title": paper.title.as_text(),
        "title_tex": paper.title.as_tex(),
        "authors": [person.name for person in people],
        "people": list(map(_name, people)),
        "code": paper.work.has_code,
        "urls": plain_links(catalog.entry(paper).links),
        "placements": [
            {"facet": placement.facet, "category": placement.category, "reason": str(placement.reason)}
            for placement in catalog.placements(paper.id)
        ],
        "versions": list(catalog.survey.library.versions.get(paper.id, ())),
    }
    values = plain(paper.work)
    return own | {key.name: values[key.name] for key in SHARED}


def _name(person: Person) -> dict[str, str]:
    known = {"suffix": person.suffix, "orcid": person.orcid}
    return {"family": person.family, "given": person.given, **{name: text for name, text in known.items() if text}}
