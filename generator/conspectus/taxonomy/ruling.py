"""What a rule comes to: the papers it takes, each with the phrase that speaks for it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from conspectus.model.taxonomy import Match, Phrase
from conspectus.taxonomy.corpus import Corpus, Meeting


@dataclass(frozen=True, slots=True)
class Ruling:
    """What comes of a rule: where each phrase is met, and for each paper taken, by its id, what speaks for it most,
    which is the phrase that is met in the first field.
    """

    met: Mapping[Phrase, Meeting]
    taken: Mapping[str, tuple[Phrase, int]]


def phrases(match: Match) -> Iterator[tuple[Phrase, bool]]:
    """All phrases of a rule, and whether each is looked for in titles alone."""
    yield from ((phrase, False) for phrase in (*match.any, *match.all, *match.none))
    yield from ((phrase, True) for phrase in match.title)


def rule_on(match: Match, corpus: Corpus, among: Collection[str] | None = None) -> Ruling:
    """Apply a rule to all papers, or to some of them."""
    met = {phrase: corpus.meeting(phrase, title=title) for phrase, title in phrases(match)}
    speaking = (*match.any, *match.title) or match.all
    ids: set[str] = set().union(*(_among(met[phrase], among) for phrase in speaking))
    for phrase in match.all:
        ids.intersection_update(met[phrase])
    for phrase in match.none:
        ids.difference_update(met[phrase])
    taken: dict[str, tuple[Phrase, int]] = {}
    for phrase in speaking:
        for id in ids & met[phrase].keys():
            place = met[phrase][id]
            if id not in taken or place < taken[id][1]:
                taken[id] = (phrase, place)
    return Ruling(met, taken)


def _among(meeting: Meeting, among: Collection[str] | None) -> Collection[str]:
    return meeting if among is None else meeting.keys() & among
