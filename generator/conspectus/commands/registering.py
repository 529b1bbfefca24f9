"""The ids of imported entries, which are written down once: those of papers that are there already, and new ones."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from conspectus.diagnostics import Span
    from conspectus.model.ledger import Entries, Entry
    from conspectus.model.paper import Library, Paper, Reading, Record
    from conspectus.model.when import Date


class Arrival(NamedTuple):
    """A file that comes in: what it says, what is written down of its entries already, the papers that its entries had
    before (`former`) and what was written down of those (`earlier`), by their places, and the day on which its new
    papers are added; None if it does not matter. `had`: what was written down of all entries that the file had.
    `lost`: the places of those that an import wrote down, and whose lines are gone.

    `always`: whether that day counts even where the file's name or its records give another; `in_place`: whether the
    file is in the survey, so that papers without a day are new; `is_update`: whether other entries stood at its places.
    """

    reading: Reading
    entries: Entries
    former: Mapping[Span, str]
    earlier: Mapping[Span, Entry]
    added: Date | None
    had: Sequence[Entry] = ()
    lost: frozenset[Span] = frozenset()
    always: bool = False
    in_place: bool = False
    is_update: bool = False

    def written(self) -> list[Entry | None]:
        """What is written down of each record. One that the file did not have has no entry of one that it did have,
        even if it has its key; and none of nearly its title, for entries that were edited are known by then."""
        from conspectus import entry_ledger

        records = self.reading.records
        known = entry_ledger.known(records, self.entries, edited=not self.is_update)
        had = {id(entry) for entry in self.had}
        pairs = zip(records, known, strict=True)
        return [None if id(entry) in had and record.span not in self.former else entry for record, entry in pairs]

    def unused(self, name: str, names: Collection[str]) -> str:
        """A name for a new entry: with a number, where an earlier work was called so."""
        from conspectus.model.ledger import numbered

        others = {each for each in names if each != name}
        free = (each for each in numbered(name) if each not in self.entries.by_name and each not in others)
        return next(free)

    def day(self, record: Record, paper: Paper, *, is_new: bool) -> Date | None:
        """The day to write down of an entry; None if there is none, or none that has to be."""
        if self.in_place:
            return self.added if paper.work.added is None else None
        return self.added if is_new and (self.always or record.work.added is None) else None


def entries(known: Sequence[Reading], before: Library, arrivals: Sequence[Arrival]) -> list[dict[str, Entry]]:
    """What is to be written down of the entries of each file that comes in: of those that nothing is known of yet.

    `known`: the other files; `before`: the library as it is.
    """
    from conspectus import entry_ledger, library

    every = [arrival.written() for arrival in arrivals]
    pairs = zip(arrivals, every, strict=True)
    readings = [entry_ledger.with_written(each.reading, own, each.entries) for each, own in pairs]
    after = library.merge([*known, *readings]).library
    paper_of = {record.span: paper for paper in after.papers for record in paper.records}
    ids = _ids(before, after, arrivals)
    found = []
    for arrival, written in zip(arrivals, every, strict=True):
        records = arrival.reading.records
        lines: dict[str, Entry] = {}
        names = entry_ledger.names(records)
        for name, record, entry in zip(names, records, written, strict=True):
            paper = paper_of.get(record.span)
            if paper is None or not name or (entry and name in arrival.entries.by_name):
                continue
            if not entry:
                name = arrival.unused(name, names)
            entry = entry or arrival.earlier.get(record.span)
            added = entry.added if entry else arrival.day(record, paper, is_new=paper.id not in ids.present)
            id = None if record.authority.name == "CURATOR" and record.id else ids.of[paper.id]
            if id or added:
                lines[name] = _entry(record, id, added, in_place=arrival.in_place)
        found.append(lines)
    return found


def _entry(record: Record, id: str | None, added: Date | None, *, in_place: bool) -> Entry:
    """What to write down. Of an entry with a key, the first author only where the file is written in place by another
    program: where an import writes it, newer exports are compared with its copy, and what differs from that in the file
    is an edit by hand, of title and authors too."""
    from conspectus import entry_ledger
    from conspectus.model.ledger import Entry

    work = record.work
    first = work.people[0].inverted if work.people else None
    if not record.id and (work.arxiv or work.doi):  # its name has what it is known by
        return Entry(id, added, work.arxiv, work.doi)
    if not record.id:  # its name has the title, which several may have
        return Entry(id, added, author=first, date=work.date)
    title = " ".join(work.title.as_text().split())[: entry_ledger.LONGEST_NAME] if work.title else None
    return Entry(id, added, work.arxiv, work.doi, title, first if in_place else None)


class _Ids(NamedTuple):
    """The ids that papers get, by those that they would have; and which of the papers are there already."""

    of: Mapping[str, str]
    present: frozenset[str]


def _ids(before: Library, after: Library, arrivals: Sequence[Arrival]) -> _Ids:
    updated = {arrival.reading.path for arrival in arrivals if arrival.is_update}
    present = ((record.span, paper.id) for paper in before.papers for record in paper.records)
    spans = {span: id for span, id in present if span.file not in updated}
    for arrival in arrivals:
        spans |= arrival.former
    lost = {span for arrival in arrivals for span in arrival.lost}
    of_lost = {paper.id for paper in after.papers if any(record.span in lost for record in paper.records)}
    spans = {span: id for span, id in spans.items() if span not in lost}
    taken = {id.lower() for paper in before.papers for id in (paper.id, *paper.work.was)}
    of: dict[str, str] = {}
    for paper in after.papers:
        if own := next((spans[record.span] for record in paper.records if record.span in spans), None):
            of[paper.id] = own
    known = frozenset(of) | of_lost
    for paper in after.papers:
        if paper.id not in of:
            of[paper.id] = _new(paper, taken)
            taken.add(of[paper.id].lower())
    return _Ids(of, known)


def _new(paper: Paper, taken: Collection[str]) -> str:
    """The id of a new paper: the curator's, else its citation key, else author, year and word, if it has an author."""
    from conspectus.exports.keys import new_id
    from conspectus.model.identifiers import is_placeholder

    given = any(paper.id in (record.id, record.assigned) for record in paper.records if _gives(record))
    return paper.id if given or is_placeholder(paper.title.as_text()) else new_id(paper, taken)


def _gives(record: Record) -> bool:
    """Whether the id of a record's paper is written down."""
    from conspectus.model.paper import Authority

    return record.assigned is not None or record.authority is Authority.CURATOR
