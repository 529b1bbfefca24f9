"""Lines of a list in Markdown that link to a paper of which nothing else was made: none is passed over in silence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from conspectus.diagnostics import Span
from conspectus.model.identifiers import arxiv_id
from conspectus.model.paper import Dropped, Record
from conspectus.sources.list_words import word_count

PAPER = re.compile(
    r"(?i)arxiv\.org/(?:abs|pdf|html)/(?P<arxiv>\d{4}\.\d{4,5})|\barxiv:\s?(?P<named>\d{4}\.\d{4,5})"
    r"|(?:doi\.org/|\bdoi:\s?)(?P<doi>10\.\d{4,9}/[^\s()<>\[\]\"|]+)"
    r"|openreview\.net/(?:forum|pdf)\?id=(?P<openreview>[\w-]+)"
)
"""How a text points to a paper."""

PRINTED = re.compile(r"\[([^\[\]]{12,300})\]\(<?([^()\s<>]+\.(?:pdf|ps))\b[^()]*\)", re.I)
"""A link to a printed paper whose text may be its title."""

NO_TEXT = re.compile(r"<!--.*?-->|^(?P<fence>```|~~~).*?^(?P=fence)", re.DOTALL | re.MULTILINE)
"""Comments, and blocks of code, whose BibTeX is read by itself."""

MARKUP = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|<[^>]*>|[*_`|]")

SHOWN = 80
"""How many characters of a line a report shows."""

WHY = "it links to a paper, but not as an entry does, with a title first: rewrite the line, or import the identifier"

BESIDE = "the entry of another paper mentions it: to have it, give it a line of its own, or import the identifier"


def missed(text: str, path: str, records: Iterable[Record]) -> Iterator[Dropped]:
    """What links to a paper that none of these records is, by the first line it stands in. `records`: those that were
    read, whether they were taken or dropped with a reason."""
    records = tuple(records)
    known = {key for record in records for key in _of(record)}
    taken = {record.span.line for record in records}
    titles = {record.work.title.source for record in records if record.work.title}
    shown = NO_TEXT.sub(lambda found: "\n" * found[0].count("\n"), text)
    for number, line in enumerate(shown.splitlines(), 1):
        lost = [key for key in _keys(line) if key not in known]
        if number in taken and (beside := [title for title in _printed(line) if title not in titles]):
            yield Dropped(" and ".join(beside), Span(path, number), BESIDE)
        if lost:
            known.update(lost)
            if number in taken:
                yield Dropped(" and ".join(lost), Span(path, number), BESIDE)
                continue
            title = " ".join(MARKUP.sub(r"\1 ", line).split()).lstrip("-+0123456789.) ")
            yield Dropped(title[:SHOWN] or line.strip()[:SHOWN], Span(path, number), WHY)


def _printed(line: str) -> Iterator[str]:
    """The titles of printed papers that a line links to behind the first one."""
    for found in list(PRINTED.finditer(line))[1:]:
        title = " ".join(MARKUP.sub(r"\1 ", found[1]).split()).strip(" .,:;")
        if word_count(title) > 2:
            yield title


def _of(record: Record) -> Iterator[str]:
    work = record.work
    yield from filter(None, (work.arxiv, work.doi))
    for link in work.urls:
        yield from _keys(link.url)


def _keys(text: str) -> Iterator[str]:
    """What a text points to, each as its bare identifier."""
    for found in PAPER.finditer(text):
        key = next(filter(None, found.groups()))
        yield (arxiv_id(key) or key.lower().rstrip(".,;:")) if found["doi"] else key
