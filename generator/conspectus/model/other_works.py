"""Whether what has one citation key, or one address, is two works all the same: of two exports of a library, or of an
export and what an import wrote down of it."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import NamedTuple

from conspectus.model.bylines import by_others
from conspectus.model.identifiers import normal_title
from conspectus.model.people import Authors
from conspectus.model.work import Work

UNLIKE = 0.6
"""Titles that have less in common than this are unlike."""


COMPARED = 200
"""So many characters of titles are compared: of long ones that repeat themselves, more would take minutes."""


class Marks(NamedTuple):
    """By what a work is told from others. `title`: as titles are compared, empty where it is unknown."""

    title: str
    arxiv: str | None = None
    doi: str | None = None
    authors: Authors | None = None

    @classmethod
    def of(cls, work: Work) -> Marks:
        title = normal_title(work.title.as_text()) if work.title else ""
        return cls(title, work.arxiv, work.doi, work.authors)


def are_others(ours: Marks, theirs: Marks) -> bool:
    """Whether two entries are of two works: their titles are unlike, and so is their arXiv id, their DOI, or every
    author. What is corrected is seldom both."""
    pairs = [(mine, its) for mine, its in ((ours.arxiv, theirs.arxiv), (ours.doi, theirs.doi)) if mine and its]
    if not ours.title or not theirs.title or any(mine == its for mine, its in pairs):
        return False
    differ = bool(pairs) or by_others(ours.authors, theirs.authors)
    return differ and are_unlike(ours.title, theirs.title)


def are_unlike(title: str, other: str) -> bool:
    """Whether two titles, as titles are compared, have little in common, and neither is the beginning of the other."""
    return title not in other and other not in title and not are_similar(title, other, UNLIKE)


def are_similar(title: str, other: str, least: float) -> bool:
    """Whether so much of two titles is the same, as far as they are compared."""
    return SequenceMatcher(None, title[:COMPARED], other[:COMPARED], autojunk=False).ratio() >= least
