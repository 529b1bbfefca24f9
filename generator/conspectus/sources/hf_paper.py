"""The page of one paper at Hugging Face, saved as text. The papers recommended below it are not taken."""

from __future__ import annotations

import re
from dataclasses import replace

from conspectus.diagnostics import Mistake, Span
from conspectus.language import marked
from conspectus.model.paper import Authority, Reading, Record, Source
from conspectus.model.work import Link
from conspectus.sources import links
from conspectus.sources.arxiv_fields import id_of, named
from conspectus.sources.dates import date_of
from conspectus.sources.decoding import decode, head
from conspectus.sources.entry_fields import EntryFields, work_of
from conspectus.sources.hf_page import IMAGE, LINK

NAME = marked("Hugging Face paper")

ID_LINE = re.compile(r"(?m)^[^\w\n]*arxiv:\s?\[?(?P<id>\d{4}\.\d{4,5})(?:\]\([^)]*\))?\s*$", re.I)
PUBLISHED = re.compile(r"(?m)^[^\w\n]*Published on\s+(?P<date>[A-Z][a-z]{2} \d{1,2}(?:, \d{4})?)")
SUBMITTED = re.compile(r"Submitted by[\s\S]{0,600}?\bon\s+(?P<date>[A-Z][a-z]{2} \d{1,2}, \d{4})")
AUTHORS = re.compile(r"(?m)^[^\w\n]*Authors?:\s*$")
ABSTRACT = re.compile(r"(?m)^[^\w\n]*Abstract\s*$\n(?:-{3,}\n)?")
END = re.compile(r"(?m)^.*(?:View arXiv page|View PDF|Add to collection|View on arXiv)|^[^\w\n]*Community\b")
UNDERLINE = re.compile(r"[=\-#\s]*")


def sniff(source: Source) -> bool:
    """By the paper's id on a line of its own, and the headings of such a page."""
    start = head(source)
    return bool(ID_LINE.search(start) and ABSTRACT.search(start) and re.search(r"Published on|Paper page", start))


def parse(source: Source) -> Reading:
    """One record."""
    text, remarks = decode(source.data)
    mark = ID_LINE.search(text)
    title = _title(text, mark.end()) if mark else None
    if mark is None or title is None:
        message = "the title of the paper was not found on this page"
        return Reading(
            source.path, NAME, mistakes=(Mistake("broken-listing", message, Span(source.path), "save it again"),)
        )
    line, words = title
    start = ABSTRACT.search(text, mark.end())
    end = END.search(text, start.end()) if start else None
    abstract = text[start.end() : end.start() if end else len(text)] if start else ""
    above = text[mark.end() : start.start() if start else len(text)]
    published, submitted = PUBLISHED.search(above), SUBMITTED.search(above)
    fields = EntryFields(
        title=words,
        authors=named(_names(above)),
        dates=(published["date"],) if published else (),
        abstract=" ".join(_plain(abstract).split()),
        identifiers=(f"arXiv:{id_of(mark['id'])}",),
        urls=tuple(_links(text[end.start() if end else len(text) :])),
    )
    work = work_of(fields)
    found = links.distinct([*work.urls, *links.in_prose(fields.abstract)])
    code = True if any(link.kind == "code" for link in found) else None
    work = replace(work, urls=found, code=code, added=date_of(submitted["date"]) if submitted else None)
    record = Record(work, Span(source.path, line, 1, len(words)), Authority.LISTING)
    return Reading(source.path, NAME, (record,), remarks=remarks)


def _title(text: str, at: int) -> tuple[int, str] | None:
    """The title, which is the next thing that is said behind the id, and its line."""
    line = text.count("\n", 0, at) + 1
    for number, one in enumerate(text[at:].split("\n")):
        words = " ".join(_plain(one).strip("# *").split())
        if words and not UNDERLINE.fullmatch(words):
            return line + number, words
    return None


def _plain(text: str) -> str:
    return LINK.sub(lambda link: link["text"], IMAGE.sub("", text)).replace("\\\\", "\\")


def _names(text: str) -> list[str]:
    """The names between `Authors:` and the abstract."""
    start = AUTHORS.search(text)
    if start is None:
        return []
    parts = re.split(r"[,\n]", _plain(text[start.end() :]))
    return [name for part in parts if re.search(r"\w", name := " ".join(part.split()).strip(" ,·"))]


def _links(text: str) -> list[Link]:
    """What belongs to the paper of the links behind the abstract; not those of the comments below."""
    buttons = re.split(r"(?m)^[^\w\n]*Community\b", text)[0]
    found = (links.link(link["href"]) for link in LINK.finditer(IMAGE.sub("", buttons)))
    return [link for link in found if link and link.kind in ("code", "project")]
