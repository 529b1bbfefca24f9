"""By which key a paper is cited, and what key a paper gets that has none yet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import count

from conspectus.model.identifiers import slug
from conspectus.model.ledger import Ledger
from conspectus.model.paper import Authority, Paper

KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:+/-]{0,118}")
"""Keys that every BibTeX program takes."""

SMALL_WORDS = frozenset(
    """
    a an and are as at be by can do does for from how in into is it its make not of on or our that the their these
    this to toward towards via we what when where which who why with without you your
    """.split()
)
"""Words of a title that say nothing of it."""

GROUPS = frozenset("Collaboration Community Consortium Group Lab Labs Project Team".split())
"""Last words of names that are no family's."""


def citation_keys(papers: Iterable[Paper], ledger: Ledger) -> dict[str, str]:
    """The key of each paper by its id: the one that is kept for it, else the one an export gave it, else its id.

    A key that an export gave counts only where no other paper has it for key or id, case aside. So no two are alike
    as long as those that are kept are not, and given all papers of a survey, a paper has one key in all of its files.
    """
    keys: dict[str, str] = {}
    given: dict[str, str] = {}
    for paper in papers:
        if line := ledger.line(paper):
            keys[paper.id] = line.id
        else:
            given[paper.id] = exported(paper)
    ids = [{id.lower(), key.lower()} for id, key in given.items()] + [{id.lower()} for id in keys]
    wanted = Counter(name for names in ids for name in names)
    for id, key in given.items():
        is_own = key and wanted[key.lower()] == 1 and key.lower() not in ledger.taken
        keys[id] = (
            key if is_own else id if id.lower() not in ledger.taken else numbered(id, ledger.taken | wanted.keys())
        )
    return keys


def exported(paper: Paper) -> str:
    """The key in the first export that shows the paper; empty if there is none, or none that can be used."""
    keys = (record.id for record in paper.records if record.authority == Authority.EXPORT and record.id)
    key = next(keys, "")
    return key if KEY.fullmatch(key) else ""


def new_key(paper: Paper, taken: Collection[str]) -> str:
    """A key for a paper that has none: its export's, else author, year and word, such as `li2024snapkv`.

    `taken`: keys that others have, or had, in lower case. Where the first word of the title does not make the key
    another than those, the next one is added, and so on; where all words don't, a number.
    """
    options = [key for key in (exported(paper), *_spoken(paper), paper.id) if key]
    return next((key for key in options if key.lower() not in taken), "") or numbered(options[0], taken)


def _spoken(paper: Paper) -> Iterator[str]:
    """Author, year and the first word of the title that says something, then with ever more words of it."""
    work = paper.work
    people = work.authors.people if work.authors else ()
    author = _joined(people[0].name if people[0].family in GROUPS else people[0].family) if people else ""
    words = list(filter(None, map(_joined, paper.title.as_text().split())))
    telling = [word for word in words if word not in SMALL_WORDS] or words
    year = str(work.date.year) if work.date else ""
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
