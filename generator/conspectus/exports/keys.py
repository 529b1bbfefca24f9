"""By which key a paper is cited, and what key a paper gets that has none yet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from itertools import count

from conspectus.model.identifiers import is_safe_id, slug
from conspectus.model.ledger import Ledger
from conspectus.model.paper import Authority, Paper
from conspectus.model.people import GROUPS

KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:+/-]{0,118}")
"""Keys that every BibTeX program takes."""

ZOTERO_ITEM = re.compile(r"(?=[A-Z]*\d)[2-9A-Z]{8}")
"""Zotero's own key of an item, by which it is known again and nobody cites it."""

SMALL_WORDS = frozenset(
    """
    a an and are as at be by can do does for from how in into is it its make not of on or our that the their these
    this to toward towards via we what when where which who why with without you your
    """.split()
)
"""Words of a title that say nothing of it."""


class CitationKeys:
    """The keys of some papers: the one that is kept for a paper, else the one an export gave it, else its id.

    A key that an export gave counts only where no other paper has it for key or id, case aside. So no two are alike
    as long as those that are kept are not, and given all papers of a survey, a paper has one key in all of its files.
    """

    def __init__(self, papers: Iterable[Paper], ledger: Ledger) -> None:
        self._papers = papers
        self._ledger = ledger
        self._taken = ledger.taken

    def of(self, paper: Paper) -> str:
        """The key of one of the papers."""
        if line := self._ledger.line(paper):
            return line.id
        key = exported(paper)
        if key and self._wanted[key.lower()] == 1 and key.lower() not in self._taken:
            return key
        return (
            paper.id if paper.id.lower() not in self._taken else numbered(paper.id, self._taken | self._wanted.keys())
        )

    @cached_property
    def _wanted(self) -> Counter[str]:
        """How many papers want each key, in lower case: looked at only where an export's key is in question."""
        wanted: Counter[str] = Counter()
        for paper in self._papers:
            key = "" if self._ledger.line(paper) else exported(paper)
            wanted.update({paper.id.lower(), key.lower()} if key else (paper.id.lower(),))
        return wanted


def exported(paper: Paper) -> str:
    """The key in the first export that shows the paper; empty if there is none, or none that can be used."""
    keys = (record.own_name for record in paper.records if record.authority == Authority.EXPORT)
    key = next(filter(None, keys), "")
    return key if KEY.fullmatch(key) and not ZOTERO_ITEM.fullmatch(key) else ""


def new_key(paper: Paper, taken: Collection[str]) -> str:
    """A key for a paper that has none: its export's, else author, year and word, such as `li2024snapkv`.

    `taken`: keys that others have, or had, in lower case. Where the first word of the title does not make the key
    another than those, the next one is added, and so on; where all words don't, a number.
    """
    options = [key for key in (exported(paper), *_spoken(paper), paper.id) if key]
    return next((key for key in options if key.lower() not in taken), "") or numbered(options[0], taken)


def new_id(paper: Paper, taken: Collection[str]) -> str:
    """An id for a new paper: its export's key, else author, year and word, else, without authors, the one it has.

    `taken`: ids that others have, or had, in lower case.
    """
    key = exported(paper)
    spoken = _spoken(paper) if paper.work.authors else ()
    options = [key if is_safe_id(key) else slug(key), *spoken, paper.id]
    valid = [id for id in options if is_safe_id(id)]
    return next((id for id in valid if id.lower() not in taken), "") or numbered(valid[0], taken)


def _spoken(paper: Paper) -> Iterator[str]:
    """Author, year and the first word of the title that says something, then with ever more words of it."""
    work = paper.work
    people = work.people
    author = _joined(people[0].name if people[0].family in GROUPS else people[0].family) if people else ""
    words = list(filter(None, map(_joined, paper.title.as_text().split())))
    telling = [word for word in words if word not in SMALL_WORDS] or words
    year = str(work.year or "")
    start = f"{author}{year}" if author else ""
    for number in range(1, len(telling) + 1):
        word = "".join(telling[:number])
        key = f"{start}{word}" if start else f"{word}{year}"
        if KEY.fullmatch(key):
            yield key


def _joined(words: str) -> str:
    """Letters and digits alone: `Block-Skim:` → `blockskim`."""
    return slug(words).replace("-", "")


def numbered(name: str, taken: Collection[str]) -> str:
    """The name with the first number behind it that makes it another than those taken."""
    return next(key for number in count(2) if (key := f"{name}-{number}").lower() not in taken)
