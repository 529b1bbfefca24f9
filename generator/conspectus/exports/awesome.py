"""An “awesome list”: all papers of a survey by topic, as a README in Markdown that any repository can show.

It needs the survey's tree of topics beside the papers, so it is none of EXPORTS.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from conspectus.exports.entry import Entry, one_line

MARKUP = re.compile(r"([\\`*_\[\]<>#|~$&])")
MORE = {"pdf": "PDF", "code": "code", "project": "project", "data": "data", "model": "model", "video": "video"}
"""Links that are shown behind a paper, and what they are called."""

FEW = 3
"""How many authors are named before “et al.”"""

DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Chapter:
    """A topic, the papers that stand in it and in none below it, and the topics below."""

    title: str
    entries: tuple[Entry, ...]
    below: tuple[Chapter, ...] = ()


def write(title: str, tagline: str, chapters: Sequence[Chapter]) -> str:
    """The list: a heading, the contents, a section for each chapter that has papers in it or below it."""
    chapters = [chapter for chapter in chapters if _full(chapter)]
    lines = [f"# {_said(title)}", ""]
    if tagline:
        lines += [f"> {_said(tagline)}", ""]
    lines += ["## Contents", "", *_contents(title, chapters), ""]
    for chapter in chapters:
        lines += _section(chapter, 2)
    return "\n".join(lines).rstrip("\n") + "\n"


def _full(chapter: Chapter) -> bool:
    return bool(chapter.entries) or any(map(_full, chapter.below))


def _contents(title: str, chapters: Sequence[Chapter]) -> Iterator[str]:
    """Links to the sections, two levels deep, by the anchors that code hosts give headings."""
    seen = Counter([_anchor(title), "contents"])

    def anchors(chapter: Chapter, depth: int) -> Iterator[str]:
        name = _anchor(chapter.title)
        number = seen[name]
        seen[name] += 1
        if depth < 2:
            yield f"{'  ' * depth}- [{_said(chapter.title)}](#{quote(name)}{f'-{number}' if number else ''})"
        for below in filter(_full, chapter.below):
            yield from anchors(below, depth + 1)

    for chapter in chapters:
        yield from anchors(chapter, 0)


def _anchor(heading: str) -> str:
    """Lower case, letters, digits, hyphens and underscores, spaces as hyphens."""
    return re.sub(r"[^\w\- ]", "", one_line(heading).lower()).replace(" ", "-")


def _section(chapter: Chapter, level: int) -> Iterator[str]:
    yield f"{'#' * min(level, DEEPEST)} {_said(chapter.title)}"
    yield ""
    if chapter.entries:
        yield from map(_item, chapter.entries)
        yield ""
    for below in filter(_full, chapter.below):
        yield from _section(below, level + 1)


def _item(entry: Entry) -> str:
    title = _said(entry.title)
    head = f"[{title}]({_address(entry.url)})" if entry.url else title
    said = ", ".join(filter(None, [_names(entry), _where(entry)]))
    more = "".join(
        f" [[{MORE[link.kind]}]({_address(link.url)})]"
        for link in entry.links
        if link.kind in MORE and link.url != entry.url
    )
    return f"- {head}{f' - {said}.' if said else ''}{more}"


def _names(entry: Entry) -> str:
    authors = entry.work.authors
    if not authors or not authors.people:
        return ""
    names = [_said(person.name) for person in authors.people]
    more = len(names) > FEW or authors.others
    return ", ".join(names[: 1 if len(names) > FEW else FEW]) + (" et al." if more else "")


def _where(entry: Entry) -> str:
    """Venue and year; the year once, where the venue ends in it."""
    work = entry.work
    venue, year = one_line(work.venue or ""), str(work.date.year) if work.date else ""
    shown = f"*{_said(venue)}*" if venue else ""
    return ", ".join(filter(None, [shown, "" if year and year in venue else year]))


def _said(text: str) -> str:
    """Text that means nothing to Markdown."""
    return MARKUP.sub(r"\\\1", one_line(text))


def _address(url: str) -> str:
    return url.replace("(", "%28").replace(")", "%29").replace("<", "%3C").replace(">", "%3E")
