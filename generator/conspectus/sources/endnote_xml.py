"""EndNote's XML export, which Bookends, Zotero and others write too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conspectus.diagnostics import Mistake, Span
from conspectus.model.paper import Reading, Source
from conspectus.model.work import Link
from conspectus.sources import xml_tree
from conspectus.sources.decoding import decode, head
from conspectus.sources.endnote_tagged import KINDS
from conspectus.sources.entry_fields import EntryFields
from conspectus.sources.exported import Exported, citation_key, reading_of
from conspectus.sources.limits import limited
from conspectus.sources.names import authors_of, person_of
from conspectus.sources.xml_tree import Element, XmlError

NAME = "EndNote XML"

START = re.compile(r"<xml>\s*<records>|<records>\s*<record>[\s\S]*?<(?:ref-type|contributors|titles)\b")
OPENING, CLOSING = "<record>", "</record>"

FACES = {"italic": "emph", "bold": "textbf", "superscript": "textsuperscript", "subscript": "textsubscript"}
"""Faces of a style as macros."""


def sniff(source: Source) -> bool:
    """By its outermost elements."""
    start = head(source)
    return start.lstrip().startswith("<") and bool(START.search(start))


def parse(source: Source) -> Reading:
    """A record for each `<record>`; where one is not well-formed, the others are read."""
    mistakes: list[Mistake] = []
    try:
        records = list(limited(_records(xml_tree.read(source.data))))
    except XmlError as error:
        records, mistakes = _one_by_one(source, error)
    entries = [_entry(record, source.path) for record in records]
    return reading_of(source.path, NAME, entries, mistakes=mistakes)


def _records(element: Element) -> Iterator[Element]:
    for child in element.children:
        if child.name == "record":
            yield child
        elif child.name == "records":
            yield from _records(child)


def _one_by_one(source: Source, whole: XmlError) -> tuple[list[Element], list[Mistake]]:
    """The records of a file that is not well-formed as a whole."""
    help = "export the file again, or correct this line"
    if "entities" in str(whole):
        return [], [Mistake("unreadable-file", str(whole), Span(source.path, whole.line), help)]
    text, _ = decode(source.data)
    records: list[Element] = []
    mistakes: list[Mistake] = []
    line, at = 1, 0
    while (start := text.find(OPENING, at)) >= 0 and (end := text.find(CLOSING, start)) >= 0:
        line, at = line + text.count("\n", at, start), start
        try:
            record = xml_tree.read(text[start : end + len(CLOSING)])
        except XmlError as error:
            mistakes.append(Mistake("broken-entry", str(error), Span(source.path, line + error.line - 1), help))
        else:
            record.line, record.column = line, 1
            records.append(record)
        line, at = line + text.count("\n", start, end), end
    return records, mistakes or [Mistake("unreadable-file", str(whole), Span(source.path, whole.line), help)]


def _entry(record: Element, path: str) -> Exported:
    type = record.all("ref-type")
    kind = KINDS.get((type[0].attributes.get("name") or type[0].text).lower()) if type else None
    people = record.all("contributors", "authors", "author") or (
        record.all("contributors", "secondary-authors", "author") if kind == "book" else []
    )
    year, day = record.first("dates", "year"), record.first("dates", "pub-dates", "date")
    whole = day if re.search(r"\d{4}", day) else f"{day} {year}".strip()
    fields = EntryFields(
        title=_styled(record, "titles", "title"),
        authors=authors_of(person_of(author.text) for author in people),
        dates=tuple(filter(None, [year, whole])),
        abstract=_styled(record, "abstract"),
        doi=record.first("electronic-resource-num"),
        identifiers=tuple(_addresses(record, "related-urls")),
        mentions=(record.first("titles", "secondary-title"), record.first("accession-num")),
        venue=record.first("titles", "secondary-title")
        or record.first("periodical", "full-title")
        or record.first("alt-periodical", "full-title")
        or record.first("titles", "alt-title"),
        kind=kind,
        volume=record.first("volume"),
        issue=record.first("number") or record.first("issue"),
        pages=pages if "http" not in (pages := record.first("pages")) else "",
        publisher=record.first("publisher"),
        language=record.first("language"),
        keywords=tuple(word.text for word in record.all("keywords", "keyword")),
        urls=(
            *_addresses(record, "related-urls"),
            *_addresses(record, "web-urls"),
            *(Link("pdf", address) for address in _addresses(record, "pdf-urls") if address.startswith("http")),
        ),
    )
    return Exported(fields, record.span(path), citation_key(record.first("label")))


def _addresses(record: Element, group: str) -> list[str]:
    """The addresses of a group, of which one element may have several; the name of a file is one with its spaces."""
    found: list[str] = []
    for url in record.all("urls", group, "url"):
        parts = url.text.split()
        found += parts if all("://" in part or part.startswith("10.") for part in parts) else [url.text.strip()]
    return found


def _styled(record: Element, *path: str) -> str:
    """Text with its styles as TeX."""
    for element in record.all(*path):
        if element.text:
            return "".join(_pieces(element))
    return ""


def _pieces(element: Element) -> Iterator[str]:
    for item in element.content:
        if isinstance(item, str):
            yield item if item.strip() or "\n" not in item else ""  # a line's end between two styles is no space
            continue
        macro = FACES.get(item.attributes.get("face", ""))
        inside = "".join(_pieces(item))
        yield f"\\{macro}{{{inside.strip()}}}" if macro and inside.strip() else inside
