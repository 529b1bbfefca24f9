"""What is searched of each paper: its words in each field, and where they stand. Builds keep that for one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, partial
from typing import NamedTuple

from conspectus import derived
from conspectus.catalog import Catalog
from conspectus.components.fact_table import written
from conspectus.components.packing import letters, packed, steps
from conspectus.model.paper import Paper
from conspectus.text.bounds import MOST_CHARACTERS
from conspectus.text.folding import UNSPACED, terms_of
from conspectus.text.prose import words_of

FIELDS = {
    "title": 3.0,
    "authors": 4.0,
    "keywords": 2.5,
    "venue": 1.5,
    "summary": 1.5,
    "note": 1.0,
    "results": 1.0,
    "abstract": 1.0,
}
"""What is searched of a paper, and how much a word weighs there."""

IN_FULL = ("title", "authors")
"""Fields whose stop words are searched too, for there are titles made of nothing else."""

STOP_WORDS = frozenset(
    """
    a about above after again against also am among an and any are as at be because been before being below
    between both but by can cannot could did do does done during each either every for from further get had has
    have he her here him his how i if in into is it its just may me might must my nor not now of on or other
    others our ours per same shall she should so some such than that the their them then there these they this
    through thus to too until upon us very via was way ways we were what when where whether which while who whom
    why will with would yet you your
    """.split()
)
"""Words that say nothing of what a query is about."""

GAP = 2
"""Positions between two texts, so that no phrase reaches from one into the next."""

STEPS = (*range(3, 27), 37, 52, 74, 104, 147, 208, 294, 416)
"""How wide a field may be said to be, in one letter: as it is up to 26 positions, so that a title that is the query is
known, and the nearest of these above."""


def fields(catalog: Catalog, paper: Paper) -> tuple[tuple[str, ...], ...]:
    """The texts of a paper, for each of FIELDS."""
    work, notes = paper.work, catalog.once(_notes)
    return (
        (paper.title.as_text(),),
        (*(person.name for person in work.people), *filter(None, [work.organization])),
        (*work.keywords, *([paper.id] if _is_name(paper.id) else [])),
        tuple(filter(None, [work.venue])),
        tuple(filter(None, [words_of(work.summary or "")])),
        tuple(filter(None, [words_of(notes.get(paper.id, ""))])),
        tuple(catalog.once(_columns).get(name, name.replace("_", " ")) + f" {written(value, catalog.language)}"
              for name, value in work.facts),
        (work.abstract.as_text(),) if work.abstract else (),
    )  # fmt: skip


def _is_name(id: str) -> bool:
    """Whether an id may be what readers call the work: a word, or one with a number behind it, as in `phi-3` and
    `ring-1t`. Longer ones are made of titles, and those that begin with a digit of identifiers; `ovis2-5` is one of
    Ovis2.5, and would be found by `ovis2`."""
    name, _, number = id.rpartition("-")
    is_word = name[:1].isalpha() and "-" not in name and not name[-1].isdigit()
    return not name or (is_word and any(map(str.isdigit, number)))


def _columns(catalog: Catalog) -> dict[str, str]:
    return {column.id: column.title for column in catalog.survey.settings.columns}


def _notes(catalog: Catalog) -> dict[str, str]:
    return {note.name: note.source for note in catalog.survey.notes}


ONCE = letters(0)
"""How often a word stands in a field, less one, packed: that it does so once."""


@cache
def step(width: int) -> int:
    """The place of the one of STEPS that is nearest to a width."""
    return min(range(len(STEPS)), key=lambda at: abs(STEPS[at] - width))


class Row(NamedTuple):
    """The words of a paper: the width of each field, and for each field its words, each with how often it stands there,
    less one, and at which positions, both packed, and all with spaces between them."""

    widths: tuple[int, ...]
    words: tuple[bytes, ...]

    @classmethod
    def of(cls, catalog: Catalog, paper: Paper) -> Row:
        widths, packed_words = [], []
        for name, texts in zip(FIELDS, fields(catalog, paper), strict=True):
            positions: dict[str, list[int]] = defaultdict(list)
            at = 0
            for text in texts:
                for width, words in map(terms_of.__getitem__, text[:MOST_CHARACTERS].split()):
                    for word, offset, _ in words:
                        positions[word].append(at + offset)
                    at += width
                at += GAP
            if not all(map(str.isascii, texts)):
                _add_letters(positions)
            if name not in IN_FULL:
                for word in STOP_WORDS & positions.keys():
                    del positions[word]
            widths.append(at)
            packed_words.append(_packed(positions))
        return cls(tuple(widths), tuple(packed_words))


def _add_letters(positions: dict[str, list[int]]) -> None:
    """Add each letter of scripts without spaces."""
    for pair in [word for word in positions if letters_of(word)]:
        for at, letter in enumerate(letters_of(pair)):
            positions[letter] += [start + at for start in positions[pair]]


def letters_of(word: str) -> str:
    """The letters of a pair of a script without spaces, of which texts have pairs: somebody may look for a single one.
    None of other words."""
    return word if len(word) > 1 and not word.isascii() and UNSPACED.match(word) else ""


def _packed(positions: Mapping[str, Sequence[int]]) -> bytes:
    """The words of a field with their positions, packed."""
    parts: list[str] = []
    for word, all in positions.items():
        if len(all) == 1:
            parts += (word, ONCE, letters(all[0] + 1))
        else:
            distinct = sorted(set(all))
            parts += (word, letters(len(distinct) - 1), packed(steps(distinct)))
    return " ".join(parts).encode()


def rows(catalog: Catalog) -> tuple[Row, ...]:
    """The row of each paper, the oldest first."""
    known = derived.Known(catalog.memory, "words", Row)
    made = tuple(
        known.get(digest, partial(Row.of, catalog, paper))
        for digest, paper in zip(catalog.once(digests), oldest(catalog), strict=True)
    )
    known.keep()
    return made


def digests(catalog: Catalog) -> tuple[bytes, ...]:
    """Of each paper, that of all that is searched of it."""
    notes, told = catalog.once(_notes), [written(value, catalog.language) for value in (True, False)]
    shared = derived.packed((catalog.survey.settings.columns, told))
    return tuple(
        derived.packed((shared, paper.id, catalog.said(paper), notes.get(paper.id))) for paper in oldest(catalog)
    )


def oldest(catalog: Catalog) -> tuple[Paper, ...]:
    """The papers in the order of their numbers."""
    return catalog.newest[::-1]
