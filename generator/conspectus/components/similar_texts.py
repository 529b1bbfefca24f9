"""Which papers' texts are similar, for the order of partial matches: one that is like other matches comes sooner.

The cosine of the most telling terms of two papers, each weighted by frequency and inverse document frequency (G. Salton
and C. Buckley, Term-weighting approaches in automatic text retrieval, 1988). Weights are whole numbers, so that all
machines agree.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import nlargest, nsmallest
from math import log, sqrt
from typing import NamedTuple

from conspectus.catalog import Catalog
from conspectus.components.packing import packed, steps
from conspectus.components.word_rows import FIELDS, ONCE, STOP_WORDS, Row, rows

TEXTS = tuple([*FIELDS].index(name) for name in ("title", "keywords", "summary", "abstract"))
"""The fields whose words are compared, by their places."""

BEGINNING = 6
"""Words with the same beginning, so many letters, count as one term. Snowball's stems give no better neighbors on six
public collections of abstracts."""

TERMS = 20
"""The most telling terms of a paper; more only take longer."""

COMMON = 200
"""Terms of more papers than this are left out, and those of more than half of all."""

ENOUGH, CANDIDATES = 600, 24
"""A paper's terms are looked up, the rarest first, until they have so many papers; of these so many that share most
terms are compared."""

NEIGHBORS = 4
"""How many of the most similar papers each has."""

MOST = 8_000
"""Surveys of more papers do without: of so many with abstracts it takes 43 kB over the wire, and 2.3 s of the build."""


def is_offered(catalog: Catalog) -> bool:
    """Whether a survey's search has a file of similar papers."""
    return 1 < len(catalog.newest) <= MOST


def similar(catalog: Catalog) -> Sequence[str]:
    """For each paper, the oldest first: the newer ones that it is a neighbor of or that are neighbors of it, packed as
    the distance of each from the one before, the first from the paper."""
    pairs: list[set[int]] = [set() for _ in catalog.newest]
    for paper, others in enumerate(neighbors(catalog.once(rows))):
        for other in others:
            pairs[min(paper, other)].add(max(paper, other))
    return [packed(steps([other - paper for other in sorted(newer)])) for paper, newer in enumerate(pairs)]


class Vector(NamedTuple):
    """A paper's most telling terms with their weights, the rarest first, and the square of its length."""

    weights: Mapping[str, int]
    square: int


def neighbors(papers: Sequence[Row]) -> Iterator[Sequence[int]]:
    """The numbers of the papers most similar to each, best first; of two that are as similar, the nearer in time."""
    counts = [*map(_counts, papers)]
    holders = Counter(term for counted in counts for term in counted)
    most = min(COMMON, len(papers) / 2)
    rarity = {term: log(len(papers) / many) for term, many in holders.items() if 1 < many <= most}
    vectors = [_vector(counted, rarity) for counted in counts]
    postings = defaultdict(list)
    for paper, vector in enumerate(vectors):
        for term in vector.weights:
            postings[term].append(paper)
    for paper, vector in enumerate(vectors):
        candidates = _candidates(paper, vector, postings)
        best = [(-_cosine(vector, vectors[other]), abs(other - paper), other) for other in candidates]
        yield [other for _, _, other in nsmallest(NEIGHBORS, best)]


def _counts(row: Row) -> Counter[str]:
    """How often a paper has each term; a word that stands in a field more than once counts twice."""
    counted: Counter[str] = Counter()
    for field in TEXTS:
        parts = iter(row.words[field].decode().split())
        for word, frequency, _ in zip(parts, parts, parts, strict=True):
            if word not in STOP_WORDS:
                counted[word[:BEGINNING]] += 1 if frequency == ONCE else 2
    return counted


def _vector(counted: Mapping[str, int], rarity: Mapping[str, float]) -> Vector:
    weights = [
        (round(100 * (1 + log(count)) * rarity[term]), term) for term, count in counted.items() if term in rarity
    ]
    telling = {term: weight for weight, term in nlargest(TERMS, weights)}
    rarest_first = sorted(telling, key=lambda term: (-rarity[term], term))
    return Vector({term: telling[term] for term in rarest_first}, sum(weight**2 for weight in telling.values()))


def _candidates(paper: int, vector: Vector, postings: Mapping[str, Sequence[int]]) -> Sequence[int]:
    """The papers that share most of a paper's terms."""
    shared: Counter[int] = Counter()
    looked_up = 0
    for term in vector.weights:
        shared.update(postings[term])
        looked_up += len(postings[term])
        if looked_up > ENOUGH:
            break
    del shared[paper]
    return nlargest(CANDIDATES, shared, key=shared.__getitem__)


def _cosine(one: Vector, other: Vector) -> float:
    """The cosine of two vectors, but for the length of the first."""
    both = one.weights.keys() & other.weights.keys()
    return sum(one.weights[term] * other.weights[term] for term in both) / sqrt(other.square)
