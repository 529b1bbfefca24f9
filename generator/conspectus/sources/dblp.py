"""The computer science bibliography dblp: its search results, and the XML of records and of a person's publications."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Span
from conspectus.model.paper import Reading, Source
from conspectus.sources import json_items, xml_tree
from conspectus.sources.decoding import head
from conspectus.sources.entry_fields import EntryFields
from conspectus.sources.exported import Exported, citation_key, reading_of
from conspectus.sources.json_items import Object, object_in, texts
from conspectus.sources.names import authors_of
from conspectus.sources.xml_tree import Element, XmlError

NAME = "dblp"

XML = re.compile(r"<(?:dblp|dblpperson)\b|<result>\s*<query\b[\s\S]*?<hits\b")
JSON = re.compile(r'"hits"\s*:\s*\{\s*"@total"')

KINDS = {
    "article": "article-journal", "inproceedings": "paper-conference", "proceedings": "book", "book": "book",
    "incollection": "chapter", "phdthesis": "thesis", "mastersthesis": "thesis", "data": "dataset",
    "journal articles": "article-journal", "conference and workshop papers": "paper-conference",
    "editorship": "book", "books and theses": "book", "parts in books or collections": "chapter",
    "reference works": "entry-encyclopedia", "data and artifacts": "dataset", "informal publications": "article",
    "informal and other publications": "article",
}  # fmt: skip
"""The elements of dblp's records, and its types of publications, as CSL names them."""

Values = dict[str, list[str]]


def sniff(source: Source) -> bool:
    """By the outermost elements of its XML, or by how its search says how much it found."""
    start = head(source)
    if start.lstrip().startswith("<"):
        return bool(XML.search(start))
    return json_items.looks_like_json(source) and bool(JSON.search(start))


def parse(source: Source) -> Reading:
    """A record for each publication."""
    if head(source).lstrip().startswith("<"):
        return _parse_xml(source)
    file = json_items.read(source, "result.hits.hit", "hits.hit")
    entries = (_entry(_values(object_in(item.value.get("info"))), item.span) for item in file.items)
    return reading_of(source.path, NAME, entries, mistakes=file.mistakes, remarks=file.remarks)


def _values(info: Object) -> Values:
    people = object_in(info.get("authors")).get("author")
    named = [object_in(one).get("text") or one for one in (people if isinstance(people, list) else [people])]
    return {name: list(texts(value)) for name, value in info.items()} | {"author": list(texts(named))}


def _parse_xml(source: Source) -> Reading:
    try:
        root = xml_tree.read(source.data)
    except XmlError as error:
        help = "download it again from dblp, or export BibTeX there"
        mistake = Mistake("unreadable-file", str(error), Span(source.path, error.line), help)
        return Reading(source.path, NAME, mistakes=(mistake,))
    entries = (_entry(_fields(record), record.span(source.path)) for record in _records(root))
    return reading_of(source.path, NAME, entries)


def _records(root: Element) -> Iterator[Element]:
    """The publications, by themselves, as a person's or as what a search found."""
    for child in root.children:
        if child.name == "info" or child.name in KINDS:
            yield child
        elif child.name in ("r", "hits", "hit"):
            yield from _records(child)


def _fields(record: Element) -> Values:
    found: Values = {"key": [record.attributes.get("key", "")], "type": [record.name if record.name in KINDS else ""]}
    for child in (*record.children, *record.all("authors", "author")):
        found.setdefault(child.name, []).append(child.text)
    return {name: list(filter(None, values)) for name, values in found.items()}


def _entry(values: Values, span: Span) -> Exported:
    def first(*names: str) -> str:
        return next((text for name in names for text in values.get(name, ())), "")

    kind, informal = KINDS.get(first("type").lower()), "informal" in first("publtype", "type").lower()
    title, key = first("title"), first("key")
    fields = EntryFields(
        title=title if title.endswith("..") else title.removesuffix("."),
        authors=authors_of(values.get("author") or (values.get("editor", []) if kind == "book" else [])),
        dates=tuple(filter(None, [first("year")])),
        doi=first("doi"),
        identifiers=tuple(values.get("ee", ())),
        mentions=tuple(values.get("volume", ())),
        venue=first("journal", "booktitle", "venue"),
        kind="article" if informal else kind,
        volume=first("volume"),
        issue=first("number"),
        pages=first("pages"),
        publisher=first("publisher", "school"),
        urls=tuple(values.get("ee", ())),
    )
    return Exported(fields, span, citation_key(f"DBLP:{key}" if key else ""))
