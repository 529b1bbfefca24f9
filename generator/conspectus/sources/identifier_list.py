"""Identifiers alone: arXiv ids, DOIs and URLs, one on each line, with comments behind `#`.

The identifier stands for the title until a source that knows the title is there: run `conspectus fill`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from conspectus.diagnostics import Mistake, Span
from conspectus.language import marked
from conspectus.model import identifiers
from conspectus.model.paper import Authority, Dropped, Exclusion, Reading, Record, Source
from conspectus.model.work import Work
from conspectus.sources.decoding import decode, head
from conspectus.sources.entry_fields import EntryFields, work_of
from conspectus.text import Text

NAME = marked("list of identifiers")

COMMENT = re.compile(r"(?:^|\s)#.*")
SHOWN = 20
"""How many lines are looked at to tell the format."""


def sniff(source: Source) -> bool:
    """By its first lines, most of which are identifiers; others may have a slip."""
    lines = [text for line in head(source).split("\n") if (text := _bare(line))][:SHOWN]
    return bool(lines) and sum(map(_is_identifier, lines)) * 2 > len(lines)


def parse(source: Source) -> Reading:
    """A record for each identifier; one that stands there again is dropped as repeated."""
    text, remarks = decode(source.data)
    records: list[Record] = []
    mistakes: list[Mistake] = []
    repeated: list[Dropped] = []
    first: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        written = _bare(line)
        work = identified(written) if written else None
        span = Span(source.path, number, 1, max(1, len(written)))
        if written and work is None:
            message = f"`{written[:80]}` is not an arXiv id, a DOI or a URL"
            mistakes.append(
                Mistake("broken-entry", message, span, "write 2310.11511, 10.1145/3731569.3764808 or https://…")
            )
        elif work and work.title and (line_before := first.setdefault(work.title.source, number)) != number:
            repeated.append(Dropped(work.title.source, span, f"it repeats line {line_before}", Exclusion.REPEATED))
        elif work:
            records.append(Record(work, span, Authority.LISTING))
    return Reading(source.path, NAME, tuple(records), tuple(mistakes), tuple(repeated), remarks)


def _is_identifier(text: str) -> bool:
    return identified(text) is not None


def identified(text: str) -> Work | None:
    """The work that an identifier or an address names, with a placeholder for its title; None for anything else."""
    text = text.strip()
    arxiv, doi, url = identifiers.arxiv_id(text), identifiers.doi(text), identifiers.http_url(text)
    if not (arxiv or doi or url):
        return None
    work = work_of(
        EntryFields(identifiers=(f"arXiv:{arxiv}" if arxiv else text,), urls=(url,) if url and not arxiv else ())
    )
    title = identifiers.placeholder(work.arxiv, work.doi, url or "")
    return replace(work, title=Text(title), kind=None)


def _bare(line: str) -> str:
    text = line.strip()
    return text if identifiers.http_url(text) else COMMENT.sub("", text).strip()
