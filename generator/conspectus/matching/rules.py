"""What a rule yields: the papers it matches, and the phrase that is the evidence for one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from conspectus.matching.corpus import Hits, Term
from conspectus.matching.phrases import FieldTexts, first_match
from conspectus.model.taxonomy import Match, Phrase

Ids = frozenset[str]


class RuleHits(NamedTuple):
    """The papers that each phrase of a rule matches, by the kinds of phrases."""

    any: tuple[Ids, ...] = ()
    title: tuple[Ids, ...] = ()
    all: tuple[Ids, ...] = ()
    none: tuple[Ids, ...] = ()

    @classmethod
    def of(cls, match: Match, hits: Hits) -> RuleHits:
        kinds = ((match.any, False), (match.title, True), (match.all, False), (match.none, False))
        return cls(*(tuple(hits[Term(phrase.source, title)] for phrase in kind) for kind, title in kinds))

    def matches(self) -> Ids:
        """The papers that the rule matches."""
        papers = Ids().union(*((*self.any, *self.title) or self.all))
        for ids in self.all:
            papers &= ids
        for ids in self.none:
            papers -= ids
        return papers


def phrases(match: Match) -> Iterator[tuple[Phrase, Term]]:
    """All phrases of a rule, and how each is looked for."""
    for phrase in (*match.any, *match.all, *match.none):
        yield phrase, Term(phrase.source)
    for phrase in match.title:
        yield phrase, Term(phrase.source, title_only=True)


def evaluate(match: Match, hits: Hits) -> Ids:
    """The papers that a rule matches."""
    return RuleHits.of(match, hits).matches()


def best_match(match: Match, fields: FieldTexts) -> tuple[Phrase, int]:
    """What is the evidence for a paper that a rule matches: the phrase that is found in the first field, and that
    field's index."""
    evidence = [(phrase, fields) for phrase in match.any] + [(phrase, fields[:1]) for phrase in match.title]
    best, first = Phrase("", match.span), len(fields)
    for phrase, among in evidence or [(phrase, fields) for phrase in match.all]:
        index = first_match(phrase.source, among)
        if index is not None and index < first:
            best, first = phrase, index
    return best, first
