"""How similar papers are to each other, and to the centroid of a category: by the words and pairs of words they share.

Every paper is a vector of its terms. A term weighs as much as it is rare (the logarithm of how many papers there are to
one that has it), twice that in the title and the keywords; a vector's length is 1. The centroid of a category is
the sum of its papers' vectors, and similarity the cosine between two of them: 1 is the same, 0 has nothing in common.
Salton and McGill, Introduction to Modern Information Retrieval (1983), call it tf-idf and Rocchio's centroid.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import log, sqrt

from conspectus.matching.phrases import FIELDS, FieldText, matcher, texts
from conspectus.matching.words import STOP, singular, spell
from conspectus.model.paper import Paper

WEIGHT = {"title": 2, "keywords": 2}

LONGEST = 2
"""The most words of a term."""

COMMON = 4
"""A term that more than one in this many papers has is ignored."""

MOST = 100
"""The most terms of a paper that are used, those of most weight; so long texts take no more time."""

FUNCTION_WORDS = frozenset(
    """
    a about above across after all also among an and any are as at based be been before being between both but by can
    could do does during each either et few first for from further given had has have here how if in into is it its
    less many may more most much need new no nor not of on one only onto or other our out over own per same several
    shall should show shown since so some such than that the their them then there these they this those three through
    thus to too toward two under unlike until up upon use used using via was we well were what when where whether which
    while who whose why will with within without would you your
    """.split()
)
"""Words that join others and are about nothing: no term begins or ends with one."""

Vector = Mapping[str, float]


class Similarities:
    """All papers of a survey as vectors, and how similar they are."""

    def __init__(self, papers: Sequence[Paper]) -> None:
        self.papers = papers
        self.by_id = {paper.id: paper for paper in papers}
        counted = [weighed(paper) for paper in papers]
        holders = Counter(term for terms in counted for term in terms)
        most = max(2, len(papers) / COMMON)
        self.rarity = {term: log(len(papers) / count) for term, count in holders.items() if 2 <= count <= most}
        self.vectors = {
            paper.id: _unit({term: weight * self.rarity[term] for term, weight in terms.items() if term in self.rarity})
            for paper, terms in zip(papers, counted, strict=True)
        }

    def between(self, one: str, other: str) -> float:
        """The similarity of two papers, by their ids."""
        return _dot(self.vectors[one], self.vectors[other])

    def shared(self, one: str, other: str) -> list[str]:
        """What two papers share, what makes them most alike first; no term that is a part of another one."""
        mine, theirs = self.vectors[one], self.vectors[other]
        both = sorted(mine.keys() & theirs.keys(), key=lambda term: (-round(mine[term] * theirs[term], 9), term))
        parts = {part for term in both for part in term.split() if part != term}
        return [term for term in both if term not in parts]

    def written(self, id: str, term: str) -> str:
        """A term as a paper writes it."""
        words = matcher(term).words
        spellings = (words(FieldText.of(text)) for text in texts(self.by_id[id]))
        return next(filter(None, spellings), term)

    def cohesion(self, ids: Iterable[str]) -> float:
        """The mean similarity of two of these papers; 0 for fewer than two."""
        vectors = [self.vectors[id] for id in ids]
        total, count = _sum(vectors), len(vectors)
        own = sum(map(bool, vectors))
        return (_dot(total, total) - own) / (count * (count - 1)) if count > 1 else 0.0


class Centroids:
    """The centroid of each category, from the papers in it."""

    def __init__(self, similarities: Similarities, members: Mapping[str, Iterable[str]]) -> None:
        """`members`: the ids of each category's papers. `floors`: how like a category three quarters of its papers are
        at least, each as if it stood elsewhere; of a single paper there is no telling.
        """
        self.similarities = similarities
        self.members = {category: frozenset(ids) for category, ids in members.items()}
        self.sizes: dict[str, float] = {}
        self.floors: dict[str, float] = {}
        self._weights: dict[str, dict[str, float]] = defaultdict(dict)  # term → category → weight
        for category, ids in self.members.items():
            total = _sum(similarities.vectors[id] for id in sorted(ids))
            self.sizes[category] = _dot(total, total)
            for term, weight in total.items():
                self._weights[term][category] = weight
            own = sorted(self._cosine(id, category, _dot(similarities.vectors[id], total)) for id in sorted(ids))
            self.floors[category] = own[len(own) // 4] if len(own) > 1 else 1.0

    def ranked(self, paper: str) -> list[tuple[str, float]]:
        """The categories that a paper is like, best first, as if it stood in none of them itself."""
        products: dict[str, float] = dict.fromkeys(self.members, 0.0)
        for term, weight in self.similarities.vectors[paper].items():
            for category, theirs in self._weights.get(term, {}).items():
                products[category] += weight * theirs
        found = [(category, self._cosine(paper, category, product)) for category, product in products.items()]
        return sorted((pair for pair in found if pair[1] > 0), key=lambda pair: -round(pair[1], 9))

    def _cosine(self, paper: str, category: str, product: float) -> float:
        size = self.sizes[category]
        if paper in self.members[category]:  # without the paper itself, whose own length is 1
            product, size = product - 1, size - 2 * product + 1
        return product / sqrt(size) if size > 1e-9 else 0.0


def weighed(paper: Paper) -> dict[str, int]:
    """The terms of a paper, each with the weight of the most telling field that has it."""
    found: dict[str, int] = {}
    for field, text in zip(FIELDS, texts(paper), strict=True):
        weight = WEIGHT.get(field, 1)
        for term in terms(text, LONGEST):
            found[term] = max(found.get(term, 0), weight)
    return found


def terms(text: str, longest: int) -> Iterator[str]:
    """The words and word sequences of a text, up to `longest` words, in the singular; none across a full stop or a
    comma, none that begins or ends with a stop word or a number.
    """
    row: list[str] = []
    for word in (*spell(text).apart.split(), "."):
        if word in STOP:
            for start in range(len(row)):
                for end in range(start + 1, min(start + longest, len(row)) + 1):
                    if _tells(row[start]) and _tells(row[end - 1]):
                        yield " ".join(row[start:end])
            row = []
        else:
            row.append(singular(word))


@lru_cache(maxsize=65536)
def _tells(word: str) -> bool:
    return len(word) > 1 and word not in FUNCTION_WORDS and not word[0].isdigit()


def _unit(vector: Mapping[str, float]) -> Vector:
    """The weightiest terms of a vector, so that its length is 1."""
    kept = sorted(vector.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]
    length = sqrt(sum(weight * weight for _, weight in kept))
    return {term: weight / length for term, weight in kept} if length else {}


def _sum(vectors: Iterable[Vector]) -> dict[str, float]:
    total: dict[str, float] = defaultdict(float)
    for vector in vectors:
        for term, weight in vector.items():
            total[term] += weight
    return total


def _dot(one: Vector, other: Vector) -> float:
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return sum(weight * large[term] for term, weight in small.items() if term in large)
