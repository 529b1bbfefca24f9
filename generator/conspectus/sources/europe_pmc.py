"""Europe PMC: the search results of its API, in JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conspectus.model.paper import Reading, Source
from conspectus.model.people import Person
from conspectus.sources import json_items, medline
from conspectus.sources.decoding import head
from conspectus.sources.entry_fields import EntryFields
from conspectus.sources.exported import Exported, reading_of
from conspectus.sources.json_items import Item, Object, object_in, objects_in, text_of, texts
from conspectus.sources.names import authors_of, person_by_initials, person_of_parts

NAME = "Europe PMC"

SIGN = re.compile(r'"resultList"\s*:|"(?:authorString|isEpmc|inEPMC)"\s*:')


def sniff(source: Source) -> bool:
    """By keys that only it writes."""
    return json_items.looks_like_json(source) and bool(SIGN.search(head(source)))


def parse(source: Source) -> Reading:
    """A record for each result."""
    file = json_items.read(source, "resultList.result", "result")
    return reading_of(source.path, NAME, map(_entry, file.items), mistakes=file.mistakes, remarks=file.remarks)


def _entry(item: Item) -> Exported:
    def first(*names: str) -> str:
        return next((text for name in names if (text := text_of(value.get(name)).strip())), "")

    value = item.value
    journal = object_in(value.get("journalInfo"))
    title = text_of(object_in(journal.get("journal")).get("title"))
    preprint = first("source") == "PPR"
    page = object_in(value.get("bookOrReportDetails"))
    pubmed = first("pmid")
    words = [*texts(object_in(value.get("keywordList")).get("keyword")), *_headings(value)]
    fields = EntryFields(
        title=medline.bare_title(first("title")),
        authors=authors_of(_people(value)),
        dates=tuple(
            filter(None, [first("firstPublicationDate"), text_of(journal.get("dateOfPublication")), first("pubYear")])
        ),
        abstract=first("abstractText"),
        doi=first("doi"),
        venue="" if preprint else title or first("journalTitle") or text_of(page.get("comprisingTitle")),
        kind="article" if preprint else medline.kind_of(_types(value)),
        volume=text_of(journal.get("volume")) or first("journalVolume"),
        issue=text_of(journal.get("issue")) or first("issue"),
        pages=first("pageInfo"),
        publisher=text_of(page.get("publisher")),
        language=first("language"),
        keywords=tuple(words),
        urls=(f"https://pubmed.ncbi.nlm.nih.gov/{pubmed}/",) if pubmed.isdigit() else (),
    )
    return Exported(fields, item.span)


def _types(value: Object) -> list[str]:
    listed = list(texts(object_in(value.get("pubTypeList")).get("pubType")))
    return listed or text_of(value.get("pubType")).split(";")


def _headings(value: Object) -> Iterator[str]:
    for heading in objects_in(object_in(value.get("meshHeadingList")).get("meshHeading")):
        yield text_of(heading.get("descriptorName"))


def _people(value: Object) -> Iterator[Person | None]:
    people = objects_in(object_in(value.get("authorList")).get("author"))
    for person in people:
        orcid = text_of(object_in(person.get("authorId")).get("value"))
        if group := text_of(person.get("collectiveName")):
            yield Person(group)
        elif family := text_of(person.get("lastName")):
            given = text_of(person.get("firstName")) or text_of(person.get("initials"))
            yield person_of_parts(family, given, orcid=orcid)
        else:
            yield person_by_initials(text_of(person.get("fullName")))
    if not people:
        yield from map(person_by_initials, text_of(value.get("authorString")).rstrip(".").split(", "))
