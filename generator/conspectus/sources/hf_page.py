"""Hugging Face's daily, trending and search pages, saved as Markdown or text with the links in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from conspectus.diagnostics import Mistake, Span
from conspectus.language import marked
from conspectus.model.paper import Authority, Reading, Record, Source
from conspectus.model.people import Authors
from conspectus.model.when import Date
from conspectus.sources import links
from conspectus.sources.arxiv_fields import id_of
from conspectus.sources.dates import date_of
from conspectus.sources.decoding import decode, head
from conspectus.sources.entry_fields import EntryFields, work_of
from conspectus.sources.listing_page import is_prose

NAME = marked("Hugging Face page")

PAPER = re.compile(r"https?://(?:huggingface\.co|hf\.co)/papers/(?P<id>\d{4}\.\d{4,5})(?:v\d+)?(?P<place>#\S*)?$")
SIGN = re.compile(
    r"Daily Papers|Trending Papers|Get trending papers in your email|huggingface\.co/login\?next=%2Fpapers"
)
IMAGE = re.compile(r"!\[[^\[\]]*\]\([^()\s]*(?:\s\"[^\"]*\")?\)")
LINK = re.compile(r"\[(?P<text>[^\[\]]*)\]\((?P<href>[^()\s]+)(?:\s\"[^\"]*\")?\)")
ADDRESS = re.compile(r"https?://\S+$")
AUTHORS = re.compile(r"(?:·|•|\s)*(\d{1,5}) authors?")
DATE = re.compile(r"(?:Published on |· )?(?P<date>[A-Z][a-z]{2} \d{1,2}, (?:19|20)\d\d)")
NOISE = re.compile(
    r"[\W\d]*|\[?-\]? ?[\d.k-]*|(?:Submitted by|Upvote|Abstract|GitHub|arXiv Page|Paper|PDF)\b.{0,40}|\d+(?:\.\d+)?k?"
)
OWN_DAY = re.compile(
    r"(?m)^(?:url|URL Source|source):\s*\S*papers/date/(\d{4}-\d\d-\d\d)|"
    r"^(?:exported|timestamp|retrieved):\s*\"?(\d{4}-\d\d-\d\d)"
)
"""The page's own day, or that on which it was saved, as programs that save pages write them above it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the page's text, and the address it leads to."""

    text: str
    href: str
    line: int


@dataclass(slots=True)
class Shown:
    """One paper as the page shows it."""

    id: str
    line: int
    title: str = ""
    abstract: str = ""
    count: int | None = None
    date: Date | None = None


def sniff(source: Source) -> bool:
    """By what stands above the papers, with addresses of papers below."""
    start = head(source)
    return (
        bool(SIGN.search(start)) and len(set(re.findall(r"(?:huggingface|hf)\.co/papers/(\d{4}\.\d{4,5})", start))) > 1
    )


def parse(source: Source) -> Reading:
    """A record for each paper the page leads to."""
    text, remarks = decode(source.data)
    own = OWN_DAY.search(text[:4000])
    day = date_of(own[1] or own[2]) if own else None
    shown = [one for one in _shown(_pieces(text)) if one.title]
    records = tuple(_record(one, source.path, day) for one in shown)
    mistakes = (
        ()
        if records
        else (Mistake("broken-listing", "no paper was found on this page", Span(source.path), "save it again"),)
    )
    return Reading(source.path, NAME, records, mistakes, remarks=remarks)


def _pieces(text: str) -> Iterator[Piece]:
    """The page in pieces. An address on a line of its own belongs to the line above it."""
    waiting: tuple[str, int] | None = None
    text = re.sub(r"\[\s*\n\s*([^\[\]\n]{1,40})\]\(", r"[\1](", text)
    for number, line in enumerate(IMAGE.sub("", text).split("\n"), 1):
        line = line.strip().lstrip("#*-> ")
        if not line:
            continue
        if ADDRESS.fullmatch(line):
            yield Piece(waiting[0] if waiting else "", line, waiting[1] if waiting else number)
            waiting = None
            continue
        if waiting:
            yield Piece(waiting[0], "", waiting[1])
            waiting = None
        linked = list(LINK.finditer(line))
        if not linked:
            waiting = (line, number)
            continue
        at = 0
        for link in linked:
            yield Piece(line[at : link.start()].strip(), "", number)
            yield Piece(link["text"].strip(), link["href"], number)
            at = link.end()
        yield Piece(line[at:].strip(), "", number)
    if waiting:
        yield Piece(waiting[0], "", waiting[1])


def _shown(pieces: Iterator[Piece]) -> Iterator[Shown]:
    papers: dict[str, Shown] = {}
    present: Shown | None = None
    for piece in pieces:
        found = PAPER.match(piece.href)
        if found:
            present = papers.setdefault(found["id"], Shown(found["id"], piece.line))
        text = " ".join(piece.text.split())
        if present is None or not text:
            continue
        if count := AUTHORS.fullmatch(text):
            present.count = present.count or int(count[1])
        elif date := DATE.fullmatch(text):
            present.date = present.date or date_of(date["date"])
        elif not NOISE.fullmatch(text):
            _take(present, text, bool(found), piece.line)
    yield from papers.values()


def _take(present: Shown, text: str, is_linked: bool, line: int) -> None:
    """A title, or the abstract behind it."""
    if is_linked and not present.title:
        present.title, present.line = text, line
    elif present.title and not present.abstract and text != present.title and (is_prose(text) or len(text) > 250):
        present.abstract = text


def _record(shown: Shown, path: str, day: Date | None) -> Record:
    fields = EntryFields(title=shown.title, abstract=shown.abstract, identifiers=(f"arXiv:{id_of(shown.id)}",))
    work = work_of(fields)
    found = links.in_prose(shown.abstract)
    work = replace(
        work,
        authors=Authors(count=shown.count) if shown.count else None,
        date=shown.date,
        urls=found,
        code=True if any(link.kind == "code" for link in found) else None,
        listed=(PurePosixPath(path).stem,),
        added=day,
    )
    return Record(work, Span(path, shown.line), Authority.LISTING)
