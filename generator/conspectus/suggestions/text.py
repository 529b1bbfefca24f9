"""Suggestions as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.suggestions.discriminating_phrases import Division, ScoredPhrase
from conspectus.suggestions.suggesting import Accuracy, CategoryProposal, Suggestions, Unplaced
from conspectus.text.counting import counted

NAMED = 5
"""How many of the papers that a phrase would match are named."""

FEW = 20
"""Of fewer classified papers than these, two that share a word by chance are as alike as two on one topic."""


def lines(found: Suggestions, large: int) -> Iterator[str]:
    """All suggestions, and their accuracy."""
    facet = found.facet.id
    if found.waiting:
        yield f"{found.waiting:,} of {counted(found.papers)} {_are(found.waiting)} in no category of {facet}."
    else:
        yield f"Every paper is in a category of {facet}."
    for each in found.unplaced:
        yield from _unplaced(each)
    if found.waiting > len(found.unplaced):
        yield f"  and {found.waiting - len(found.unplaced):,} more; raise --limit to see them"
    phrased = [proposal for proposal in found.proposals if proposal.phrases]
    if phrased:
        yield "\nPhrases that would match them"
        for proposal in phrased:
            yield from _proposal(proposal)
    for division in found.divisions:
        yield from _division(division)
    if not found.divisions:
        yield f"\nNo category without subtopics has more than {counted(large)}."
    if found.placed.papers:
        yield from _overall(found)


def _unplaced(each: Unplaced) -> Iterator[str]:
    yield f"\n  {each.paper.id}: {each.paper.title}"
    for guess in each.guesses:
        yield f"      {guess.category} ({guess.similarity:.2f})"
        for similar in guess.similar:
            yield f"        similar to {similar.paper}: {', '.join(similar.shared)}"
    if not each.guesses:
        yield "      it shares no words with a classified paper, but for words that many papers have"


def _proposal(proposal: CategoryProposal) -> Iterator[str]:
    similar = len(proposal.papers)
    yield f"  {proposal.category}: {counted(similar)} {_are(similar)} as similar to it as most of its own"
    for scored in proposal.phrases:
        more = f" and {len(scored.papers) - NAMED:,} more" if len(scored.papers) > NAMED else ""
        yield f"    {scored.phrase}: matches {', '.join(scored.papers[:NAMED])}{more}"
        yield f"      {_measured(scored)}"


def _division(division: Division) -> Iterator[str]:
    yield f"\n{division.category} has {counted(division.papers)}; phrases that would split it"
    for scored in division.parts:
        yield f"  {scored.phrase}: {counted(len(scored.papers))}"
        yield f"      {_measured(scored)}"
    if division.parts:
        yield f"  no phrase: {counted(division.rest)}"
    else:
        yield "  none found"


def _measured(scored: ScoredPhrase) -> str:
    """How often a phrase matches papers of the right category."""
    share = round(100 * scored.correct / scored.matched)
    right = f"{scored.correct:,} of {counted(scored.matched, 'classified paper')} with it {_are(scored.correct)} here"
    if not scored.matched_by_hand:
        return f"{right} ({share}%); none placed by hand"
    return f"{right} ({share}%); {scored.correct_by_hand:,} of {scored.matched_by_hand:,} placed by hand"


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _overall(found: Suggestions) -> Iterator[str]:
    yield "\nAccuracy of the suggestions, measured on papers that are classified already"
    if found.placed.papers < FEW:
        yield f"  with fewer than {FEW} classified papers, suggestions may rest on words shared by chance"
    for name, accuracy in (("placed by hand", found.by_hand), ("all", found.placed)):
        yield f"  {name}: {_accuracy(accuracy)}"


def _accuracy(accuracy: Accuracy) -> str:
    """The shares in percent."""
    if not accuracy.papers:
        return "no papers"
    first, among = (round(100 * count / accuracy.papers) for count in (accuracy.first, accuracy.among))
    return f"the first is right for {first}% of {counted(accuracy.papers)}, one of the first three for {among}%"
