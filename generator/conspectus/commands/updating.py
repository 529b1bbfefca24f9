"""A newer export of a library that is in the survey already: how it is recognized, and what it changes."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from conspectus.model.bylines import by_others
from conspectus.model.other_works import UNLIKE, Marks, are_others, are_similar

if TYPE_CHECKING:
    from conspectus.model.paper import Reading, Record, Source
    from conspectus.model.survey import Survey

SIMILAR = 0.8
"""How much of two titles has to be the same, for entries of one author and year whose key changed, or that stand in the
same place."""

EDITED = UNLIKE
"""The same for entries in the same place that agree in all authors, the date and the venue."""

FEW = 3
"""Fewer entries than so many are in two libraries by chance."""


@dataclass(frozen=True, slots=True)
class Update:
    """A newer export and the file that it updates. `pairs`: the places of entries in the newer export and in the file,
    by which they are the same; `missing`: the places in the file of those that the newer export lacks."""

    given: Source
    new: Reading
    present: Source
    old: Reading
    pairs: Mapping[int, int]
    missing: tuple[int, ...]

    @classmethod
    def of(cls, given: Source, new: Reading, present: Source, old: Reading, base: Reading | None = None) -> Update:
        """`base`: what the file said as the last import wrote it, None if that is not known."""
        pairs = paired(new.records, old.records, base.records if base else ())
        taken = set(pairs.values())
        return cls(given, new, present, old, pairs, tuple(n for n in range(len(old.records)) if n not in taken))


def recognized(reading: Reading, present: Iterable[Reading], *, asked: bool) -> Reading | None:
    """The file in content/papers/ of which this is a newer export; None if there is none.

    It has the same format and name, apart from a date or a number at the end, and at least half of the entries of the
    smaller one of the two are in the other; or another name, and nearly all of them are. `asked`: the name is enough.
    """
    if not reading.records or not is_library(reading):
        return None
    best: tuple[float, Reading] | None = None
    for other in present:
        if other.format != reading.format or not other.records:
            continue
        same = len(paired(reading.records, other.records)) / min(len(reading.records), len(other.records))
        named = stem(reading.path) == stem(other.path)
        many = min(len(reading.records), len(other.records)) >= 5
        if (named and (asked or same >= 0.5)) or (many and same >= 0.9):
            score = same + named
            best = max(best or (score, other), (score, other), key=lambda pair: pair[0])
    return best[1] if best else None


def resembling(reading: Reading, present: Iterable[Reading]) -> tuple[int, str] | None:
    """The file of which one that is not recognized may be a newer export all the same, as half of the entries of the
    smaller one of the two are in both; and how many are."""

    def shared(other: Reading) -> int:
        same = len(paired(reading.records, other.records))
        return same if 2 * same >= min(len(reading.records), len(other.records)) else 0

    alike = (other for other in present if other.format == reading.format and is_library(reading))
    found = max(((shared(other), other.path) for other in alike), default=(0, ""))
    return found if found[0] >= FEW else None


def is_library(reading: Reading) -> bool:
    """Whether a file may be exported again, as a list of papers or identifiers may; each listing page is a day of its
    own."""
    from conspectus import sources
    from conspectus.model.paper import Authority

    is_listing = all(record.authority is Authority.LISTING for record in reading.records)
    return not is_listing or reading.format in (sources.awesome.NAME, sources.identifier_list.NAME)


def stem(path: str) -> str:
    """A file's name without its suffix, a date, and the number that browsers and we add: `refs (1).bib` is `refs`."""
    from conspectus.commands.filing import safe_name

    name = PurePosixPath(safe_name(PurePosixPath(path).name)).stem.lower()
    name = re.sub(r"[-_.]?(20\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)", "", name)
    return re.sub(r"(?:-v?\d{1,2}|-copy)+$", "", name)


def paired(new: Sequence[Record], old: Sequence[Record], base: Sequence[Record] = ()) -> dict[int, int]:
    """For the place of each entry of the newer export that is in the older one, its place there: by the names of
    `_names`; then, for what is left, by first author, year and nearly the same title, or by such a title beside the
    same entry. No name pairs entries of two works; `base`: the older ones before they were edited by hand, of which it
    is enough to be the work."""
    from conspectus import entry_ledger

    before = dict(zip(entry_ledger.names(base), base, strict=True))
    keys = entry_ledger.names(old)
    pairs: dict[int, int] = {}
    free = dict.fromkeys(range(len(old)))
    for present, former in zip(_names(new), _names(old), strict=True):
        places = {former[number]: number for number in free if former[number]}
        often = Counter(former[number] for number in free)
        for number, name in enumerate(present):
            if number not in pairs and often[name] == 1 and (place := places.get(name)) in free:
                earlier = before.get(keys[place], old[place])
                now, then = Marks.of(new[number].work), (Marks.of(each.work) for each in (old[place], earlier))
                if not all(are_others(now, each) for each in then) and not _differ(new[number], old[place]):
                    pairs[number] = place
                    del free[place]
    by_author: dict[object, list[int]] = defaultdict(list)
    for number in free:
        by_author[_first(old[number])].append(number)
    for number, record in enumerate(new):
        if number not in pairs and (author := _first(record)):
            alike = [n for n in by_author[author] if n in free and are_similar(_title(record), _title(old[n]), SIMILAR)]
            if len(alike) == 1:
                pairs[number] = alike[0]
                del free[alike[0]]
    pairs.update(_beside(new, old, pairs, free))
    return pairs


def _beside(
    new: Sequence[Record], old: Sequence[Record], pairs: Mapping[int, int], free: Collection[int]
) -> Mapping[int, int]:
    """More pairs: entries that stand beside the same one and say nearly the same. `free`: the places without a pair."""
    found = dict(pairs)
    left = set(free)
    for step, places in ((1, range(len(new))), (-1, range(len(new) - 1, -1, -1))):
        for number in places:
            other = found[number - step] + step if number - step in found else -1
            if number not in found and other in left and _are_one(new[number], old[other]):
                found[number] = other
                left.remove(other)
    return found


def _differ(record: Record, other: Record) -> bool:
    """Whether two entries have little in common but their title, which several works may have: every author is another,
    and so is the year."""
    ours, theirs = (each.work for each in (record, other))
    pairs = ((record.id, other.id), (ours.arxiv, theirs.arxiv), (ours.doi, theirs.doi))
    if any(one and one == another for one, another in pairs) or not ours.date or not theirs.date:
        return False
    return ours.date.year != theirs.date.year and by_others(ours.authors, theirs.authors)


def _are_one(record: Record, other: Record) -> bool:
    """Whether two entries that stand beside the same one say nearly the same."""
    ours, theirs = (each.work for each in (record, other))
    agree = all(
        not mine or not its or mine == its for mine, its in ((ours.arxiv, theirs.arxiv), (ours.doi, theirs.doi))
    )
    numbers = (re.findall(r"\d+", _title(each)) for each in (record, other))
    agree = agree and not _differ(record, other)
    same = record.groups == other.groups and agree and next(numbers) == next(numbers)
    rest, others = ((work.authors, work.date, work.venue) for work in (ours, theirs))
    edited = all(rest) and rest == others
    return same and are_similar(_title(record), _title(other), EDITED if edited else SIMILAR)


def _names(records: Sequence[Record]) -> Iterator[list[str]]:
    """What records may be recognized by, the surest first; empty for one that has no such name.

    By key and one of arXiv id, DOI and title, then by one of these alone, the title with its first author, so that
    entries whose keys were exchanged are told apart; then by key alone; then by title alone, because another entry may
    have got the title since; last by the address of the paper, where it is no other entry's. Of entries of one title
    without a key, the date decides before their order does.
    """
    from conspectus import entry_ledger

    called, titles = entry_ledger.names(records), [_title(record) for record in records]
    has_key = [bool(record.id or record.work.arxiv or record.work.doi) for record in records]
    keys = [name if known else "" for name, known in zip(called, has_key, strict=True)]
    arxiv, doi = ([record.work.arxiv or "" for record in records], [record.work.doi or "" for record in records])
    families = [_family(record) for record in records]
    for marks in (arxiv, doi, titles):
        yield [f"{mark} {key}" if mark and key else "" for mark, key in zip(marks, keys, strict=True)]
    yield arxiv
    yield doi
    by_author = [
        f"{title} {family}" if title and family else "" for title, family in zip(titles, families, strict=True)
    ]
    dates = [str(record.work.date or "") for record in records]
    yield [f"{name} {date}" if name and date else "" for name, date in zip(by_author, dates, strict=True)]
    yield by_author
    yield keys
    yield titles
    yield called
    addresses = [
        next((link.url for link in record.work.urls if link.kind in ("paper", "pdf")), "") for record in records
    ]
    often = Counter(addresses)
    yield [address if often[address] == 1 else "" for address in addresses]


def _title(record: Record) -> str:
    return Marks.of(record.work).title


def _first(record: Record) -> tuple[str, int] | None:
    """First author and year; None where either is unknown."""
    family, date = _family(record), record.work.date
    return (family, date.year) if family and date else None


def _family(record: Record) -> str:
    """The first author's family name; empty where it is unknown."""
    people = record.work.authors.people if record.work.authors else ()
    return people[0].family.casefold() if people else ""


def in_use(survey: Survey, files: Collection[str]) -> Mapping[str, str]:
    """The papers that the curator placed, pinned, cited, summarized or wrote a note or a record about, each with what
    uses it; `files`: those of the library itself, whose records don't count."""
    from conspectus.model.paper import Authority
    from conspectus.text.prose import cited

    pinned = {pin.id: f"{each.id} lists it" for _, each, _ in survey.taxonomy.walk() for pin in each.papers}
    described = {
        paper.id: f"{record.span} is a record of it"
        for paper in survey.library.papers
        for record in paper.records
        if record.authority is Authority.CURATOR and record.span.file not in files
    }
    notes = {note.name: f"{note.span.file} is a note on it" for note in survey.notes}
    texts = [note.source for note in (*survey.pages, *survey.notes)]
    texts += [paper.work.summary for paper in survey.library.papers if paper.work.summary]
    names = {name for text in texts for name in cited(text)}
    citing = [facet.cited for facet in survey.taxonomy.facets] + [query.cited for query in survey.queries.saved]
    citing += [category.cited for _, category, _ in survey.taxonomy.walk()]
    names |= {reference.id for references in citing for reference in references}
    quoted = {paper.id: "a text cites it" for name in names for paper in survey.named(name)}
    return quoted | notes | described | pinned
