"""Values of an export that cannot be what they stand for: none is left out in silence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conspectus.model.identifiers import arxiv_id
from conspectus.model.work import Work
from conspectus.sources import links
from conspectus.sources.dates import best_date, is_cut
from conspectus.sources.entry_fields import ADDRESS, EntryFields, dois_in
from conspectus.sources.fields import clean
from conspectus.sources.name_lists import UNTOLD

NOTHING = re.compile(r"(?i)\W*+(?:n\W?a|none|null|nan|unknown|not available)?\W*+")
"""What people and programs write where they know no value."""

LOCAL = re.compile(r"(?i)file:|internal-pdf:|[A-Z]:[\\/]|/(?:Users|home)/|<Go ?to ?ISI>")
"""How an address begins that leads to a file on the machine that wrote an export, or into a program of it."""

OF_PEOPLE = re.compile(r"(?i)ORCID:.*|(?:mailto:)?[^\s@]+@[\w.-]+")
"""What EBSCO writes among the addresses of a paper, and leads to none: an author's ORCID, or where to write to."""


def odd_values(fields: EntryFields, work: Work) -> Iterator[str]:
    """What the fields have that the work made of them lacks, and what to write instead."""
    for text in fields.dates[:1]:
        if is_cut(text):
            date = best_date(fields.dates)
            taken = f"{date} is taken" if date else "the date is left out"
            yield f"{_shown(text)} is not a valid date; {taken}; write it as 2024, 2024-04 or 2024-04-22"
    if fields.untold:
        yield f"{UNTOLD} {_shown(fields.untold)}; write `and` between the names"
    yield from _identifiers(fields, work)
    for address in fields.urls:
        if isinstance(address, str) and not (LOCAL.match(address) or OF_PEOPLE.fullmatch(address) or _is_read(address)):
            yield f"{_shown(address)} is not a valid web address and is left out; write it with https://"


def local_files(fields: EntryFields) -> int:
    """How many addresses lead to files on the machine that wrote an export, which nobody else has."""
    return sum(isinstance(address, str) and bool(LOCAL.match(address)) for address in fields.urls)


def _identifiers(fields: EntryFields, work: Work) -> Iterator[str]:
    if fields.arxiv and not arxiv_id(fields.arxiv.strip()) and not NOTHING.fullmatch(fields.arxiv):
        yield f"{_shown(fields.arxiv)} is not a valid arXiv id and is left out; write it as 2404.14469"
    if not fields.doi or NOTHING.fullmatch(fields.doi) or arxiv_id(fields.doi.strip()):
        return
    if not any(dois_in(fields.doi)):
        yield f"{_shown(fields.doi)} is not a valid DOI and is left out; a DOI begins with 10. and has a slash"
    elif len(set(dois_in(fields.doi))) > 1:
        yield f"{_shown(fields.doi)} names more than one DOI; {work.doi} is taken"


def _is_read(address: str) -> bool:
    """Whether an address is taken as a link, or as the identifier it is."""
    if NOTHING.fullmatch(address) or links.link(links.whole(address)) or arxiv_id(address.strip()):
        return True
    return bool(ADDRESS.search(address)) or any(dois_in(address))


def _shown(text: str) -> str:
    return f"`{clean(text)[:60]}`"
