"""What is proposed, for programs: one JSON document, whose keys stay."""

from __future__ import annotations

import json

from conspectus.suggestions.discriminating_phrases import Division, ScoredPhrase
from conspectus.suggestions.suggesting import Accuracy, CategoryProposal, Suggestions, Unplaced


def render(found: Suggestions) -> str:
    """`unplaced`: papers with the categories they may belong in; `phrases`: what would take them there; `large`: the
    categories to be divided; `tried`: how often such proposals are right for papers whose place is known.

    `met` counts the papers with a phrase that are placed in the facet, `right` those of them in the category.
    """
    document = {
        "facet": found.facet.id,
        "papers": found.papers,
        "waiting": found.waiting,
        "unplaced": [_unplaced(each) for each in found.unplaced],
        "phrases": [_proposal(each) for each in found.proposals],
        "large": [_division(each) for each in found.divisions],
        "tried": {"by_hand": _accuracy(found.by_hand), "placed": _accuracy(found.placed)},
    }
    return json.dumps(document, ensure_ascii=True, indent=2) + "\n"


def _unplaced(unplaced: Unplaced) -> dict[str, object]:
    return {
        "paper": unplaced.paper.id,
        "title": str(unplaced.paper.title),
        "categories": [
            {
                "category": guess.category,
                "likeness": round(guess.similarity, 4),
                "similar": [{"paper": one.paper, "shared": list(one.shared)} for one in guess.similar],
            }
            for guess in unplaced.guesses
        ],
    }


def _proposal(proposal: CategoryProposal) -> dict[str, object]:
    phrases = [_scored(phrase) for phrase in proposal.phrases]
    return {"category": proposal.category, "papers": list(proposal.papers), "phrases": phrases}


def _division(division: Division) -> dict[str, object]:
    phrases = [_scored(phrase) for phrase in division.parts]
    return {"category": division.category, "papers": division.papers, "phrases": phrases, "rest": division.rest}


def _scored(scored: ScoredPhrase) -> dict[str, object]:
    return {
        "phrase": scored.phrase,
        "takes": list(scored.papers),
        "placed": {"met": scored.matched, "right": scored.correct},
        "by_hand": {"met": scored.matched_by_hand, "right": scored.correct_by_hand},
    }


def _accuracy(accuracy: Accuracy) -> dict[str, int]:
    return {"papers": accuracy.papers, "first": accuracy.first, "among_three": accuracy.among}
