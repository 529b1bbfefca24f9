"""Publish or Perish: what it found in Google Scholar and elsewhere, as JSON."""

from __future__ import annotations

import re

from conspectus.model.paper import Reading, Source
from conspectus.sources import json_items
from conspectus.sources.decoding import head
from conspectus.sources.entry_fields import EntryFields
from conspectus.sources.exported import Exported, reading_of
from conspectus.sources.json_items import Item, text_of, texts
from conspectus.sources.names import authors_of

NAME = "Publish or Perish"

SIGN = re.compile(r'"(?:cites_url|ecc)"\s*:')


def sniff(source: Source) -> bool:
    """By keys that only it writes."""
    return json_items.looks_like_json(source) and bool(SIGN.search(head(source)))


def parse(source: Source) -> Reading:
    """A record for each result. A title that Google Scholar cut keeps its ellipsis."""
    file = json_items.read(source)
    return reading_of(source.path, NAME, map(_entry, file.items), mistakes=file.mistakes, remarks=file.remarks)


def _entry(item: Item) -> Exported:
    def known(name: str) -> str:
        """What is said; a number that is not known is 0."""
        text = text_of(item.value.get(name))
        return "" if text == "0" else text

    first, last = known("startpage"), known("endpage")
    fields = EntryFields(
        title=known("title"),
        authors=authors_of(texts(item.value.get("authors"))),
        dates=tuple(filter(None, [known("date"), known("year")])),
        abstract=known("abstract"),
        doi=known("doi"),
        identifiers=tuple(filter(None, [known("article_url")])),
        mentions=(known("source"),),
        venue=known("source"),
        volume=known("volume"),
        issue=known("issue"),
        pages=f"{first}-{last}" if last and last != first else first,
        urls=tuple(filter(None, [known("article_url"), known("fulltext_url")])),
    )
    return Exported(fields, item.span)
