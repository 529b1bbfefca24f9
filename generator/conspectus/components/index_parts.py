"""What some papers that follow on one another say of each word, in each field: a part of the index of words.

After an edit one part is made anew, and the others are as they were. They are put together word by word: those words
alone of which a part says something else than before.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from itertools import zip_longest

from conspectus.catalog import Catalog
from conspectus.components.packing import letters
from conspectus.components.word_rows import FIELDS, ONCE, Row, rows

PAPERS = 2000
"""How many papers a part has. Smaller ones are made sooner, and take longer to be put together."""

_ONCE = ONCE.encode()


Run = tuple[int, bytes, int, bytes, bytes]
"""The papers of a part that have a word in a field: the first, how often it has the word if that is more than once, the
last, the others as `word_index` has them, and the positions in all. A plain tuple, for the garbage collector looks
through hundreds of thousands of anything else again and again."""


class _Growing:
    """A run while it grows."""

    __slots__ = ("first", "frequency", "last", "papers", "positions")

    def __init__(self, first: int, frequency: bytes) -> None:
        self.first = self.last = first
        self.frequency = b"" if frequency == _ONCE else frequency
        self.papers, self.positions = bytearray(), bytearray()

    def done(self) -> Run:
        return self.first, self.frequency, self.last, bytes(self.papers), bytes(self.positions)


@dataclass(frozen=True)
class Part:
    """`start`: the number of its first paper."""

    start: int
    rows: tuple[Row, ...]

    @cached_property
    def runs(self) -> tuple[Mapping[bytes, Run], ...]:
        """For each field, the runs of its words."""
        return tuple(self._in_field(row.words[field] for row in self.rows) for field in range(len(FIELDS)))

    def _in_field(self, rows: Iterable[bytes]) -> dict[bytes, Run]:
        runs: dict[bytes, _Growing] = {}
        for number, row in enumerate(rows, self.start):
            parts = iter(row.split())
            for word, frequency, positions in zip(parts, parts, parts, strict=True):
                run = runs.get(word)
                if run is None:
                    run = runs[word] = _Growing(number, frequency)
                elif frequency == _ONCE:
                    run.papers += after(number - run.last)
                else:
                    run.papers += after(number - run.last, frequency)
                run.positions += positions
                run.last = number
        return {word: run.done() for word, run in runs.items()}


def parts(catalog: Catalog) -> tuple[Part, ...]:
    """All parts, those of papers that did not change as they were."""
    all = catalog.once(rows)
    starts = range(0, len(all), PAPERS)
    make = {start: partial(Part, start, all[start : start + PAPERS]) for start in starts}
    return tuple(catalog.shown.get("parts of the search index", start, make[start]) for start in starts)


class Postings:
    """The postings of a word in a field while they grow: the last paper, all papers, and the positions in them."""

    __slots__ = ("last", "papers", "positions")

    def __init__(self) -> None:
        self.last, self.papers, self.positions = -1, bytearray(), bytearray()


NONE = Part(0, ())


def differing(before: Sequence[Part], now: Sequence[Part]) -> set[bytes]:
    """The words of which some parts say something else than others did, in any field."""
    words: set[bytes] = set()
    for old, new in zip_longest(before, now, fillvalue=NONE):
        for theirs, ours in zip(old.runs, new.runs, strict=True) if old is not new else ():
            words |= theirs.keys() ^ ours.keys()
            words.update(word for word, run in theirs.items() if ours.get(word, run) != run)
    return words


def joined(parts: Iterable[Part], field: int, words: Collection[bytes]) -> dict[bytes, Postings]:
    """The postings of some words in a field."""
    lists: dict[bytes, Postings] = {}
    for part in parts:
        for word, (first, frequency, last, papers, positions) in part.runs[field].items():
            if word not in words:
                continue
            own = lists.get(word)
            if own is None:
                own = lists[word] = Postings()
            own.papers += after(first - own.last, frequency)
            own.papers += papers
            own.positions += positions
            own.last = last
    return lists


def after(distance: int, frequency: bytes = b"") -> bytes:
    """A paper, by how many numbers it comes after the one before, and how often it has the word unless that is once."""
    return _letters(2 * distance + 1) + frequency if frequency else _letters(2 * distance)


@lru_cache(maxsize=1 << 12)
def _letters(number: int) -> bytes:
    return letters(number).encode()
