"""Headings of Markdown, and the ids that they get on a page, by which links lead to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set

from conspectus.text.links import lines_of_code

SHELL_IDS = frozenset("content found shown tip".split())
"""The ids that every page has, or that its scripts give."""

SECTION_IDS = SHELL_IDS | frozenset(
    """
    abstract add alike card children comparison facets facts gaps like like-these map months moved names narrowing
    neighbours newest note often papers partial places proposed q queries related terms topics unplaced years
    """.split()
)
"""The ids of the sections, lists and forms that pages have beside prose. A heading never has one of them."""

OURS = "conspectus-"
"""What the ids of the preview begin with."""

HASHED = re.compile(r"#{1,6}[ \t]*(?P<title>.*?)[ \t]*#*[ \t]*")
UNDERLINE = re.compile(r"(?:=+|-+) *")
LINK = re.compile(r"(?<!!)\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")


def ids(slugs: Iterable[str], reserved: Set[str]) -> Iterator[str]:
    """The ids of headings by the slugs of their words: none twice, and none that the page has already."""
    taken = dict.fromkeys(reserved, 1)  # the ids, and how many headings wanted each
    for slug in slugs:
        wanted = slug or "section"
        name = wanted = f"section-{wanted}" if wanted.startswith(OURS) else wanted
        while name in taken:
            taken[wanted] += 1
            name = f"{wanted}-{taken[wanted]}"
        taken[name] = 1
        yield name


def headings(source: str) -> Iterator[str]:
    """The words of a text's headings, with what is left of its markup."""
    lines = source.split("\n")
    code = set(lines_of_code(lines))
    for number, line in enumerate(lines):
        if number not in code and (title := _title(lines, number, line)):
            yield LINK.sub(r"\1", title)


def _title(lines: list[str], number: int, line: str) -> str:
    hashed = HASHED.fullmatch(line)
    if hashed:
        return hashed["title"]
    begins = number == 0 or not lines[number - 1].strip()
    underlined = begins and number + 1 < len(lines) and UNDERLINE.fullmatch(lines[number + 1])
    return line.strip() if underlined else ""
