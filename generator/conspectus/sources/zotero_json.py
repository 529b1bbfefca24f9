"""Zotero's items in JSON: Better BibTeX's own export, with its collections, and the answers of Zotero's API."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from conspectus.model.paper import Reading, Source
from conspectus.model.people import Person
from conspectus.sources import json_items, zotero_extra
from conspectus.sources.decoding import head
from conspectus.sources.entry_fields import EntryFields
from conspectus.sources.exported import Exported, citation_key, reading_of
from conspectus.sources.json_items import Item, Object, object_in, objects_in, text_of, texts
from conspectus.sources.names import authors_of, person_of, person_of_parts
from conspectus.sources.zotero_collections import Path, paths_by_item, paths_of
from conspectus.sources.zotero_rdf import KINDS, NO_ITEMS

NAME = "Zotero JSON"

SIGN = re.compile(r'"itemType"\s*:|"label"\s*:\s*"BetterBibTeX JSON"')

ROLES = (
    "author",
    "inventor",
    "presenter",
    "artist",
    "director",
    "podcaster",
    "programmer",
    "performer",
    "cartographer",
)
VENUES = (
    "publicationTitle", "proceedingsTitle", "bookTitle", "conferenceName", "encyclopediaTitle", "dictionaryTitle",
    "websiteTitle", "blogTitle", "forumTitle", "programTitle", "meetingName",
    "seriesTitle", "series",
)  # fmt: skip
PUBLISHERS = ("publisher", "university", "institution", "company", "repository", "organization", "label", "studio")


@dataclass(frozen=True, slots=True)
class Collections:
    """The collections by their own keys, and by the items that they say are in them."""

    by_key: Mapping[str, Path]
    by_item: Mapping[str, tuple[Path, ...]]

    def of(self, value: Object) -> tuple[Path, ...]:
        """Those that an item says it is in, or else those that name it."""
        own = dict.fromkeys(self.by_key[key] for key in texts(value.get("collections")) if key in self.by_key)
        names = (text_of(value.get(name)) for name in ("itemID", "key", "itemKey"))
        return tuple(own) or next((self.by_item[name] for name in names if name in self.by_item), ())


def sniff(source: Source) -> bool:
    """By a key that only Zotero's items have."""
    return json_items.looks_like_json(source) and bool(SIGN.search(head(source)))


def parse(source: Source) -> Reading:
    """A record for each item; attachments and notes are none."""
    file = json_items.read(source, "items")
    collections = _collections(object_in(file.whole.get("collections")))
    items = ((item, object_in(item.value.get("data")) or item.value) for item in file.items)
    entries = (
        _entry(item, value, collections) for item, value in items if text_of(value.get("itemType")) not in NO_ITEMS
    )
    return reading_of(source.path, NAME, entries, mistakes=file.mistakes, remarks=file.remarks)


def _collections(known: Object) -> Collections:
    values = {key: object_in(value) for key, value in known.items()}
    titles = {key: text_of(value.get("name")) for key, value in values.items()}
    by_key = paths_of(titles, {key: text_of(value.get("parent")) for key, value in values.items()})
    return Collections(by_key, paths_by_item(by_key, {key: texts(value.get("items")) for key, value in values.items()}))


def _entry(item: Item, value: Object, collections: Collections) -> Exported:
    def first(*names: str) -> str:
        return next((text for name in names if (text := text_of(value.get(name)).strip())), "")

    extra = first("extra")
    kind = KINDS.get(first("itemType"))
    number = first("issue", "number")
    fields = EntryFields(
        title=first("title", "subject", "caseName", "nameOfAct"),
        authors=authors_of(_people(value, kind)),
        dates=tuple(filter(None, [first("date", "issueDate", "dateEnacted")])),
        abstract=first("abstractNote"),
        doi=first("DOI") or zotero_extra.doi(extra),
        identifiers=tuple(filter(None, [first("archiveID"), first("url")])),
        mentions=(*(first(name) for name in ("publicationTitle", "reportNumber", "archiveLocation")), number, extra),
        venue=first(*VENUES),
        kind=kind,
        volume=first("volume"),
        issue=number if kind in ("article-journal", "article-magazine", None) else "",
        pages=first("pages"),
        publisher=first(*PUBLISHERS),
        language=first("language"),
        keywords=tuple(_tags(value.get("tags"))),
        urls=tuple(filter(None, [first("url")])),
    )
    key = first("citationKey", "citekey") or zotero_extra.citation_key(extra)
    return Exported(fields, item.span, citation_key(key), collections.of(value))


def _tags(tags: object) -> Iterator[str]:
    yield from (text_of(tag.get("tag")) for tag in objects_in(tags))
    yield from (tag for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else ()


def _people(value: Object, kind: str | None) -> Iterator[Person | None]:
    creators = objects_in(value.get("creators"))
    for role in (*ROLES, *(["editor"] if kind == "book" else []), "contributor"):
        if people := [one for one in creators if (text_of(one.get("creatorType")) or "author") == role]:
            yield from map(_person, people)
            return


def _person(creator: Object) -> Person | None:
    family, given = text_of(creator.get("lastName")), text_of(creator.get("firstName"))
    name = text_of(creator.get("name"))
    return (
        person_of_parts(family, given)
        if family and given
        else person_of(f"{{{(name or family or given).strip(' ,')}}}")
    )
