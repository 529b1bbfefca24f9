"""Zotero's RDF: its own export of a library, with everything it knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Span
from conspectus.model.paper import Reading, Source
from conspectus.model.people import Person
from conspectus.sources import xml_tree, zotero_extra
from conspectus.sources.decoding import head
from conspectus.sources.entry_fields import EntryFields
from conspectus.sources.exported import Exported, reading_of
from conspectus.sources.names import authors_of, person_of_parts
from conspectus.sources.xml_tree import Element, XmlError
from conspectus.sources.zotero_collections import Path, paths_by_item, paths_of

NAME = "Zotero RDF"

START = re.compile(r"<rdf:RDF\b")
ZOTERO = re.compile(r"http://www\.zotero\.org/namespaces/export#|<bib:|<z:itemType>")
OTHER = re.compile(r"http://purl\.org/ontology/bibo/")
"""Bibliontology, which Zotero writes too, in other words."""

KINDS = {
    "artwork": "graphic", "audioRecording": "song", "blogPost": "post-weblog", "book": "book",
    "bookSection": "chapter", "computerProgram": "software", "conferencePaper": "paper-conference",
    "dataset": "dataset", "dictionaryEntry": "entry-dictionary", "document": "document",
    "encyclopediaArticle": "entry-encyclopedia", "film": "motion_picture", "forumPost": "post",
    "journalArticle": "article-journal", "magazineArticle": "article-magazine", "manuscript": "manuscript",
    "map": "map", "newspaperArticle": "article-newspaper", "patent": "patent", "podcast": "broadcast",
    "preprint": "article", "presentation": "speech", "report": "report", "standard": "standard",
    "statute": "legislation", "thesis": "thesis", "videoRecording": "motion_picture", "webpage": "webpage",
}  # fmt: skip
"""Zotero's types of items as CSL names them."""

ELEMENTS = {
    "Article": "journalArticle", "Book": "book", "BookSection": "bookSection", "Thesis": "thesis", "Report": "report",
    "Document": "document", "Patent": "patent", "Manuscript": "manuscript", "Letter": "letter",
}  # fmt: skip
"""The types that the elements of items say where nothing else does."""

MOST_PARTS = 100
"""How many elements and spaces between them an element has that others refer to; Zotero writes twenty."""

NO_ITEMS = frozenset(["attachment", "note", "annotation"])
ROLES = ("authors", "inventors", "presenters", "artists", "directors", "podcasters", "programmers", "contributors")


def sniff(source: Source) -> bool:
    """By its outermost element, and Zotero's names in it."""
    start = head(source)
    return bool(START.search(start) and ZOTERO.search(start)) and not OTHER.search(start)


def parse(source: Source) -> Reading:
    """A record for each item; attachments, notes and collections are none."""
    try:
        root = xml_tree.read(source.data)
    except XmlError as error:
        help = "export the library again from Zotero"
        mistake = Mistake("unreadable-file", str(error), Span(source.path, error.line), help)
        return Reading(source.path, NAME, mistakes=(mistake,))
    small = (child for child in root.children if len(child.content) <= MOST_PARTS)
    named = {about: child for child in small if (about := child.attributes.get("about"))}
    collections = _collections(root)
    entries = (_entry(child, named, collections, source.path) for child in root.children if _type(child))
    return reading_of(source.path, NAME, entries)


def _collections(root: Element) -> dict[str, tuple[Path, ...]]:
    """The collections that each item is in, each with those above it."""
    collections = {item.attributes.get("about", ""): item for item in root.children if item.name == "Collection"}
    inside = {name: _members(item) for name, item in collections.items()}
    above = {member: name for name, members in inside.items() for member in members if member in collections}
    return paths_by_item(paths_of({name: item.first("title") for name, item in collections.items()}, above), inside)


def _members(collection: Element) -> list[str]:
    return [part.attributes.get("resource", "") for part in collection.all("hasPart")]


def _type(element: Element) -> str:
    """Zotero's type of an item; empty for what is none."""
    type = element.first("itemType") or ELEMENTS.get(element.name, "")
    return "" if type in NO_ITEMS else type


def _entry(item: Element, named: dict[str, Element], collections: dict[str, tuple[Path, ...]], path: str) -> Exported:
    kind = KINDS.get(_type(item))
    inside = [_resolved(part, named) for part in item.all("isPartOf")]
    containers = [container for part in inside for container in (part.children if part.name == "isPartOf" else [part])]
    both = [item, *containers]
    extra = "\n".join("".join(note._texts()) for note in item.all("description"))
    key = item.first("citationKey") or zotero_extra.citation_key(extra)
    fields = EntryFields(
        title=item.first("title"),
        authors=authors_of(_people(item, kind)),
        dates=tuple(filter(None, [item.first("date")])),
        abstract=item.first("abstract"),
        identifiers=(*(text for part in both for text in _identifiers(part)), zotero_extra.doi(extra)),
        mentions=(*(container.first("title") for container in containers), extra, item.first("number")),
        venue=next((title for container in containers if (title := container.first("title"))), "")
        or item.first("presentedAt", "Conference", "title")
        or item.first("meetingName"),
        kind=kind,
        volume=_known(both, "volume"),
        issue=_known(both, "number") if kind in ("article-journal", "article-magazine", None) else "",
        pages=item.first("pages"),
        publisher=_known(both, "publisher", "Organization", "name") or _known(both, "publisher"),
        language=item.first("language"),
        keywords=tuple(subject.text for subject in item.all("subject")),
        urls=tuple(address for address in _addresses(item)),
    )
    return Exported(fields, item.span(path), key, collections.get(item.attributes.get("about", ""), ()))


def _resolved(part: Element, named: dict[str, Element]) -> Element:
    """What an element refers to, or itself."""
    return named.get(part.attributes.get("resource", ""), part)


def _known(parts: list[Element], *path: str) -> str:
    return next((text for part in parts if (text := part.first(*path))), "")


def _people(item: Element, kind: str | None) -> Iterator[Person | None]:
    for role in [*ROLES, *(["editors"] if kind == "book" else [])]:
        if people := item.all(role, "Seq", "li", "Person"):
            for person in people:
                yield person_of_parts(person.first("surname"), person.first("givenName") or person.first("givenname"))
            return


def _addresses(item: Element) -> list[str]:
    return [address.text for address in item.all("identifier", "URI", "value")]


def _identifiers(part: Element) -> Iterator[str]:
    for identifier in part.all("identifier"):
        text = identifier.text
        if text.startswith("DOI"):
            yield text.removeprefix("DOI").strip()
        elif text.startswith("http"):
            yield text
