"""The words of all papers, for the search in a reader's browser: which papers have a word, in which field, and where.

Papers are numbers, oldest first, so that a new one changes the files of its words alone. A word has a list for each of
FIELDS, and one of the papers in categories that are called so, with points between them; empty ones at the end are left
out. Lists are numbers written in letters (`packed`). That of a field has for each paper how many numbers it comes after
the one before; how often the word stands in the field, less one, times as many as there are STEPS, and added to that
which of STEPS says how wide the field is; and at which positions, each as the distance from the one before. That of
categories has the papers alone. So a query loads what it needs of its words, and nothing of all papers.
`js/word-index.js` reads them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache, partial
from typing import NamedTuple
from zlib import crc32

from conspectus import derived
from conspectus.catalog import Catalog
from conspectus.components.fact_table import written
from conspectus.model.paper import Paper
from conspectus.text.bounds import MOST_CHARACTERS
from conspectus.text.folding import chunks, terms
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

CATEGORIES = 1.5
"""What a word weighs in the name of a category that a paper is in."""

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

ASKING = frozenset(
    """
    available concerned concerning currently describe discuss due exist exists find give given gives known made
    make makes making obtain obtained possible present regarding show use used uses using various
    """.split()
)
"""Words in which questions are put. Papers are found by them only if a query has no others."""

GAP = 2
"""Positions between two texts, so that no phrase reaches from one into the next."""

STEPS = (*range(3, 27), 37, 52, 74, 104, 147, 208, 294, 416)
"""How wide a field may be said to be: as it is up to 26 positions, so that a title that is the query is known, and the
nearest of these above. A word that stands in it once takes one letter for both."""

IN_ONE = 512
"""Of up to so many papers, all words are in one file, and any slip in a word can be found."""

PER_SHARD = 32
"""For how many papers there is a file of words where there are more: by the words of this repository's queries, one of
10,000 papers loads 24 kB of words then, and 223 with a file for 512."""

LARGE, LONG = 20_000, 250
"""In surveys of more papers than the first, the lists of a word that have more letters than the second stand apart, in
a file by the whole word: else who asks for `cone` would load `convolution`, which a third of all papers may have."""

PER_LONG = 4
"""For each file of words there are so many of lists that stand apart. Of 100,000 made-up abstracts, a word of a query
loads 17 kB then, 24 with one, and 50 where only lists of 2,000 letters stand apart."""

BEGINNING = 3
"""Words that begin with the same letters, so many, are in the same file."""

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def packed(numbers: Iterable[int]) -> str:
    """Numbers, none of them negative, in letters: five bits each, the lowest first; all but a number's last have 32."""
    return "".join(map(_letters, numbers))


@lru_cache(maxsize=1 << 10)
def _letters(number: int) -> str:
    letters = ""
    while number > 31:
        letters += DIGITS[32 | number & 31]
        number >>= 5
    return letters + DIGITS[number]


def steps(numbers: Iterable[int]) -> Iterator[int]:
    """Growing numbers as the distance of each from the one before; the first from -1."""
    last = -1
    for number in numbers:
        yield number - last
        last = number


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
    `ring-1t`. Longer ones are made of titles, and those that begin with a digit of identifiers."""
    name, _, number = id.rpartition("-")
    return not name or ("-" not in name and name[0].isalpha() and any(map(str.isdigit, number)))


def _columns(catalog: Catalog) -> dict[str, str]:
    return {column.id: column.title for column in catalog.survey.settings.columns}


def _notes(catalog: Catalog) -> dict[str, str]:
    return {note.name: note.source for note in catalog.survey.notes}


@cache
def step(width: int) -> int:
    """The place of the one of STEPS that is nearest to a width."""
    return min(range(len(STEPS)), key=lambda at: abs(STEPS[at] - width))


class Row(NamedTuple):
    """The words of a paper: the width of each field, and for each word in each of them the field's number with the word
    behind it, and what its list has of the paper, packed. Rows are kept, so each is one string."""

    widths: tuple[int, ...]
    places: str

    @classmethod
    def of(cls, catalog: Catalog, paper: Paper) -> Row:
        widths, places = [], []
        for number, (name, field) in enumerate(zip(FIELDS, fields(catalog, paper), strict=True)):
            found: dict[str, set[int]] = {}
            in_full = name in IN_FULL
            at = 0
            for text in field:
                width = 0
                for start, words in chunks(text[:MOST_CHARACTERS]):
                    for word, offset, span in words:
                        width = max(width, start + offset + span)
                        if in_full or word not in STOP_WORDS:
                            found.setdefault(word, set()).add(at + start + offset)
                at += width + GAP
            widths.append(at)
            wide = step(at)
            places += [
                f"{number}{word} {packed(((len(all) - 1) * len(STEPS) + wide, *steps(sorted(all))))}"
                for word, all in found.items()
            ]
        return cls(tuple(widths), " ".join(places))


def rows(catalog: Catalog) -> tuple[Row, ...]:
    """The row of each paper, the oldest first."""
    known, notes = derived.Known(catalog.memory, "words", Row), catalog.once(_notes)
    told = [written(value, catalog.language) for value in (True, False)]
    shared = derived.packed((catalog.survey.settings.columns, told))
    digests = (
        derived.packed((shared, paper.id, catalog.said(paper), notes.get(paper.id))) for paper in oldest(catalog)
    )
    made = tuple(
        known.get(digest, partial(Row.of, catalog, paper))
        for digest, paper in zip(digests, oldest(catalog), strict=True)
    )
    known.keep()
    return made


def words(catalog: Catalog) -> tuple[Mapping[str, str | int], ...]:
    """For each file, its words in order, and their lists; of those that stand apart, how many letters they have."""
    files: tuple[dict[str, str | int], ...] = tuple({} for _ in range(shards(catalog)))
    for word, said in catalog.once(lists).items():
        shard = crc32(word[:BEGINNING].encode()) % len(files)
        files[shard][word] = len(said) if is_large(catalog) and len(said) > LONG else said
    return files


def long_words(catalog: Catalog) -> tuple[Mapping[str, str], ...]:
    """For each file of lists that stand apart, these by their words."""
    files: tuple[dict[str, str], ...] = tuple({} for _ in range(long_shards(catalog)))
    for word, said in catalog.once(lists).items() if files else ():
        if len(said) > LONG:
            files[crc32(word.encode()) % len(files)][word] = said
    return files


def lists(catalog: Catalog) -> Mapping[str, str]:
    """All words in order, each with its lists."""
    found: dict[str, list[str]] = {}
    last: dict[str, int] = {}
    for number, row in enumerate(catalog.once(rows)):
        told = iter(row.places.split(" ") if row.places else ())
        for key, place in zip(told, told, strict=True):
            found.setdefault(key, []).append(_letters(number - last.get(key, -1)) + place)
            last[key] = number
    of_words: dict[str, list[str]] = {}
    for key, places in found.items():
        of_words.setdefault(key[1:], [""] * (len(FIELDS) + 1))[int(key[0])] = "".join(places)
    for word, numbers in called(catalog).items():
        of_words.setdefault(word, [""] * (len(FIELDS) + 1))[-1] = packed(steps(sorted(numbers)))
    return {word: ".".join(of_words[word]).rstrip(".") for word in sorted(of_words)}


def called(catalog: Catalog) -> dict[str, set[int]]:
    """The numbers of the papers in categories, by the words of their titles and of what else they are called."""
    found: dict[str, set[int]] = {}
    for facet, category, _ in catalog.categories.values():
        numbers = {len(catalog.newest) - 1 - rank for rank in catalog.ranks(facet, category)}
        for word in {term.word for name in (category.title, *category.also) for term in terms(name)} - STOP_WORDS:
            if numbers:
                found.setdefault(word, set()).update(numbers)
    return found


def oldest(catalog: Catalog) -> tuple[Paper, ...]:
    """The papers in the order of their numbers."""
    return catalog.newest[::-1]


def number_of(catalog: Catalog, id: str) -> int:
    """The number of the paper with this id."""
    return len(catalog.newest) - 1 - catalog.rank[id]


def shards(catalog: Catalog) -> int:
    """How many files of words there are: a power of two, so that it seldom changes."""
    papers = len(catalog.newest)
    return 1 << ((papers - 1) // PER_SHARD).bit_length() if papers > IN_ONE else 1


def long_shards(catalog: Catalog) -> int:
    """How many files of lists that stand apart there are."""
    return PER_LONG * shards(catalog) if is_large(catalog) else 0


def is_large(catalog: Catalog) -> bool:
    """Whether there are so many papers that a reader had better load nothing that is not asked for."""
    return len(catalog.newest) > LARGE


def about(catalog: Catalog) -> dict[str, object]:
    """What a browser has to know before it can look for words: `papers` is how many there are, `means` how wide each
    field is on average."""
    papers = len(catalog.newest)
    sums = [sum(widths) for widths in zip(*(row.widths for row in catalog.once(rows)), strict=True)]
    return {
        "fields": FIELDS,
        "categories": CATEGORIES,
        "gap": GAP,
        "steps": STEPS,
        "means": [max(1, round(width / papers, 1)) for width in sums],
        "stop": sorted(STOP_WORDS),
        "asking": sorted(ASKING),
        "shards": shards(catalog),
        "long": long_shards(catalog),
        "beginning": BEGINNING,
        "papers": papers,
    }
