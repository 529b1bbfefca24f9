"""Markdown, as people put a paper into notes and READMEs: its title as a link, who, where and when, its other links."""

from __future__ import annotations

import re
from functools import lru_cache

from conspectus.exports.entry import Entry, one_line
from conspectus.exports.format import Layout, Note, Use
from conspectus.exports.kinds import issued

NAME = "Markdown"
SUFFIX = "md"
MEDIA_TYPE = "text/markdown"
USES = frozenset({Use.READ})
LAYOUT = Layout(bullet="- ", note=Note(tail="\n{note}\n"))

MARKUP = re.compile(r"([\\`*_\[\]<>#|~$&])")
MORE = {"pdf": "PDF", "code": "code", "project": "project", "data": "data", "model": "model", "video": "video"}
"""Links that are shown behind a paper, and what they are called."""

FEW = 3
"""How many authors are named before “et al.”"""


@lru_cache(maxsize=16384)
def written(entry: Entry) -> str:
    """One paper, as a line for any text: `[A Lamp](https://…) - Ada Lampe, *Lights*, 2023. [[code](https://…)]`."""
    title = plain(entry.title)
    head = f"[{title}]({_address(entry.url)})" if entry.url else title
    said = ", ".join(filter(None, [_names(entry), _where(entry)]))
    more = "".join(
        f" [[{MORE[link.kind]}]({_address(link.url)})]"
        for link in entry.links
        if link.kind in MORE and link.url != entry.url
    )
    said = f" - {said.removesuffix('.')}." if said else ""
    return f"{head}{said}{more}"


def plain(text: str) -> str:
    """Text that means nothing to Markdown."""
    return MARKUP.sub(r"\\\1", one_line(text))


def _names(entry: Entry) -> str:
    authors = entry.work.authors
    if not authors or not authors.people:
        return ""
    names = [plain(person.name) for person in authors.people]
    more = len(names) > FEW or authors.others
    return ", ".join(names[: 1 if len(names) > FEW else FEW]) + (" et al." if more else "")


def _where(entry: Entry) -> str:
    """Venue and year; the year once, where the venue ends in it."""
    work = entry.work
    date = issued(work)
    venue, year = one_line(work.venue or ""), str(date.year) if date else ""
    shown = f"*{plain(venue)}*" if venue else ""
    return ", ".join(filter(None, [shown, "" if year and year in venue else year]))


def _address(url: str) -> str:
    return url.replace("(", "%28").replace(")", "%29").replace("<", "%3C").replace(">", "%3E")
