"""The papers' texts, spelled once, and where each phrase is met: looked up once, and kept.

Tables that were given out are never changed: what changes is put into a new one. So a survey that was placed earlier
stays what it was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from conspectus.model.paper import Paper
from conspectus.model.taxonomy import Phrase, is_pattern
from conspectus.taxonomy.matching import met, rows, seeker, texts, words_of
from conspectus.taxonomy.patterns import required
from conspectus.taxonomy.words import Spelling, beginning, forms, spell

Fields = tuple[tuple[str, Spelling], ...]
"""A paper's texts and their spellings, in the order of FIELDS."""

Meeting = Mapping[str, int]
"""The papers a phrase is met in, by their ids, and the place in FIELDS of the first field that has it."""

T = TypeVar("T")

FEW = 6
"""Up to so many phrases are looked for one by one; more, by cutting each text into its words once."""


class Asked(NamedTuple):
    """A phrase as it is asked for: wherever it may stand, or in titles alone."""

    phrase: str
    title: bool


class Corpus:
    """Some papers, and what they were asked for so far."""

    def __init__(self, papers: Iterable[Paper] = ()) -> None:
        self.fields: Mapping[str, Fields] = {}
        self._lines: Mapping[str, str] = {}  # of each paper, all its spellings
        self._words: set[str] = set()  # all that any paper has, or had
        self._meetings: dict[Asked, Meeting] = {}
        self.take({paper.id: paper for paper in papers})

    def take(self, papers: Mapping[str, Paper], gone: Iterable[str] = ()) -> None:
        """Have these papers say what they say now, and those that are gone nothing."""
        gone = set(gone)
        changed = gone.union(papers)
        now = {id: tuple((text, spell(text)) for text in texts(paper)) for id, paper in papers.items()}
        self.fields = patched(self.fields, changed, now)
        lines = {id: _line(fields) for id, fields in now.items()}
        self._words.update(*map(str.split, lines.values()))
        self._lines = patched(self._lines, changed, lines)
        fresh = self._looked_for(list(self._meetings), papers)
        for asked, meeting in self._meetings.items():
            self._meetings[asked] = patched(meeting, changed, fresh[asked])

    def ask(self, phrases: Iterable[tuple[Phrase, bool]]) -> None:
        """Look for all these phrases (and whether in titles alone) at once, and forget all others."""
        wanted = dict.fromkeys(Asked(phrase.source, title) for phrase, title in phrases)
        new = self._looked_for([asked for asked in wanted if asked not in self._meetings], self.fields)
        self._meetings = {asked: new[asked] if asked in new else self._meetings[asked] for asked in wanted}

    def meeting(self, phrase: Phrase, *, title: bool = False) -> Meeting:
        """Where a phrase is met; with `title`, it is looked for in titles alone."""
        asked = Asked(phrase.source, title)
        if asked not in self._meetings:
            self._meetings |= self._looked_for([asked], self.fields)
        return self._meetings[asked]

    def words(self, id: str, phrase: Phrase, place: int) -> str:
        """What the phrase meets in a field of a paper, as it is written there."""
        return met(phrase.source, *self.fields[id][place])

    def holds_words(self, id: str, phrase: Phrase) -> bool:
        """Whether a field of a paper has all words of the phrase, in any order."""
        held = [words_of(spelling) for _, spelling in self.fields[id]]
        return any(
            all(not words.isdisjoint(forms(word)) for word in row) for row in rows(phrase.source) for words in held
        )

    def _looked_for(self, asked: Sequence[Asked], ids: Collection[str]) -> dict[Asked, dict[str, int]]:
        """Where each of these phrases is met in these papers."""
        patterns = [each for each in asked if is_pattern(each.phrase)]
        words = [each for each in asked if not is_pattern(each.phrase)]
        alone = [*patterns, *words] if len(words) <= FEW else patterns
        found = {each: self._met(each, ids) for each in alone}
        if len(words) <= FEW:
            return found
        found |= {each: {} for each in words}
        sought = _Sought(words)
        for id in ids:
            for place, (text, spelling) in enumerate(self.fields[id]):
                for each in sought.likely(spelling) if text else ():
                    known = id in found[each] or (each.title and place)
                    if not known and (each in sought.sure or seeker(each.phrase).meets(text, spelling)):
                        found[each][id] = place
        return found

    def _met(self, asked: Asked, ids: Collection[str]) -> dict[str, int]:
        """Where one phrase is met."""
        meets = seeker(asked.phrase).meets
        found: dict[str, int] = {}
        for id in self._likely(asked.phrase, ids):
            for place, (text, spelling) in enumerate(self.fields[id][: 1 if asked.title else None]):
                if text and meets(text, spelling):
                    found[id] = place
                    break
        return found

    def _likely(self, phrase: str, ids: Collection[str]) -> Collection[str]:
        """The papers that a phrase may be met in: those whose line has a piece that the phrase has to have."""
        if is_pattern(phrase):
            pieces = required(phrase[1:-1])
            if not pieces:
                return ids
        else:
            pieces = tuple(each for row in rows(phrase) for each in _beginnings(row, self._words))
        lines = self._lines if len(ids) == len(self._lines) else {id: self._lines[id] for id in ids}
        return set().union(*([id for id, line in lines.items() if each in line] for each in pieces))


class _Sought:
    """Many phrases of words by a word that a text has to have for them to be met in it: one of each of their rows."""

    def __init__(self, asked: Iterable[Asked]) -> None:
        self._by_word: dict[str, set[Asked]] = defaultdict(set)
        self.sure: set[Asked] = set()  # of a single word: where that is, the phrase is met
        for each in asked:
            lines = rows(each.phrase)
            for row in lines:
                for form in forms(max(row, key=len)):
                    self._by_word[form].add(each)
            if all(len(row) == 1 for row in lines):
                self.sure.add(each)

    def likely(self, spelling: Spelling) -> Iterable[Asked]:
        """The phrases that may be met in a text that is spelled like this."""
        return set().union(*(self._by_word[word] for word in words_of(spelling) & self._by_word.keys()))


def patched(table: Mapping[str, T], ids: Collection[str], now: Mapping[str, T]) -> Mapping[str, T]:
    """The table with what is `now` said of these ids; the very same table where that is what it said before."""
    known = table.keys() & ids
    if {id: table[id] for id in known} == now:
        return table
    other = dict(table)
    for id in known:
        del other[id]
    other.update(now)
    return other


def _line(fields: Fields) -> str:
    """All spellings of a paper's texts in one, for a first look."""
    return "".join(dict.fromkeys(line for _, spelling in fields for line in (spelling.apart, spelling.joined)))


def _beginnings(row: Sequence[str], known: Collection[str]) -> list[str]:
    """A text that has these words in a row, in forms that are `known`, has one of these: a form of the first word, and
    what all forms of the second begin with."""
    first, *others = ([form for form in forms(word) if form in known] for word in row)
    if not all((first, *others)):
        return []
    if not others:
        return [f" {beginning(first)}"]
    return [f" {form} {beginning(others[0])}" for form in first]
