"""The papers' texts, spelled once, and in which papers each phrase is met: looked up once, and kept.

Tables that were given out are never changed: what changes is put into a new one. So a survey that was placed earlier
stays what it was.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import product
from math import prod
from typing import NamedTuple, TypeVar

from conspectus.matching.patterns import beginnings, required
from conspectus.matching.phrases import Field, first_met, in_a_row, met, rows, seeker, texts
from conspectus.matching.words import forms
from conspectus.model.paper import Paper
from conspectus.model.taxonomy import Phrase, is_pattern

Fields = tuple[Field, ...]
"""A paper's texts, in the order of FIELDS."""

T = TypeVar("T")

FEW = 6
"""Up to so many phrases are looked for one by one; more, by cutting each text into its words once."""

MOST_PIECES = 8
"""Up to so many ways to spell a phrase are looked for one by one."""

EDGE, RARE = chr(0), chr(sys.maxunicode)
"""Between two texts of a paper; for all words that come when no other sign is left."""


class Asked(NamedTuple):
    """A phrase as it is asked for: wherever it may stand, or in titles alone."""

    phrase: str
    title: bool


class Signs(dict[str, str]):
    """A sign for each word that any paper has, or had. A text written in them is short, and quickly looked through."""

    def __missing__(self, word: str) -> str:
        self[word] = chr(min(len(self) + 1, ord(RARE)))
        return self[word]

    def written(self, fields: Iterable[Field]) -> str:
        """All spellings of some texts."""
        lines = dict.fromkeys(line for field in fields for line in field.spelling)
        return EDGE.join("".join(map(self.__getitem__, line.split())) for line in lines)


class Corpus:
    """Some papers, and what they were asked for so far."""

    def __init__(self, papers: Iterable[Paper] = ()) -> None:
        self.fields: Mapping[str, Fields] = {}
        self.ids: frozenset[str] = frozenset()
        self._lines: Mapping[str, str] = {}  # of each paper, all its spellings
        self._titles: Mapping[str, str] = {}  # of each paper, those of its title
        self._signs = Signs()
        self._written: Mapping[str, str] = {}  # the lines in signs
        self._written_titles: Mapping[str, str] = {}
        self._meetings: dict[Asked, Set[str]] = {}
        self.take({paper.id: paper for paper in papers})

    def take(self, papers: Mapping[str, Paper], gone: Iterable[str] = ()) -> None:
        """Have these papers say what they say now, and those that are gone nothing."""
        changed = {*gone, *papers}
        now = {id: tuple(map(Field.of, texts(paper))) for id, paper in papers.items()}
        self.fields = patched(self.fields, changed, now)
        self.ids = self.ids if self.ids == self.fields.keys() else frozenset(self.fields)
        lines = {id: _line(fields) for id, fields in now.items()}
        self._lines = patched(self._lines, changed, lines)
        self._titles = patched(self._titles, changed, {id: _line(fields[:1]) for id, fields in now.items()})
        written = {id: self._signs.written(fields) for id, fields in now.items()}
        self._written = patched(self._written, changed, written)
        titles = {id: self._signs.written(fields[:1]) for id, fields in now.items()}
        self._written_titles = patched(self._written_titles, changed, titles)
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
            found |= _met_together(some, _only(ids, self._titles if title else self._lines))
        return found

    def _met(self, asked: Asked, ids: Set[str]) -> Set[str]:
        """In which of these papers one phrase is met."""
        if is_pattern(asked.phrase):
            lines = _only(ids, self._titles if asked.title else self._lines)
            meets, until = seeker(asked.phrase).meets, 1 if asked.title else None
            pieces = required(asked.phrase[1:-1]) or beginnings(asked.phrase[1:-1])
            likely = _with_any(pieces, lines) if pieces else ids
            return {id for id in likely if any(map(meets, self.fields[id][:until]))}
        found: set[str] = set()
        for row in rows(asked.phrase):
            found |= self._in_a_row(row, asked, ids)
        return found

    def _in_a_row(self, row: Sequence[str], asked: Asked, ids: Set[str]) -> Set[str]:
        """Which of these papers have the words of a row of a phrase, in any of the forms that are known."""
        written = _only(ids, self._written_titles if asked.title else self._written)
        known = [[self._signs[form] for form in forms(word) if form in self._signs] for word in row]
        whole = prod(map(len, known)) <= MOST_PIECES
        found = _with_any(["".join(signs) for signs in product(*known[: None if whole else 2])], written)
        if whole and not any(RARE in signs for signs in known):
            return found
        lines, search = self._titles if asked.title else self._lines, in_a_row(asked.phrase).search
        return {id for id in found if search(lines[id])}


def _only(ids: Set[str], lines: Mapping[str, str]) -> Mapping[str, str]:
    """The lines of some of the papers, or of all."""
    return lines if len(ids) == len(lines) else {id: lines[id] for id in ids}


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
