"""bioRxiv and medRxiv: the answers of their API, in JSON."""

from __future__ import annotations

import re

from conspectus.model.paper import Reading, Source
from conspectus.sources import json_items
from conspectus.sources.decoding import head
from conspectus.sources.entry_fields import PREPRINT, EntryFields
from conspectus.sources.exported import Exported, reading_of
from conspectus.sources.json_items import Item, text_of
from conspectus.sources.names import authors_of, person_of

NAME = "bioRxiv"

SIGN = re.compile(r'"(?:jatsxml|author_corresponding_institution|preprint_doi|rel_doi|rel_authors)"\s*:')


def sniff(source: Source) -> bool:
    """By keys that only it writes."""
    return json_items.looks_like_json(source) and bool(SIGN.search(head(source)))


def parse(source: Source) -> Reading:
    """A record for each version of a preprint; they become one paper by their DOI."""
    file = json_items.read(source, "collection", "rels")
    return reading_of(source.path, NAME, map(_entry, file.items), mistakes=file.mistakes, remarks=file.remarks)


def _entry(item: Item) -> Exported:
    people = item.value.get("rel_authors")
    names = _names(people) if isinstance(people, list) else _first(item, "authors", "preprint_authors").split(";")
    fields = EntryFields(
        title=_first(item, "title", "preprint_title", "rel_title"),
        authors=authors_of(map(person_of, names)),
        dates=tuple(filter(None, [_first(item, "date", "preprint_date", "rel_date")])),
        abstract=_first(item, "abstract", "preprint_abstract", "rel_abs"),
        doi=_first(item, "doi", "preprint_doi", "rel_doi"),
        kind=PREPRINT,
        publisher=_first(item, "server", "preprint_platform", "rel_site"),
        organization=_first(item, "author_corresponding_institution", "preprint_author_corresponding_institution"),
        keywords=tuple(filter(None, [_first(item, "category", "preprint_category")])),
    )
    return Exported(fields, item.span)


def _first(item: Item, *names: str) -> str:
    return next((text for name in names if (text := text_of(item.value.get(name)).strip())), "")


def _names(people: list[object]) -> list[str]:
    return [text_of(one.get("author_name")) for one in json_items.objects_in(people)]
