"""The title that was found in a list's entry, without signs, years and venues at its ends."""

from __future__ import annotations

import re
from typing import NamedTuple

from conspectus.sources import list_words

PUBLISHED = re.compile(r"\s*\((?P<said>[^()]{0,60}(?:19|20)\d\d|(?:19|20)\d\d [A-Z][^()\s]{1,20})\)$")
"""The venue and the year at the end of what is bold or a link, behind the title itself."""

PLACED = re.compile(r"\s[-–—]\s(?P<said>[A-Z][\w/]{1,20}(?: [A-Z][\w/]*)?\s[-–—]\s(?P<year>(?:19|20)\d\d))$")
"""`Dim Lamps - CVPR - 2018`"""

DATED = re.compile(r"(?P<year>(?:19|20)\d\d)\s+[-–—]\s*(?=\S+\s+\S)")
"""`2021 - Dim Lamps`"""

ABOUT = re.compile(r"[\[【](?P<method>[^\[\]【】]{1,40})[\]】]\s*(?=\S+\s+\S)")


class Found(NamedTuple):
    """The title, what was said in brackets before it, and the places where it begins and ends."""

    title: str
    before: tuple[str, ...]
    start: int
    end: int
    href: str = ""
    authors: tuple[str, ...] = ()


def title_of(title: str, before: tuple[str, ...], start: int, end: int, href: str = "") -> Found | None:
    """A title without what stands around it; None where it has no words."""
    title = re.sub(r"(?i)^(?:[,;]\s+)?(?:(?:paper|title)\s*[:：]\s*)?", "", " ".join(title.split()))
    title = _unquoted(title.strip(" *_|").rstrip(" [("))
    title = _unquoted(re.sub(r"(?<=[^.\s])[.,;:\[(]+$", "", title))
    title = re.sub(r"\s*\[(?:[JCDMRP]|OL|EB/OL|J/OL|C/OL)\]$", "", title)  # the kind of work, in Chinese citations
    if (published := PUBLISHED.search(title)) and published.start() and is_published(published["said"]):
        before, title = (*before, published["said"]), title[: published.start()].strip(' ."“”')
    elif placed := PLACED.search(title):
        before, title = (*before, re.sub(r"\s[-–—]\s", " ", placed["said"])), title[: placed.start()]
    if dated := DATED.match(title):
        before, title = (*before, dated["year"]), title[dated.end() :]
    if about := ABOUT.match(title):
        before, title = (*before, about["method"]), title[about.end() :]
    return Found(title, before, start, end, href) if re.search(r"\w", title) else None


def _unquoted(title: str) -> str:
    """A title without the quotes around it; those of a part of it stay: `“Dim”, Said the Lamp`."""
    title = title.strip()
    quotes = [found.start() for found in re.finditer('["“”]', title)]
    if len(quotes) % 2:
        return title.strip(' "“”')
    around = quotes and (quotes[0], quotes[-1]) == (0, len(title) - 1)
    return title[1:-1].strip() if around and (len(quotes) == 2 or title[quotes[1] - 1].isspace()) else title


def is_published(said: str) -> bool:
    """Whether what stands in brackets behind a title says where or when it was published."""
    return bool(list_words.date(said) or list_words.venue(said) or list_words.venue_and_date(said))
