"""What a rule comes to: the papers it takes, each with the phrase that speaks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from conspectus.matching.corpus import Corpus, Fields
from conspectus.matching.phrases import first_met
from conspectus.model.taxonomy import Match, Phrase

Meetings = Sequence[Set[str]]
"""For each of some phrases, the papers that it is met in."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What comes of a rule: the papers that each phrase is met in, and those that the rule takes, by their ids."""

    met: Mapping[Phrase, Set[str]]
    taken: frozenset[str]


def phrases(match: Match) -> Iterator[tuple[Phrase, bool]]:
    """All phrases of a rule, and whether each is looked for in titles alone."""
    yield from ((phrase, False) for phrase in (*match.any, *match.all, *match.none))
    yield from ((phrase, True) for phrase in match.title)


def rule_on(match: Match, corpus: Corpus) -> Ruling:
    """Apply a rule to all papers."""
    any, title, all, none = meetings(match, corpus)
    met = dict(zip((*match.any, *match.title, *match.all, *match.none), (*any, *title, *all, *none), strict=True))
    return Ruling(met, taken(any, title, all, none))


def meetings(match: Match, corpus: Corpus) -> tuple[Meetings, Meetings, Meetings, Meetings]:
    """Where the phrases of a rule are met, by their kinds: any, title, all, none."""
    any, all, none = (tuple(map(corpus.meeting, some)) for some in (match.any, match.all, match.none))
    return any, tuple(corpus.meeting(phrase, title=True) for phrase in match.title), all, none


def taken(any: Meetings, title: Meetings, all: Meetings, none: Meetings) -> frozenset[str]:
    """The papers that a rule takes whose phrases are met in these."""
    found = frozenset[str]().union(*((*any, *title) or all))
    for meeting in all:
        found &= meeting
    for meeting in none:
        found -= meeting
    return found


def spoken(match: Match, fields: Fields) -> tuple[Phrase, int]:
    """What speaks most for a paper that a rule takes: the phrase that is met in the first field, and the place of that
    in FIELDS."""
    speaking = [(phrase, fields) for phrase in match.any] + [(phrase, fields[:1]) for phrase in match.title]
    best, first = Phrase("", match.span), len(fields)
    for phrase, among in speaking or [(phrase, fields) for phrase in match.all]:
        place = first_met(phrase.source, among)
        if place is not None and place < first:
            best, first = phrase, place
    return best, first
