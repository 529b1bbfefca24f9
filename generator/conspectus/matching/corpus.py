"""Papers made ready to be searched, and the papers that phrases match."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Mapping, Set
from itertools import chain, product
from math import prod
from typing import NamedTuple

from conspectus.derived import Delta, Index
from conspectus.matching.patterns import beginnings, required
from conspectus.matching.phrases import FieldText, FieldTexts, matcher, rows, texts
from conspectus.matching.words import forms
from conspectus.model.paper import Paper
from conspectus.model.taxonomy import is_pattern

MOST_PIECES = 8
"""A phrase that can be written in more ways is looked for by its first two words."""

SHARED = chr(sys.maxunicode)
"""Stands for all words that come when no other character is left."""


class Term(NamedTuple):
    """A phrase to look for, in all fields or in titles alone."""

    phrase: str
    title_only: bool = False


Hits = Index[Term, str]
"""The papers that phrases match, by their ids."""


class Texts(NamedTuple):
    """A paper's texts, ready to be searched.

    `line`: all their spellings; each begins and ends with a space, so no words in a row reach from one into the next.
    `signs`: the line with one character for each word, which is many times faster to search. `title_signs`: those of
    the title.
    """

    line: str
    signs: str
    title_signs: str


class Corpus:
    """Papers to search, by their ids; each is made ready when it is first looked at."""

    def __init__(self, papers: Mapping[str, Paper] | None = None) -> None:
        self.papers = papers or {}
        self._fields: dict[str, FieldTexts] = {}
        self._texts: dict[str, Texts] = {}
        self._signs: dict[str, str] = {}  # the character that represents each word, to which searches add

    @classmethod
    def of(cls, papers: Iterable[Paper]) -> Corpus:
        return cls({paper.id: paper for paper in papers})

    def after(self, delta: Delta[str], papers: Mapping[str, Paper]) -> Corpus:
        """The corpus of these papers; `delta` has those that say something else than in this one."""
        if delta.is_empty:
            return self
        corpus, others = Corpus(papers), delta.keys
        corpus._fields = {id: fields for id, fields in self._fields.items() if id not in others}
        corpus._texts = {id: texts for id, texts in self._texts.items() if id not in others}
        corpus._signs = self._signs
        return corpus

    def fields(self, id: str) -> FieldTexts:
        """The texts of a paper."""
        if id not in self._fields:
            self._fields[id] = tuple(map(FieldText.of, texts(self.papers[id])))
        return self._fields[id]

    def _ready(self, id: str) -> Texts:
        if id not in self._texts:
            fields = self.fields(id)
            line = _line(fields)
            self._texts[id] = Texts(line, _written(line, self._signs), _written(_line(fields[:1]), self._signs))
        return self._texts[id]

    def search(self, terms: Iterable[Term], papers: Collection[str] | None = None) -> Hits:
        """Look for phrases, in all papers or in some."""
        terms, ids = tuple(terms), self.papers if papers is None else papers
        among = {id: self._ready(id) for id in ids} if terms else {}
        hits = {term: frozenset(self._search(term, among)) for term in terms} if among else {}
        return Index({term: ids for term, ids in hits.items() if ids})

    def _search(self, term: Term, papers: Mapping[str, Texts]) -> Iterable[str]:
        """Look for one phrase: quickly for its pieces, then closely where a paper can have those and not match."""
        if is_pattern(term.phrase):
            pieces = required(term.phrase[1:-1]) or beginnings(term.phrase[1:-1])
            having = ({id for id, texts in papers.items() if piece in texts.line} for piece in pieces)
            return self._matching(term, set().union(*having) if pieces else papers)
        found: set[str] = set()
        for row in rows(term.phrase):
            signs = [[self._signs[form] for form in forms(word) if form in self._signs] for word in row]
            exact = prod(map(len, signs)) <= MOST_PIECES and SHARED not in chain(*signs)
            likely = _having(map("".join, product(*signs[: None if exact else 2])), term, papers)
            found.update(likely if exact else self._matching(term, likely))
        return found

    def _matching(self, term: Term, ids: Iterable[str]) -> Iterable[str]:
        """Those of some papers that a phrase matches, by a close look."""
        matches, end = matcher(term.phrase).matches, 1 if term.title_only else None
        return (id for id in ids if any(map(matches, self.fields(id)[:end])))


def _having(pieces: Iterable[str], term: Term, papers: Mapping[str, Texts]) -> Set[str]:
    """The papers with any of these pieces among the signs that a term is looked for in."""
    if term.title_only:
        return set().union(*({id for id, texts in papers.items() if piece in texts.title_signs} for piece in pieces))
    return set().union(*({id for id, texts in papers.items() if piece in texts.signs} for piece in pieces))


def _line(fields: Iterable[FieldText]) -> str:
    return "".join(dict.fromkeys(spelling for field in fields for spelling in field.spelling))


def _written(line: str, signs: dict[str, str]) -> str:
    words = line.split(" ")
    for word in words:
        if word not in signs:
            signs[word] = chr(min(len(signs), ord(SHARED)))
    return "".join(map(signs.__getitem__, words))
