"""What is proposed, for programs: one JSON document, whose keys stay."""

from __future__ import annotations

import json

from conspectus.suggestions.discriminating_phrases import ScoredPhrase
from conspectus.suggestions.suggesting import Accuracy, Suggestions


def render(found: Suggestions) -> str:
    """`unplaced`: papers with the categories they may belong in; `phrases`: what would take them there; `large`: the
    categories to be divided; `tried`: how often such proposals are right for papers whose place is known.

    `met` counts the papers with a phrase that are placed in the facet, `right` those of them in the category.
    """
    document = {
        "facet": found.facet.id,
        "papers": found.papers,
        "waiting": found.waiting,
        "unplaced": [
            {
                "paper": each.paper.id,
                "title": str(each.paper.title),
                "categories": [
                    {
                        "category": guess.category,
                        "likeness": round(guess.similarity, 4),
                        "similar": [{"paper": one.paper, "shared": list(one.shared)} for one in guess.similar],
                    }
                    for guess in each.guesses
                ],
            }
            for each in found.unplaced
        ],
        "phrases": [
            {"category": each.category, "papers": list(each.papers), "phrases": list(map(_scored, each.phrases))}
            for each in found.proposals
        ],
        "large": [
            {
                "category": each.category,
                "papers": each.papers,
                "phrases": list(map(_scored, each.parts)),
                "rest": each.rest,
            }
            for each in found.divisions
        ],
        "tried": {"by_hand": _accuracy(found.by_hand), "placed": _accuracy(found.placed)},
    }
    return json.dumps(document, ensure_ascii=True, indent=2) + "\n"


def _scored(scored: ScoredPhrase) -> dict[str, object]:
    return {
        "phrase": scored.phrase,
        "takes": list(scored.papers),
        "placed": {"met": scored.matched, "right": scored.correct},
        "by_hand": {"met": scored.matched_by_hand, "right": scored.correct_by_hand},
    }


def _accuracy(accuracy: Accuracy) -> dict[str, int]:
    return {"papers": accuracy.papers, "first": accuracy.first, "among_three": accuracy.among}
