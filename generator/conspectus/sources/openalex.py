"""Works from OpenAlex: search results of its API, one work, or a work on each line."""

from __future__ import annotations

import re
from dataclasses import replace

from conspectus.model.paper import Reading, Source
from conspectus.model.people import Person, orcid_of
from conspectus.model.work import Link
from conspectus.sources import json_items
from conspectus.sources.decoding import head
from conspectus.sources.entry_fields import EntryFields
from conspectus.sources.exported import Exported, reading_of
from conspectus.sources.json_items import Item, Object, object_in, objects_in, text_of
from conspectus.sources.names import authors_of, person_of

NAME = "OpenAlex"

SIGN = re.compile(r'"https?://openalex\.org/[Ww]\d+"')

KINDS = {
    "article": "article-journal", "book": "book", "book-chapter": "chapter", "book-section": "chapter",
    "conference-paper": "paper-conference", "data-paper": "article-journal", "dataset": "dataset",
    "dissertation": "thesis", "editorial": "article-journal", "erratum": "article-journal",
    "journal-article": "article-journal", "letter": "article-journal", "monograph": "book", "peer-review": "review",
    "posted-content": "article", "preprint": "article", "proceedings-article": "paper-conference",
    "reference-entry": "entry", "report": "report", "review": "article-journal", "software": "software",
    "standard": "standard",
}  # fmt: skip
"""OpenAlex's types, and Crossref's that it kept from earlier on, as CSL names them."""

MOST_WORDS = 20_000
"""How long an abstract may be, in words."""


def sniff(source: Source) -> bool:
    """By the address of a work."""
    return json_items.looks_like_json(source) and bool(SIGN.search(head(source)))


def parse(source: Source) -> Reading:
    """A record for each work."""
    file = json_items.read(source, "results")
    return reading_of(source.path, NAME, map(_entry, file.items), mistakes=file.mistakes, remarks=file.remarks)


def _entry(item: Item) -> Exported:
    value = item.value
    primary = object_in(value.get("primary_location")) or object_in(value.get("host_venue"))
    locations = [primary, *objects_in(value.get("locations"))]
    place = object_in(primary.get("source")) or primary
    biblio = object_in(value.get("biblio"))
    first, last = text_of(biblio.get("first_page")), text_of(biblio.get("last_page"))
    kind = KINDS.get(text_of(value.get("type")))
    if kind == "article-journal" and text_of(place.get("type")) == "conference":
        kind = "paper-conference"
    addresses = [text_of(location.get("landing_page_url")) for location in locations]
    pdf = next((pdf for location in locations if (pdf := text_of(location.get("pdf_url")))), "")
    fields = EntryFields(
        title=text_of(value.get("title")) or text_of(value.get("display_name")),
        authors=authors_of(map(_person, objects_in(value.get("authorships")))),
        dates=tuple(
            filter(None, [_day(text_of(value.get("publication_date"))), text_of(value.get("publication_year"))])
        ),
        abstract=_abstract(value.get("abstract_inverted_index")),
        doi=text_of(value.get("doi")),
        identifiers=tuple(filter(None, addresses)),
        venue=text_of(place.get("display_name")),
        kind=kind,
        volume=text_of(biblio.get("volume")),
        issue=text_of(biblio.get("issue")),
        pages=f"{first}-{last}" if last and last != first else first,
        publisher=text_of(place.get("host_organization_name")) or text_of(place.get("publisher")),
        language=text_of(value.get("language")),
        keywords=tuple(
            text_of(word.get("display_name")) or text_of(word.get("keyword"))
            for word in objects_in(value.get("keywords"))
        ),
        urls=tuple(filter(None, [addresses[0], Link("pdf", pdf) if pdf else "", text_of(value.get("id"))])),
    )
    return Exported(fields, item.span)


def _person(authorship: Object) -> Person | None:
    author = object_in(authorship.get("author"))
    person = person_of(text_of(author.get("display_name")) or text_of(authorship.get("raw_author_name")))
    return replace(person, orcid=orcid_of(text_of(author.get("orcid")))) if person else None


def _day(date: str) -> str:
    """The date, without the first of January, which OpenAlex writes where it knows the year alone."""
    return date.removesuffix("-01-01")


def _abstract(index: object) -> str:
    """The abstract, of which OpenAlex gives each word with its places."""
    places = {
        place: word
        for word, found in object_in(index).items()
        for place in (found if isinstance(found, list) else [])
        if isinstance(place, int) and 0 <= place < MOST_WORDS
    }
    return " ".join(places[place] for place in sorted(places))
