"""The papers' texts, spelled once, and in which papers each phrase is met: looked up once, and kept.

Tables that were given out are never changed: what changes is put into a new one. So a survey that was placed earlier
stays what it was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import product
from math import prod
from typing import NamedTuple, TypeVar

from conspectus.model.paper import Paper
from conspectus.model.taxonomy import Phrase, is_pattern
from conspectus.taxonomy.matching import Field, first_met, in_a_row, met, rows, seeker, texts
from conspectus.taxonomy.patterns import beginnings, required
from conspectus.taxonomy.words import beginning, forms

Fields = tuple[Field, ...]
"""A paper's texts, in the order of FIELDS."""

T = TypeVar("T")

FEW = 6
"""Up to so many phrases are looked for one by one; more, by cutting each text into its words once."""

MOST_PIECES = 4
"""Up to so many ways to spell a phrase are looked for one by one."""


class Asked(NamedTuple):
    """A phrase as it is asked for: wherever it may stand, or in titles alone."""

    phrase: str
    title: bool


class Corpus:
    """Some papers, and what they were asked for so far."""

    def __init__(self, papers: Iterable[Paper] = ()) -> None:
        self.fields: Mapping[str, Fields] = {}
        self.ids: frozenset[str] = frozenset()
        self._lines: Mapping[str, str] = {}  # of each paper, all its spellings
        self._titles: Mapping[str, str] = {}  # of each paper, those of its title
        self._words: set[str] = set()  # all that any paper has, or had
        self._meetings: dict[Asked, Set[str]] = {}
        self.take({paper.id: paper for paper in papers})

    def take(self, papers: Mapping[str, Paper], gone: Iterable[str] = ()) -> None:
        """Have these papers say what they say now, and those that are gone nothing."""
        changed = {*gone, *papers}
        now = {id: tuple(map(Field.of, texts(paper))) for id, paper in papers.items()}
        self.fields = patched(self.fields, changed, now)
        self.ids = self.ids if self.ids == self.fields.keys() else frozenset(self.fields)
        lines = {id: _line(fields) for id, fields in now.items()}
        self._words.update(*map(str.split, lines.values()))
        self._lines = patched(self._lines, changed, lines)
        self._titles = patched(self._titles, changed, {id: _line(fields[:1]) for id, fields in now.items()})
        fresh = self._looked_for(list(self._meetings), papers.keys())
        for asked, meeting in self._meetings.items():
            if meeting & changed != fresh[asked]:
                self._meetings[asked] = (meeting - changed) | fresh[asked]

    def ask(self, phrases: Iterable[tuple[Phrase, bool]]) -> None:
        """Look for all these phrases (and whether in titles alone) at once, and forget all others."""
        wanted = dict.fromkeys(Asked(phrase.source, title) for phrase, title in phrases)
        new = self._looked_for([asked for asked in wanted if asked not in self._meetings], self.ids)
        self._meetings = {asked: new[asked] if asked in new else self._meetings[asked] for asked in wanted}

    def meeting(self, phrase: Phrase, *, title: bool = False) -> Set[str]:
        """The papers that a phrase is met in, by their ids; with `title`, it is looked for in titles alone."""
        asked = Asked(phrase.source, title)
        if asked not in self._meetings:
            self._meetings |= self._looked_for([asked], self.ids)
        return self._meetings[asked]

    def place(self, id: str, phrase: Phrase) -> int | None:
        """The place in FIELDS of the first field of a paper that has the phrase."""
        return first_met(phrase.source, self.fields[id])

    def words(self, id: str, phrase: Phrase, place: int) -> str:
        """What the phrase meets in a field of a paper, as it is written there."""
        return met(phrase.source, self.fields[id][place])

    def holds_words(self, id: str, phrase: Phrase) -> bool:
        """Whether a field of a paper has all words of the phrase, in any order."""
        held = [{word for line in field.spelling for word in line.split()} for field in self.fields[id]]
        return any(
            all(not words.isdisjoint(forms(word)) for word in row) for row in rows(phrase.source) for words in held
        )

    def _looked_for(self, asked: Sequence[Asked], ids: Set[str]) -> dict[Asked, Set[str]]:
        """In which of these papers each of these phrases is met."""
        words = [each for each in asked if not is_pattern(each.phrase)]
        if len(words) <= FEW:
            return {each: self._met(each, ids) for each in asked}
        found: dict[Asked, Set[str]] = {each: self._met(each, ids) for each in asked if is_pattern(each.phrase)}
        for title in (False, True):
            some = [each for each in words if each.title == title]
            found |= _met_together(some, self._among(ids, title=title))
        return found

    def _among(self, ids: Set[str], *, title: bool) -> Mapping[str, str]:
        """What words are looked for in: the spellings of these papers' titles, or of all their texts."""
        lines = self._titles if title else self._lines
        return lines if len(ids) == len(lines) else {id: lines[id] for id in ids}

    def _met(self, asked: Asked, ids: Set[str]) -> Set[str]:
        """In which of these papers one phrase is met."""
        lines = self._among(ids, title=asked.title)
        if is_pattern(asked.phrase):
            meets, until = seeker(asked.phrase).meets, 1 if asked.title else None
            pieces = required(asked.phrase[1:-1]) or beginnings(asked.phrase[1:-1])
            likely = _with_any(pieces, lines) if pieces else ids
            return {id for id in likely if any(map(meets, self.fields[id][:until]))}
        found: set[str] = set()
        for row in rows(asked.phrase):
            found |= self._in_a_row(row, asked.phrase, lines)
        return found

    def _in_a_row(self, row: Sequence[str], phrase: str, lines: Mapping[str, str]) -> Set[str]:
        """The papers whose lines have these words of a phrase in a row, in any of the forms that are known."""
        known = [[form for form in forms(word) if form in self._words] for word in row]
        if prod(map(len, known)) <= MOST_PIECES:
            return _with_any([f" {' '.join(words)} " for words in product(*known)], lines)
        first, *others = known
        # All forms of the second word begin alike: so much is looked for at once, and then the whole where that is.
        pieces = [f" {form} {beginning(others[0])}" for form in first] if others else [f" {beginning(first)}"]
        search = in_a_row(phrase).search
        return {id for id in _with_any(pieces, lines) if search(lines[id])}


def _with_any(pieces: Sequence[str], lines: Mapping[str, str]) -> Set[str]:
    """The papers whose lines have any of these pieces."""
    return set().union(*({id for id, line in lines.items() if piece in line} for piece in pieces))


def _met_together(asked: Sequence[Asked], lines: Mapping[str, str]) -> dict[Asked, Set[str]]:
    """In which lines each of many phrases of words is met: looked for where a line has one word of each of its rows."""
    by_word: dict[str, set[Asked]] = defaultdict(set)
    sure = {each for each in asked if all(len(row) == 1 for row in rows(each.phrase))}  # met where their word is
    for each in asked:
        for row in rows(each.phrase):
            for form in forms(max(row, key=len)):
                by_word[form].add(each)
    found: dict[Asked, set[str]] = {each: set() for each in asked}
    for id, line in lines.items() if asked else ():
        for each in set().union(*(by_word[word] for word in by_word.keys() & line.split())):
            if each in sure or in_a_row(each.phrase).search(line):
                found[each].add(id)
    return dict(found)


def patched(table: Mapping[str, T], ids: Set[str], now: Mapping[str, T]) -> Mapping[str, T]:
    """The table with what is `now` said of these ids; the very same table where that is what it said before."""
    known = table.keys() & ids
    if {id: table[id] for id in known} == now:
        return table
    other = dict(table)
    for id in known:
        del other[id]
    other.update(now)
    return other


def _line(fields: Iterable[Field]) -> str:
    """All spellings of some texts in one. Each begins and ends with a space, so no words in a row reach over two."""
    return "".join(dict.fromkeys(line for field in fields for line in field.spelling))
