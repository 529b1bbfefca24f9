"""Papers from Semantic Scholar: search results of its API, a list, or a paper on each line."""

from __future__ import annotations

import re

from conspectus.model.paper import Reading, Source
from conspectus.model.work import Link
from conspectus.sources import json_items
from conspectus.sources.decoding import head
from conspectus.sources.entry_fields import EntryFields
from conspectus.sources.exported import Exported, reading_of
from conspectus.sources.json_items import Item, object_in, objects_in, text_of, texts
from conspectus.sources.names import authors_of

NAME = "Semantic Scholar"

SIGN = re.compile(r'"(?:paperId|corpusid|corpusId)"\s*:\s*(?:"[0-9a-f]{40}"|\d+|null)|"externalIds"\s*:\s*\{')

KINDS = {
    "Book": "book", "BookSection": "chapter", "CaseReport": "article-journal", "Conference": "paper-conference",
    "Dataset": "dataset", "Editorial": "article-journal", "JournalArticle": "article-journal",
    "MetaAnalysis": "article-journal", "News": "article-newspaper", "Review": "article-journal",
}  # fmt: skip
"""Semantic Scholar's types of publications as CSL names them; a paper may have several."""

INSIDE = ("citedPaper", "citingPaper", "paper")
"""Keys under which answers about references and citations have their papers."""


def sniff(source: Source) -> bool:
    """By the id of a paper."""
    return json_items.looks_like_json(source) and bool(SIGN.search(head(source)))


def parse(source: Source) -> Reading:
    """A record for each paper."""
    file = json_items.read(source, "data", "recommendedPapers", "papers", "references", "citations")
    return reading_of(source.path, NAME, map(_entry, file.items), mistakes=file.mistakes, remarks=file.remarks)


def _entry(item: Item) -> Exported:
    value = next((inner for name in INSIDE if (inner := object_in(item.value.get(name)))), item.value)
    external = object_in(value.get("externalIds")) or object_in(value.get("externalids"))
    arxiv = text_of(external.get("ArXiv"))
    journal = object_in(value.get("journal"))
    pdf = text_of(object_in(value.get("openAccessPdf")).get("url"))
    types = list(texts(value.get("publicationTypes") or value.get("publicationtypes")))
    kinds = [KINDS[type] for type in types if type in KINDS]
    venue = object_in(value.get("publicationVenue"))
    fields = EntryFields(
        title=text_of(value.get("title")),
        authors=authors_of(text_of(author.get("name")) for author in objects_in(value.get("authors"))),
        dates=tuple(
            text for name in ("publicationDate", "publicationdate", "year") if (text := text_of(value.get(name)))
        ),
        abstract=text_of(value.get("abstract")),
        doi=text_of(external.get("DOI")),
        arxiv=f"arXiv:{arxiv}" if arxiv else "",
        venue=text_of(venue.get("name")) or text_of(value.get("venue")) or text_of(journal.get("name")),
        kind=next((kind for kind in ("paper-conference", "book", "chapter") if kind in kinds), next(iter(kinds), None)),
        volume=text_of(journal.get("volume")),
        pages=text_of(journal.get("pages")),
        urls=tuple(filter(None, [text_of(value.get("url")), Link("pdf", pdf) if pdf else ""])),
    )
    return Exported(fields, item.span)
