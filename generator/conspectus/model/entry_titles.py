"""Entries that are known by their titles, as they have neither a key nor an identifier."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import product, takewhile

from rapidfuzz.fuzz import ratio

from conspectus.model.ledger import Entry, numbered
from conspectus.model.paper import Record
from conspectus.model.work import Work
from conspectus.text.folding import folded

SIMILAR = 60
"""How much of two titles has to be the same, of 100, for an entry whose title was edited."""

MOST_COMPARED = 10_000
"""How many pairs of entries are compared at most."""


def told_apart(titles: Mapping[int, str], records: Sequence[Record], entries: Mapping[str, Entry]) -> dict[int, str]:
    """The names of the entries that were written down of records, each for one; empty for a record that none of those
    of its title is of. Several works may have one title, such as *Editorial*. `titles`: what records are called that
    have neither a key nor an identifier, by their places. Those whose title has no entry are left out."""
    by_title: dict[str, list[int]] = defaultdict(list)
    for place, title in titles.items():
        by_title[title].append(place)
    found: dict[int, str] = {}
    for title, places in by_title.items():
        if names := list(takewhile(lambda name: name in entries, numbered(title))):
            found |= dict.fromkeys(places, "")
            found |= _paired({place: records[place].work for place in places}, {name: entries[name] for name in names})
    return found


def edited_titles(titles: Mapping[int, str], names: Collection[str]) -> dict[int, str]:
    """For titles that no entry has, the one of `names` that is nearly the same, where there is one."""
    left = [name for name in names if " " in name]
    if len(titles) * len(left) > MOST_COMPARED:
        return {}
    near = {n: [name for name in left if ratio(title.lower(), name.lower()) >= SIMILAR] for n, title in titles.items()}
    return {n: each[0] for n, each in near.items() if len(each) == 1}


def _paired(works: Mapping[int, Work], entries: Mapping[str, Entry]) -> dict[int, str]:
    """Works of one title with their entries: by the first author and the date, those that agree most first, and where
    nothing is known in their order. One that has another author and another year than an entry is not its work."""
    found: dict[int, str] = {}
    by_mark: dict[object, list[str]] = {}  # the first one last
    for name in reversed(list(entries)):
        by_mark.setdefault(_mark(_family(entries[name]), entries[name]), []).append(name)
    for place, work in works.items():
        if (mark := _mark(_author(work), work)) and by_mark.get(mark):
            found[place] = by_mark[mark].pop()
    free = dict.fromkeys(name for name in entries if name not in found.values())
    left = [place for place in works if place not in found]
    if len(left) * len(free) > MOST_COMPARED:
        return found | dict(zip(left, free, strict=False))
    agreed = {pair: _agreement(works[pair[0]], entries[pair[1]]) for pair in product(left, free)}
    for (place, name), points in sorted(agreed.items(), key=lambda pair: -pair[1]):
        if points > -2 and place not in found and name in free:
            found[place] = name
            del free[name]
    return found


def _mark(family: str, dated: Work | Entry) -> object:
    """By what two are surely one; None where the author or the date is not known."""
    return (family, str(dated.date)) if family and dated.date else None


def _agreement(work: Work, entry: Entry) -> int:
    """A point for the same author and one for the same year, and one less for each that differs."""
    years = (work.date and work.date.year, entry.date and entry.date.year)
    pairs = ((_author(work), _family(entry)), years)
    return sum((1 if ours == theirs else -1) for ours, theirs in pairs if ours and theirs)


def _author(work: Work) -> str:
    return folded(work.people[0].family) if work.people else ""


def _family(entry: Entry) -> str:
    authors = entry.marks.authors
    return folded(authors.people[0].family) if authors else ""
