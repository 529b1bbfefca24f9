"""Putting records together, one time after another: only what an edit touches is matched and merged again.

Records hang together if they share a key: an identifier, a title, or a name that one of them could be called by. What
becomes of those that hang together, a cluster, depends on nothing else, so it is kept until one of them changes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import count

from conspectus.library.clusters import Cluster, clustered, distinct, keys, moved
from conspectus.library.likeness import Likeness
from conspectus.model.paper import Dropped, Library, Paper, Reading, Record

MERGED_BY = ("arxiv", "doi", "id", "title")


class Merger:
    """Merges readings, and keeps what came of them for the next time. It knows records by numbers it gives them, and a
    cluster by the number of its first record."""

    def __init__(self) -> None:
        self._readings: dict[str, Reading] = {}
        self._repeated: dict[str, tuple[Dropped, ...]] = {}
        self._numbers: dict[str, list[int]] = {}  # of a file's records, in its order
        self._next = count()
        self._records: dict[int, Record] = {}
        self._places: dict[int, tuple[str, int]] = {}  # the file a record is in, and its position there
        self._keys: dict[int, frozenset[str]] = {}
        self._sharing: dict[str, set[int]] = defaultdict(set)  # the records that have a key
        self._firsts: dict[int, int] = {}  # of each record, the first in its cluster
        self._members: dict[int, list[int]] = {}
        self._clusters: dict[int, Cluster] = {}
        self._telling: dict[int, Cluster] = {}  # those with something to say beside their papers
        self._papers: dict[str, Paper] = {}
        self._changed: set[str] = set()  # the ids of papers that are not as they were
        self._shifted: set[str] = set()  # of those that are so in another line
        self._likeness = Likeness()
        self._library = Library(())

    def merge(self, readings: Iterable[Reading]) -> Library:
        """Put together the records that are one work.

        One work: the same arXiv id, the same DOI, the same id of the curator's, or the same title (and year within one)
        with nothing that says otherwise. What is only alike is reported and left apart; what has no title is dropped,
        and so is what an export or a listing says twice. The outcome does not depend on the order of the readings, nor
        on what was merged before.
        """
        before, self._readings = self._readings, {reading.path: reading for reading in readings}
        gone = {number for path in before.keys() - self._readings.keys() for number in self._left(path)}
        come: list[int] = []
        changed = [reading for path, reading in self._readings.items() if before.get(path) is not reading]
        for reading in changed:
            self._exchange(reading, gone, come)
        if gone or come or changed or len(before) != len(self._readings):
            self._settle(gone, come)
            self._library = self._put_together()
        return self._library

    def _left(self, path: str) -> list[int]:
        """Forget a file; its records."""
        del self._repeated[path]
        return self._numbers.pop(path)

    def _exchange(self, reading: Reading, gone: set[int], come: list[int]) -> None:
        """Have a file say what it says now; the records that are no longer in it, and the new ones, are added to these.

        One that only stands in another line than before is put in the old one's place.
        """
        records, self._repeated[reading.path] = distinct(reading.records)
        old = {id(self._records[number]): number for number in self._numbers.get(reading.path, ())}
        numbers = [old.pop(id(record), -1) for record in records]
        titles = {id(self._records[number].work.title): number for number in old.values()}
        for position, record in enumerate(records):
            if numbers[position] < 0:
                known = titles.get(id(record.work.title), -1)
                if known >= 0 and self._moved(known, record):
                    del titles[id(record.work.title)]
                else:
                    known = next(self._next)
                    self._records[known] = record
                    come.append(known)
                numbers[position] = known
        gone.update(set(old.values()).difference(numbers))
        self._numbers[reading.path] = numbers
        self._places.update({number: (reading.path, position) for position, number in enumerate(numbers)})

    def _moved(self, number: int, record: Record) -> bool:
        """Put a record in another's place if it says the same further up or down; whether that was so."""
        old = self._records[number]
        if old.moved(record.span.line - old.span.line) != record:
            return False
        cluster = moved(self._clusters[self._firsts[number]], record)
        if cluster is None:
            return False
        self._records[number] = record
        self._clusters[number] = cluster
        self._papers[cluster.papers[0].id] = cluster.papers[0]
        self._shifted.add(cluster.papers[0].id)
        return True

    def _settle(self, gone: set[int], come: Sequence[int]) -> None:
        """Make anew the clusters that are touched by records that went and that came."""
        touched = {self._firsts[number] for number in gone}
        for number in come:
            self._keys[number] = keys(self._records[number])
            for key in self._keys[number]:
                touched.update(self._firsts[other] for other in self._sharing[key] if other in self._firsts)
                self._sharing[key].add(number)
        waiting = {*come, *(number for first in touched for number in self._forgotten(first))} - gone
        for number in gone:
            for key in self._keys.pop(number):
                self._unshare(key, number)
            del self._records[number], self._places[number]
        for number in sorted(waiting, key=self._places.__getitem__):
            if number not in self._firsts:
                self._cluster(number)

    def _cluster(self, number: int) -> None:
        """Make the cluster of a record."""
        members = self._hanging_together({number})
        while True:
            ordered = sorted(members, key=self._places.__getitem__)
            cluster = clustered([self._records[member] for member in ordered])
            named = {other for name in cluster.names for other in self._sharing.get(name, ())} - members
            if not named:
                break
            for first in {self._firsts[other] for other in named if other in self._firsts}:
                self._forgotten(first)
            members = self._hanging_together(members | named)
        first = ordered[0]
        self._members[first], self._clusters[first] = ordered, cluster
        self._firsts.update(dict.fromkeys(ordered, first))
        for name in cluster.names:
            self._sharing[name].add(first)
        if cluster.tells:
            self._telling[first] = cluster
        self._papers.update({paper.id: paper for paper in cluster.papers})
        self._changed.update(paper.id for paper in cluster.papers)

    def _hanging_together(self, numbers: set[int]) -> set[int]:
        found, waiting = set(numbers), list(numbers)
        while waiting:
            for key in self._keys[waiting.pop()]:
                new = self._sharing[key] - found
                found |= new
                waiting += new
        return found

    def _forgotten(self, first: int) -> list[int]:
        """Forget a cluster; the records that were in it."""
        cluster, members = self._clusters.pop(first), self._members.pop(first)
        self._telling.pop(first, None)
        for paper in cluster.papers:
            self._papers.pop(paper.id, None)
            self._changed.add(paper.id)
        for name in cluster.names - self._keys[first]:
            self._unshare(name, first)
        for member in members:
            del self._firsts[member]
        return members

    def _unshare(self, key: str, number: int) -> None:
        self._sharing[key].discard(number)
        if not self._sharing[key]:
            del self._sharing[key]

    def _put_together(self) -> Library:
        if self._changed:
            self._papers = {id: self._papers[id] for id in sorted(self._papers)}
        alike = self._likeness.among(self._papers, self._changed)
        told = self._telling.values()
        dropped = [drop for some in self._repeated.values() for drop in some]
        dropped += (drop for cluster in told for drop in cluster.dropped)
        library = Library(
            tuple(self._papers.values()),
            tuple(
                sorted(
                    (merge for cluster in told for merge in cluster.merges),
                    key=lambda merge: (MERGED_BY.index(merge.by), merge.value, merge.spans),
                )
            ),
            tuple(
                sorted(
                    alike.union(*(cluster.apart for cluster in told)),
                    key=lambda pair: (pair.first, pair.second, pair.why),
                )
            ),
            tuple(sorted(dropped, key=lambda drop: drop.span)),
            tuple(
                sorted(
                    (mistake for cluster in told for mistake in cluster.mistakes),
                    key=lambda mistake: (mistake.span, mistake.rule, mistake.message),
                )
            ),
        )
        changed = frozenset(self._changed | self._shifted)
        self._changed.clear()
        self._shifted.clear()
        return library.after(self._library, changed)
