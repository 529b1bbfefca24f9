"""arXiv's Atom and RSS: answers of its API, and the feeds of its daily announcements."""

from __future__ import annotations

import re

from conspectus.diagnostics import Mistake, Span
from conspectus.language import marked
from conspectus.model.paper import Reading, Record, Source
from conspectus.sources import xml_tree
from conspectus.sources.arxiv_fields import Preprint, day_of, id_of, named, names, record
from conspectus.sources.decoding import head
from conspectus.sources.limits import limited
from conspectus.sources.xml_tree import Element, XmlError

NAME = marked("arXiv feed")

SIGN = re.compile(
    r"(?:<(?:\w+:)?(?:feed|rss)\b|\sxmlns=\"http://purl\.org/rss/1\.0/\")[\s\S]*?(?:arxiv\.org|arXiv\.org)"
)
ANNOUNCED = re.compile(r"\A\s*(?:arXiv:\S+\s*)?(?:Announce Type:\s*[\w-]+\s*)?(?:Abstract:\s*)?")
TITLE_END = re.compile(r"\s*\(arXiv:\S+\s*(?:\[[^\]]*\])?(?:\s*UPDATED)?\)\s*$")
TAG = re.compile(r"<[^<>]*>")


def sniff(source: Source) -> bool:
    """By its outermost element, and arXiv's address near it."""
    start = head(source)[:8000]
    return start.lstrip().startswith("<") and bool(SIGN.search(start))


def parse(source: Source) -> Reading:
    """A record for each entry."""
    try:
        root = xml_tree.read(source.data)
    except XmlError as error:
        help = "save the whole feed again"
        return Reading(
            source.path, NAME, mistakes=(Mistake("broken-entry", str(error), Span(source.path, error.line), help),)
        )
    entries = [*root.all("entry"), *root.all("channel", "item"), *root.all("item")]
    is_announcement = root.name != "feed" or any(entry.first("announce_type") for entry in entries)
    day = root.first("channel", "pubDate") or root.first("channel", "date") or root.first("updated")
    records: list[Record] = []
    mistakes: list[Mistake] = []
    for entry in limited(entries):
        preprint = _preprint(entry, source.path, day if is_announcement else "")
        if preprint.id:
            records.append(record(preprint, is_announcement))
        else:
            message = "this entry has no arXiv id"
            mistakes.append(Mistake("broken-entry", message, preprint.span, "delete the entry, or save the feed again"))
    return Reading(source.path, NAME, tuple(records), tuple(mistakes), title="")


def _preprint(entry: Element, path: str, day: str) -> Preprint:
    links = [link.attributes.get("href", "") for link in entry.all("link")]
    ids = (entry.first("id"), entry.first("guid"), entry.first("link"), entry.attributes.get("about", ""), *links)
    authors = [name for author in entry.all("author") if (name := author.first("name") or author.text)]
    creators = [TAG.sub("", creator.text) for creator in entry.all("creator")]
    category = next((one.attributes.get("term", "") or one.text for one in entry.all("category")), "")
    primary = next((one.attributes.get("term", "") for one in entry.all("primary_category")), "")
    abstract = entry.first("summary") or entry.first("description")
    doi = entry.first("doi") or entry.first("DOI")
    return Preprint(
        id=next((id for text in ids if (id := id_of(text))), ""),
        span=entry.span(path),
        title=TITLE_END.sub("", entry.first("title")),
        authors=named(authors) if authors else names(", ".join(creators)),
        # A feed's dates are those of the announcement; an answer of the API has that of the first version.
        date="" if day else entry.first("published"),
        abstract=ANNOUNCED.sub("", TAG.sub("", abstract)).strip(),
        subject=primary or category,
        comments=entry.first("comment"),
        journal=entry.first("journal_ref"),
        doi=doi,
        added=day_of(day) if day else None,
    )
