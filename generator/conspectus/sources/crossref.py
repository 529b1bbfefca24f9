"""Works from Crossref: one work, or search results of its API."""

from __future__ import annotations

import re

from conspectus.model.paper import Reading, Source
from conspectus.sources import json_items
from conspectus.sources.csl_json import date_text, person_in
from conspectus.sources.decoding import head
from conspectus.sources.entry_fields import EntryFields
from conspectus.sources.exported import Exported, reading_of
from conspectus.sources.json_items import Item, object_in, objects_in, text_of, texts
from conspectus.sources.names import authors_of

NAME = "Crossref"

SIGNS = re.compile(r'"(?:is-referenced-by-count|reference-count|references-count|message-type|content-domain)"\s*:')

KINDS = {
    "book": "book", "book-chapter": "chapter", "book-part": "chapter", "book-section": "chapter",
    "book-series": "book", "component": None, "database": "dataset", "dataset": "dataset", "dissertation": "thesis",
    "edited-book": "book", "journal": "periodical", "journal-article": "article-journal", "monograph": "book",
    "peer-review": "review", "posted-content": "article", "proceedings": "book",
    "proceedings-article": "paper-conference", "reference-book": "book", "reference-entry": "entry",
    "report": "report", "report-component": "report", "standard": "standard",
}  # fmt: skip
"""Crossref's types as CSL names them."""

DATES = ("issued", "published", "published-print", "published-online", "posted", "created")


def sniff(source: Source) -> bool:
    """By keys that only Crossref writes."""
    return json_items.looks_like_json(source) and bool(SIGNS.search(head(source)))


def parse(source: Source) -> Reading:
    """A record for each work."""
    file = json_items.read(source, "items")
    return reading_of(source.path, NAME, map(_entry, file.items), mistakes=file.mistakes, remarks=file.remarks)


def _entry(item: Item) -> Exported:
    value = item.value
    people = objects_in(value.get("author")) or objects_in(value.get("editor"))
    resource = object_in(object_in(value.get("resource")).get("primary"))
    institutions = [text_of(body.get("name")) for body in objects_in(value.get("institution"))]
    dates = [text for name in DATES if (text := date_text(value.get(name)))]
    fields = EntryFields(
        title=text_of(value.get("title")),
        subtitle=text_of(value.get("subtitle")),
        authors=authors_of(map(person_in, people)),
        dates=tuple(dates[:-1] if len(dates) > 1 and value.get("created") else dates),
        abstract=text_of(value.get("abstract")),
        doi=text_of(value.get("DOI")),
        venue=text_of(value.get("container-title"))
        or text_of(object_in(value.get("event")).get("name"))
        or next(iter(institutions), ""),
        kind=KINDS.get(text_of(value.get("type"))),
        volume=text_of(value.get("volume")),
        issue=text_of(value.get("issue")),
        pages=text_of(value.get("page")) or text_of(value.get("article-number")),
        publisher=text_of(value.get("publisher")),
        language=text_of(value.get("language")),
        keywords=tuple(texts(value.get("subject"))),
        urls=tuple(filter(None, [text_of(resource.get("URL")) or text_of(value.get("URL"))])),
    )
    return Exported(fields, item.span)
