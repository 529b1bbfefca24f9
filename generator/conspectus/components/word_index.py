"""An inverted index of all papers, for the search in a reader's browser: which have a word, in which field, and where.

Papers are numbers, oldest first, so that a new one changes the files of its words alone. The postings of a word have up
to three parts, with spaces between them, each of lists with points between them, of numbers written in letters:

- the papers that have it: a list for each of FIELDS, and one of the papers in categories that are called so; empty ones
  at the end are left out. That of a field has for each paper twice how many numbers it comes after the one before; one
  more, and how often the word stands in the field, less one, if that is more than once. That of categories has for each
  how many numbers it comes after the one before;
- its positions in fields of IN_FULL, and those in others: a list for each field that has it, with all its positions in
  each paper, as the distance of each from the one before.

So a query loads the postings of its words, and of all papers only how wide their fields are. `js/word-index.js` reads
them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple
from zlib import crc32

from conspectus.catalog import Catalog
from conspectus.components.index_parts import Part, differing, joined, parts
from conspectus.components.packing import DIGITS, packed, steps
from conspectus.components.word_halves import may_be_two
from conspectus.components.word_rows import FIELDS, GAP, IN_FULL, STEPS, STOP_WORDS, letters_of, rows, step
from conspectus.model.work import Work
from conspectus.text.folding import terms
from conspectus.text.spelling import RULES

CATEGORIES = 1.5
"""What a word weighs in the name of a category that a paper is in."""

ASKING = frozenset(
    """
    available concerned concerning currently describe discuss due exist exists find give given gives known made
    make makes making obtain obtained possible present regarding show use used uses using various
    """.split()
)
"""Words in which questions are put. Papers are found by them only if a query has no others."""

IN_ONE = 160_000
"""Of texts with up to so many characters, all words are in one file of some 80 kB, and any slip in a word is found."""

PER_SHARD, FEWEST = 8000, 64
"""For how many characters of texts there is a file of words where there are more, and how many files there are at
least: else a query of nine words would load a quarter of all."""

MOST, MOST_POSTINGS = 4096, 65_536
"""How many files of words there are at most, for a hundred thousand papers do not have ten times as many words as ten
thousand; and of their postings, which are as much longer."""

SHORT = 14
"""Where there are several files, postings of more letters stand in others, for `cone` those of `convolution` need not
be loaded, which a third of all papers may have. Most words are in a paper or two, and have so few."""

ALONE = 1000
"""Postings of more letters than this are in a file by the whole word."""

ALIKE = 6
"""Postings of words that begin with the same letters, so many, are in the same file if they have no more: mostly, who
asks for one of the words asks for the others too."""

BEGUN = 30_000
"""Of words that go on where one asked for ends, those that most papers have are looked for, until the postings of
these, and the file that the words are in, have so many letters, some 20 to 30 kB with what is in the same files; one of
them at least. Of more than three words each has its share."""

LOADED = 30_000
"""Where several words have more letters of postings than this, with the files that the words are in some 25 kB, only
those of the rare ones are loaded if few papers have these: their texts say whether they have the others too."""

PAIRED = 2200
"""Where postings are in other files and have more letters than this, some 1,500 papers have the word, and its positions
in their texts are in a file of their own: they are loaded for phrases alone, and not to see which other words of a
query are near it."""

LARGE = 20_000
"""In surveys of more papers a reader had better load nothing that is not asked for."""

PER_WORDS = 4
"""For each file of words there are so many of their postings, and for so many one of positions."""

BEGINNING = 3
"""Words that begin with the same letters, so many, are in the same file; `y` is `i` there, for `sky` and `skies`."""


BRITISH = tuple((pattern, replacement.replace("\\", "$")) for pattern, replacement in RULES)
"""The rules of American spelling as JavaScript writes them."""


class Postings(NamedTuple):
    """The papers that have a word, and its positions in fields of IN_FULL and in others."""

    papers: str
    in_full: str
    in_others: str

    @property
    def short(self) -> str:
        """Without the positions in most fields."""
        return f"{self.papers} {self.in_full}".rstrip()

    @property
    def whole(self) -> str:
        return " ".join(self).rstrip()

    @property
    def is_frequent(self) -> bool:
        return len(self.short) > PAIRED


def words(catalog: Catalog) -> tuple[Mapping[str, str | int], ...]:
    """For each file, its words in order, with their postings. Where there are several files, only with short ones of
    words that may not be two others; else with how many letters they have without the positions in most fields, and a
    minus before it if the word may be two."""
    all = catalog.once(index)
    if not are_several(catalog):
        return ({word: postings.whole for word, postings in all.items()},)
    files: tuple[dict[str, str | int], ...] = tuple({} for _ in range(shards(catalog)))
    for word, postings in all.items():
        beginning = word[:BEGINNING].replace("y", "i")
        file, letters = files[crc32(beginning.encode()) % len(files)], len(postings.short)
        is_two = may_be_two(word, all)
        is_short = len(postings.whole) <= SHORT and not is_two
        file[word] = postings.whole if is_short else -letters if is_two else letters
    return files


def postings(catalog: Catalog) -> tuple[Mapping[str, str], ...]:
    """For each file of postings, these by their words; of frequent ones, without the positions in most fields."""
    files: tuple[dict[str, str], ...] = tuple({} for _ in range(posting_shards(catalog)))
    all, said = catalog.once(index), catalog.once(words) if files else ()
    for word in (word for file in said for word, letters in file.items() if isinstance(letters, int)):
        own = all[word]
        beginning = word if len(own.short) > ALONE else word[:ALIKE]
        files[crc32(beginning.encode()) % len(files)][word] = own.short if own.is_frequent else own.whole
    return files


def positions(catalog: Catalog) -> tuple[Mapping[str, str], ...]:
    """The positions of frequent words in most fields."""
    files: tuple[dict[str, str], ...] = tuple({} for _ in range(position_shards(catalog)))
    for word, postings in catalog.once(index).items() if files else ():
        if postings.is_frequent:
            files[crc32(word.encode()) % len(files)][word] = postings.in_others
    return files


class Index(NamedTuple):
    """All words in order, each with its postings, and what these are put together from: parts, and the papers in
    categories that are called so, packed."""

    parts: Sequence[Part]
    called: Mapping[bytes, bytes]
    postings: Mapping[str, Postings]


def index(catalog: Catalog) -> Mapping[str, Postings]:
    """All words in order, each with its postings."""
    made: Index = catalog.shown.patched("search indexes", "", partial(_index, catalog))
    return made.postings


def _index(catalog: Catalog, before: Index | None) -> Index:
    """The index after what it was before, with other postings of the words of which anything is said now, or was, that
    is not said in both."""
    old, own = before or Index((), {}, {}), parts(catalog)
    called = {word.encode(): packed(steps(sorted(all))).encode() for word, all in in_categories(catalog).items()}
    words = differing(old.parts, own) | {word for word, _ in called.items() ^ old.called.items()}
    many = len(FIELDS)
    lists: dict[bytes, list[bytes]] = {}
    for field in range(many):
        for word, found in joined(own, field, words).items():
            said = lists.get(word) or lists.setdefault(word, [b""] * (2 * many + 1))
            said[field], said[many + 1 + field] = bytes(found.papers), bytes(found.positions)
    for word in words & called.keys():
        lists.setdefault(word, [b""] * (2 * many + 1))[many] = called[word]
    postings = {**old.postings}
    for word in words:
        if word in lists:
            postings[word.decode()] = _postings(lists[word])
        else:
            del postings[word.decode()]
    return Index(own, called, {word: postings[word] for word in sorted(postings)})


def _postings(lists: Sequence[bytes]) -> Postings:
    papers, in_full = len(FIELDS) + 1, len(FIELDS) + 1 + len(IN_FULL)
    parts = (lists[:papers], filter(None, lists[papers:in_full]), filter(None, lists[in_full:]))
    return Postings(*(b".".join(part).rstrip(b".").decode() for part in parts))


def in_categories(catalog: Catalog) -> dict[str, set[int]]:
    """The numbers of the papers in categories, by the words of their titles and of what else they are called."""
    numbers: dict[str, set[int]] = {}
    for facet, category, _ in catalog.categories.values():
        members = {len(catalog.newest) - 1 - rank for rank in catalog.ranks(facet, category)}
        words = {term.word for name in (category.title, *category.also) for term in terms(name)} - STOP_WORDS
        for word in words.union(*map(letters_of, words)) if members else ():
            numbers.setdefault(word, set()).update(members)
    return numbers


def number_of(catalog: Catalog, id: str) -> int:
    """The number of the paper with this id."""
    return len(catalog.newest) - 1 - catalog.rank[id]


def shards(catalog: Catalog) -> int:
    """How many files of words there are."""
    return min(_spread(catalog), MOST)


def _spread(catalog: Catalog) -> int:
    """Over how many files words are spread, if these may be any number: a power of two, so that it seldom changes."""
    if not are_several(catalog):
        return 1
    return max(FEWEST, 1 << ((catalog.once(characters) - 1) // PER_SHARD).bit_length())


def are_several(catalog: Catalog) -> bool:
    """Whether texts are so long that their words are spread over several files."""
    return catalog.once(characters) > IN_ONE


def characters(catalog: Catalog) -> int:
    """About how long the texts are in which words are looked for."""
    return sum(map(_length, catalog.works.values())) + sum(len(note.source) for note in catalog.survey.notes)


def _length(work: Work) -> int:
    texts = [text.source for text in (work.title, work.abstract) if text]
    texts += [work.summary or "", work.venue or "", *work.keywords]
    return sum(map(len, texts)) + sum(len(person.family) + len(person.given) for person in work.people)


def posting_shards(catalog: Catalog) -> int:
    """How many files of postings there are besides."""
    return min(PER_WORDS * _spread(catalog), MOST_POSTINGS) if are_several(catalog) else 0


def position_shards(catalog: Catalog) -> int:
    """How many files of the positions of frequent words there are."""
    return max(1, shards(catalog) // PER_WORDS) if are_several(catalog) else 0


def is_large(catalog: Catalog) -> bool:
    """Whether there are so many papers that a reader had better load nothing that is not asked for."""
    return len(catalog.newest) > LARGE


def about(catalog: Catalog) -> dict[str, object]:
    """What a browser has to know before it can look for words: `papers` is how many there are; for each field, `means`
    is how wide it is on average, and `widths` which of the `steps` it is in each paper, a letter each; `british` are
    rules of spelling."""
    papers = len(catalog.newest)
    widths = [*zip(*(row.widths for row in catalog.once(rows)), strict=True)]
    return {
        "fields": FIELDS,
        "categories": CATEGORIES,
        "gap": GAP,
        "steps": STEPS,
        "full": len(IN_FULL),
        "means": [max(1, round(sum(field) / papers, 1)) for field in widths],
        "widths": ["".join(DIGITS[step(width)] for width in field) for field in widths],
        "stop": sorted(STOP_WORDS),
        "asking": sorted(ASKING),
        "shards": shards(catalog),
        "postings": posting_shards(catalog),
        "positions": position_shards(catalog),
        "begun": BEGUN,
        "loaded": LOADED,
        "paired": PAIRED,
        "alone": ALONE,
        "alike": ALIKE,
        "beginning": BEGINNING,
        "british": BRITISH,
        "papers": papers,
    }
