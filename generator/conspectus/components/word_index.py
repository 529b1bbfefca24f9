"""The words of all papers, for the search in a reader's browser: which papers have a word, in which field, and where.

Papers are numbers, oldest first, so that a new one changes the files of its words alone. What is said of a word has up
to three parts, with spaces between them, each of lists with points between them, of numbers written in letters:

- the papers that have it: a list for each of FIELDS, and one of the papers in categories that are called so; empty ones
  at the end are left out. That of a field has for each paper how many numbers it comes after the one before; and how
  often the word stands in the field, less one, times as many as there are STEPS, and added to that which of STEPS says
  how wide the field is. That of categories has the first alone;
- where it stands in fields of IN_FULL, and where in others: a list for each field that has it, with all its positions
  in each paper, as the distance of each from the one before.

So a query loads what it needs of its words, and nothing of all papers. `js/word-index.js` reads them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from conspectus.catalog import Catalog
from conspectus.components.packing import letters, packed, steps
from conspectus.components.word_rows import FIELDS, GAP, IN_FULL, STEPS, STOP_WORDS, rows
from conspectus.text.folding import terms

CATEGORIES = 1.5
"""What a word weighs in the name of a category that a paper is in."""

ASKING = frozenset(
    """
    available concerned concerning currently describe discuss due exist exists find give given gives known made
    make makes making obtain obtained possible present regarding show use used uses using various
    """.split()
)
"""Words in which questions are put. Papers are found by them only if a query has no others."""

IN_ONE = 512
"""Of up to so many papers, all words are in one file, and any slip in a word can be found."""

PER_SHARD = 32
"""For how many papers there is a file of words where there are more: by the words of this repository's queries, one of
10,000 papers loads 24 kB of words then, and 223 with a file for 512."""

LONG = 250
"""What is said of a word in more letters than this stands apart, in a file by the whole word, where there are several
files: else who asks for `cone` would load `convolution`, which a third of all papers may have. Where the word stands,
but in titles and names, is in a file of its own, for few queries ask that of words with so many papers."""

BEGUN = 30_000
"""Of words that go on where one asked for ends, those that most papers have are looked for, until what stands apart of
them has so many letters, some 20 kB; one of them at least."""

PAIRED = 4000
"""Where a word stands apart with more letters than this, some 1,500 papers have it, and where it stands in their texts
is loaded for phrases alone, and not to see which other words of a query are near it."""

LARGE = 20_000
"""In surveys of more papers a reader had better load nothing that is not asked for."""

PER_LONG = 4
"""For each file of words there are so many of lists that stand apart. Of 100,000 made-up abstracts, a word of a query
loads 17 kB then, 24 with one, and 50 where only lists of 2,000 letters stand apart."""

BEGINNING = 3
"""Words that begin with the same letters, so many, are in the same file."""


class Said(NamedTuple):
    """What is said of a word: the papers that have it, and where it stands in fields of IN_FULL and in others."""

    papers: str
    in_full: str
    others: str

    @property
    def short(self) -> str:
        """What is known of the word without where it stands in most fields."""
        return f"{self.papers} {self.in_full}".rstrip()

    @property
    def all(self) -> str:
        return " ".join(self).rstrip()


def words(catalog: Catalog) -> tuple[Mapping[str, str | int], ...]:
    """For each file, its words in order, and what is said of them; of what stands apart, how many letters it has
    without where the word stands in most fields."""
    files: tuple[dict[str, str | int], ...] = tuple({} for _ in range(shards(catalog)))
    for word, said in catalog.once(lists).items():
        shard = crc32(word[:BEGINNING].encode()) % len(files)
        files[shard][word] = len(said.short) if _is_apart(catalog, said) else said.all
    return files


def long_words(catalog: Catalog) -> tuple[Mapping[str, str], ...]:
    """For each file of lists that stand apart, these by their words, without where a word stands in most fields."""
    return _apart(catalog, lambda said: said.short)


def places(catalog: Catalog) -> tuple[Mapping[str, str], ...]:
    """As `long_words`: where these words stand in most fields."""
    return _apart(catalog, lambda said: said.others)


def _apart(catalog: Catalog, part: Callable[[Said], str]) -> tuple[Mapping[str, str], ...]:
    files: tuple[dict[str, str], ...] = tuple({} for _ in range(long_shards(catalog)))
    for word, said in catalog.once(lists).items() if files else ():
        if _is_apart(catalog, said):
            files[crc32(word.encode()) % len(files)][word] = part(said)
    return files


def _is_apart(catalog: Catalog, said: Said) -> bool:
    return are_several(catalog) and sum(map(len, said)) > LONG


def lists(catalog: Catalog) -> Mapping[str, Said]:
    """All words in order, each with what is said of it."""
    many = len(FIELDS)
    found: dict[bytes, list[bytes]] = {}
    for field in range(many):
        for word, one in _in_field(row.said[field] for row in catalog.once(rows)).items():
            parts = found.get(word) or found.setdefault(word, [b""] * (2 * many + 1))
            parts[field], parts[many + 1 + field] = bytes(one.papers), bytes(one.places)
    for name, numbers in called(catalog).items():
        parts = found.setdefault(name.encode(), [b""] * (2 * many + 1))
        parts[many] = packed(steps(sorted(numbers))).encode()
    return {word.decode(): _said(found[word]) for word in sorted(found)}


class _List:
    """The list of a word in a field while it grows: the last paper that it has, all of them, and where."""

    __slots__ = ("last", "papers", "places")

    def __init__(self) -> None:
        self.last, self.papers, self.places = -1, bytearray(), bytearray()


def _in_field(rows: Iterable[bytes]) -> dict[bytes, _List]:
    """The lists of all words of a field."""
    found: dict[bytes, _List] = {}
    for number, row in enumerate(rows):
        told = iter(row.split())
        for word, said, positions in zip(told, told, told, strict=True):
            one = found.get(word)
            if one is None:
                one = found[word] = _List()
            papers, places = one.papers, one.places
            papers += _letters(number - one.last) + said
            places += positions
            one.last = number
    return found


@lru_cache(maxsize=1 << 12)
def _letters(number: int) -> bytes:
    return letters(number).encode()


def _said(lists: Sequence[bytes]) -> Said:
    papers, in_full = len(FIELDS) + 1, len(FIELDS) + 1 + len(IN_FULL)
    parts = (lists[:papers], filter(None, lists[papers:in_full]), filter(None, lists[in_full:]))
    return Said(*(b".".join(part).rstrip(b".").decode() for part in parts))


def called(catalog: Catalog) -> dict[str, set[int]]:
    """The numbers of the papers in categories, by the words of their titles and of what else they are called."""
    found: dict[str, set[int]] = {}
    for facet, category, _ in catalog.categories.values():
        numbers = {len(catalog.newest) - 1 - rank for rank in catalog.ranks(facet, category)}
        for word in {term.word for name in (category.title, *category.also) for term in terms(name)} - STOP_WORDS:
            if numbers:
                found.setdefault(word, set()).update(numbers)
    return found


def number_of(catalog: Catalog, id: str) -> int:
    """The number of the paper with this id."""
    return len(catalog.newest) - 1 - catalog.rank[id]


def shards(catalog: Catalog) -> int:
    """How many files of words there are: a power of two, so that it seldom changes."""
    return 1 << ((len(catalog.newest) - 1) // PER_SHARD).bit_length() if are_several(catalog) else 1


def are_several(catalog: Catalog) -> bool:
    """Whether there are so many papers that words are spread over several files."""
    return len(catalog.newest) > IN_ONE


def long_shards(catalog: Catalog) -> int:
    """How many files of lists that stand apart there are."""
    return PER_LONG * shards(catalog) if are_several(catalog) else 0


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
        "full": len(IN_FULL),
        "means": [max(1, round(width / papers, 1)) for width in sums],
        "stop": sorted(STOP_WORDS),
        "asking": sorted(ASKING),
        "shards": shards(catalog),
        "long": long_shards(catalog),
        "begun": BEGUN,
        "paired": PAIRED,
        "beginning": BEGINNING,
        "papers": papers,
    }
