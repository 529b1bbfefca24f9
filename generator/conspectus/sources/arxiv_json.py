"""arXiv's metadata as JSON: the lines of its snapshot, and what scripts save from its API."""

from __future__ import annotations

import re

from conspectus.language import marked
from conspectus.model.paper import Reading, Source
from conspectus.sources import json_items
from conspectus.sources.arxiv_fields import Preprint, id_of, named, names, record
from conspectus.sources.decoding import head
from conspectus.sources.entry_fields import plain
from conspectus.sources.json_items import Item, object_in, objects_in, text_of, texts
from conspectus.sources.names import authors_of, person_of_parts

NAME = marked("arXiv metadata")

SNAPSHOT = re.compile(
    r'"id"\s*:\s*"(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})"[\s\S]{0,3000}?"(?:authors_parsed|categories|versions|report-no|submitter)"\s*:'
)
SCRIPT = re.compile(r'"(?:arxiv_id|arxivId|arxiv-id|entry_id|pdf_url|id)"\s*:\s*"(?:https?://arxiv\.org/(?:abs|pdf)/)?(?:arXiv:)?'
                    r'(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?"')  # fmt: skip
PUBLISHED = re.compile(r'"(?:venue|journal|booktitle|conference)"\s*:\s*(?:"[^"]|\{)')
"""What a list of papers has that are in other places too, which arXiv does not say."""

ID_KEYS = ("arxiv_id", "arxivId", "arxiv-id", "entry_id", "id", "pdf_url", "url", "link")
ABSTRACT_KEYS = ("abstract", "summary")
DATE_KEYS = ("published", "published_date", "publish_date", "submitted", "created", "date")


def sniff(source: Source) -> bool:
    """By an id beside fields that only arXiv has, or a key that says that it is arXiv's."""
    if not json_items.looks_like_json(source):
        return False
    start = head(source)
    is_saved = SCRIPT.search(start) and re.search(r'"(?:summary|abstract|title)"', start)
    return bool(SNAPSHOT.search(start) or (is_saved and not PUBLISHED.search(start)))


def parse(source: Source) -> Reading:
    """A record for each paper."""
    file = json_items.read(source, "papers", "results", "entries", "data", "items")
    preprints = [_preprint(item) for item in file.items]
    records = tuple(record(preprint, listed=False) for preprint in preprints if preprint.id and preprint.title)
    remarks = [
        f"line {preprint.span.line}: an object without an arXiv id or a title is left out"
        for preprint in preprints
        if not (preprint.id and preprint.title)
    ]
    return Reading(source.path, NAME, records, tuple(file.mistakes), remarks=(*file.remarks, *remarks[:20]))


def _preprint(item: Item) -> Preprint:
    value = item.value
    parsed = value.get("authors_parsed")
    written = value.get("authors") or value.get("author") or ""
    if isinstance(parsed, list) and parsed:
        parts = [[plain(text) for text in texts(one)] for one in parsed if isinstance(one, list)]
        people = authors_of(person_of_parts(one[0], *one[1:2], suffix="".join(one[2:3])) for one in parts if one)
    elif isinstance(written, str):
        people = names(written)
    else:
        people = named([*(text_of(one.get("name")) for one in objects_in(written)), *_strings(written)])
    versions = objects_in(value.get("versions"))
    first = text_of(versions[0].get("created")) if versions else ""
    categories = " ".join(texts(value.get("primary_category") or value.get("categories") or value.get("category")))
    return Preprint(
        id=next((id for key in ID_KEYS if (id := id_of(text_of(value.get(key))))), ""),
        span=item.span,
        title=text_of(value.get("title")),
        authors=people,
        date=first or next((text for key in DATE_KEYS if (text := text_of(value.get(key)))), ""),
        abstract=next((text for key in ABSTRACT_KEYS if (text := text_of(value.get(key)))), ""),
        subject=categories.partition(" ")[0].strip(","),
        comments=text_of(value.get("comments")) or text_of(value.get("comment")),
        journal=text_of(value.get("journal-ref")) or text_of(value.get("journal_ref")),
        doi=text_of(value.get("doi")) or text_of(object_in(value.get("externalIds")).get("DOI")),
    )


def _strings(value: object) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
