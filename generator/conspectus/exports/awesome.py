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
from conspectus.exports.markdown import plain, written

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
    lines = [f"# {plain(title)}", ""]
    if tagline:
        lines += [f"> {plain(tagline)}", ""]
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
            yield f"{'  ' * depth}- [{plain(chapter.title)}](#{quote(name)}{f'-{number}' if number else ''})"
        for below in filter(_full, chapter.below):
            yield from anchors(below, depth + 1)

    for chapter in chapters:
        yield from anchors(chapter, 0)


def _anchor(heading: str) -> str:
    """Lower case, letters, digits, hyphens and underscores, spaces as hyphens."""
    return re.sub(r"[^\w\- ]", "", one_line(heading).lower()).replace(" ", "-")


def _section(chapter: Chapter, level: int) -> Iterator[str]:
    yield f"{'#' * min(level, DEEPEST)} {plain(chapter.title)}"
    yield ""
    if chapter.entries:
        yield from (f"- {written(entry)}" for entry in chapter.entries)
        yield ""
    for below in filter(_full, chapter.below):
        yield from _section(below, level + 1)
