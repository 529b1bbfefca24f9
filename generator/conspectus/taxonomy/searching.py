"""The papers that phrases match: what an earlier build found is taken over, by the digests of what papers say."""

from __future__ import annotations

from collections.abc import Set
from typing import NamedTuple

from conspectus.derived import Index, Memory, packed
from conspectus.matching.corpus import Corpus, Hits, Term
from conspectus.matching.phrases import FIELDS

NAME = "phrases"


class Searched(NamedTuple):
    """All texts that were searched, by their digests, and for each phrase those that it matches, by their places."""

    texts: tuple[bytes, ...] = ()
    hits: tuple[tuple[Term, tuple[int, ...]], ...] = ()


def search(terms: Set[Term], corpus: Corpus, memory: Memory) -> Hits:
    """Look for phrases in all papers: for those that are known, only in papers that say something else than before."""
    last = memory.load(NAME, Searched) or Searched()
    texts = {packed((id, *(getattr(paper.work, name) for name in FIELDS))): id for id, paper in corpus.papers.items()}
    ids = [texts.get(digest) for digest in last.texts]
    known = {term: frozenset(filter(None, map(ids.__getitem__, places))) for term, places in last.hits if term in terms}
    fresh = corpus.search(known, [texts[digest] for digest in texts.keys() - {*last.texts}])
    new = corpus.search(terms - known.keys())
    found = {term: ids | fresh[term] for term, ids in known.items()} | dict(new.of)
    hits = Index({term: ids for term, ids in found.items() if ids})
    if texts.keys() != {*last.texts} or terms != known.keys():
        place = {id: number for number, id in enumerate(texts.values())}
        told = tuple((term, tuple(map(place.__getitem__, sorted(hits[term])))) for term in sorted(terms))
        memory.save(NAME, Searched(tuple(texts), told))
    return hits
