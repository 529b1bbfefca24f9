"""RIS, as reference managers exchange it: a tag, two spaces, a hyphen, a space; lines end as DOS ends them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from conspectus.exports.entry import Entry, one_line
from conspectus.exports.format import Layout, Note, Use
from conspectus.exports.kinds import issued, kind_of

NAME = "RIS"
SUFFIX = "ris"
MEDIA_TYPE = "application/x-research-info-systems"
USES = frozenset({Use.CITE})

TYPES = {
    "article": "UNPB",  # there is no word for a preprint, and Zotero takes GEN for a journal's article
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "chapter": "CHAP",
    "dataset": "DATA",
    "manuscript": "UNPB",
    "pamphlet": "PAMP",
    "paper-conference": "CONF",
    "patent": "PAT",
    "report": "RPRT",
    "software": "COMP",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
}
"""CSL's types in RIS's words; GEN for all others."""

END = "\r\n"
LAST = "ER  - "
LAYOUT = Layout(end=END + END, key=("ID  - ", END), note=Note(entry=f"N1  - {{note}}{END}", before=LAST))


@lru_cache(maxsize=16384)
def written(entry: Entry) -> str:
    """One entry."""
    lines = (f"{tag}  - {line}" for tag, text in _tags(entry) if (line := one_line(text)))
    return END.join([*lines, LAST])


def _tags(entry: Entry) -> Iterator[tuple[str, str]]:
    work = entry.work
    yield "TY", TYPES.get(kind_of(work), "GEN")
    yield "ID", entry.key
    yield "TI", entry.title
    for person in work.people:
        yield "AU", person.inverted
    if date := issued(work):
        yield "PY", f"{date.year:04}"
        if date.month:
            yield "DA", f"{date.year:04}/{date.month:02}/{f'{date.day:02}' if date.day else ''}/"
    first, last = page_span(work.pages)
    texts = {"T2": work.venue, "VL": work.volume, "IS": work.issue, "SP": first, "EP": last, "PB": work.publisher}
    yield from ((tag, text) for tag, text in texts.items() if text)
    yield "LA", work.language or ""
    yield "DO", work.doi or ""
    yield "AN", f"arXiv:{work.arxiv}" if work.arxiv else ""
    yield "UR", entry.url
    yield from (("KW", word) for word in work.keywords)


def page_span(pages: str | None) -> tuple[str, str]:
    """The first and the last page. Page numbers with hyphens in them, such as `12-1–12-9`, stay whole."""
    first, _, last = re.sub(r"\s*[-–—]+\s*", "-", pages or "").partition("-")
    return (pages or "", "") if "-" in last else (first, last)
