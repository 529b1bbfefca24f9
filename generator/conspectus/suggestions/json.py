"""What is proposed, for programs: one JSON document, whose keys stay."""

from __future__ import annotations

import json

from conspectus.suggestions.discriminating_phrases import Telling
from conspectus.suggestions.suggesting import Suggestions, Tried


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
                        "likeness": round(guess.likeness, 4),
                        "similar": [{"paper": one.paper, "shared": list(one.shared)} for one in guess.similar],
                    }
                    for guess in each.guesses
                ],
            }
            for each in found.unplaced
        ],
        "phrases": [
            {"category": wanted.category, "papers": list(wanted.papers), "phrases": list(map(_telling, wanted.phrases))}
            for wanted in found.wanted
        ],
        "large": [
            {
                "category": each.category,
                "papers": each.papers,
                "phrases": list(map(_telling, each.parts)),
                "rest": each.rest,
            }
            for each in found.divisions
        ],
        "tried": {"by_hand": _tried(found.by_hand), "placed": _tried(found.placed)},
    }
    return json.dumps(document, ensure_ascii=True, indent=2) + "\n"


def _telling(telling: Telling) -> dict[str, object]:
    return {
        "phrase": telling.phrase,
        "takes": list(telling.takes),
        "placed": {"met": telling.met, "right": telling.right},
        "by_hand": {"met": telling.by_hand, "right": telling.right_by_hand},
    }


def _tried(tried: Tried) -> dict[str, int]:
    return {"papers": tried.papers, "first": tried.first, "among_three": tried.among}
