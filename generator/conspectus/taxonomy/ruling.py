"""What a rule comes to: the papers it takes, each with the phrase that speaks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from conspectus.model.taxonomy import Match, Phrase
from conspectus.taxonomy.matching import Corpus

Meeting = Mapping[int, int]
"""The papers a phrase is met in, by their numbers, and the place in FIELDS of the first field that has it."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What comes of a rule: where each phrase is met, and for each paper taken what speaks for it most, which is the
    phrase that is met in the first field.
    """

    met: Mapping[Phrase, Meeting]
    taken: Mapping[int, tuple[Phrase, int]]


NO_RULING = Ruling({}, {})
"""What a category without a rule comes to."""


def phrases(match: Match) -> Iterator[Phrase]:
    """All phrases of a rule."""
    yield from (*match.any, *match.title, *match.all, *match.none)


def rule_on(match: Match, corpus: Corpus) -> Ruling:
    """Apply a rule to all papers."""
    met = {phrase: corpus.meeting(phrase) for phrase in (*match.any, *match.all, *match.none)}
    met.update({phrase: corpus.meeting(phrase, title=True) for phrase in match.title})
    speaking = (*match.any, *match.title) or match.all
    numbers: set[int] = set().union(*(met[phrase] for phrase in speaking))
    for phrase in match.all:
        numbers.intersection_update(met[phrase])
    for phrase in match.none:
        numbers.difference_update(met[phrase])
    taken: dict[int, tuple[Phrase, int]] = {}
    for phrase in speaking:
        for number in numbers.intersection(met[phrase]):
            place = met[phrase][number]
            if number not in taken or place < taken[number][1]:
                taken[number] = (phrase, place)
    return Ruling(met, dict(sorted(taken.items())))
