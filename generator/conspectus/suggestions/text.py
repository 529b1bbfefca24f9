"""What is proposed, for people at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.suggestions.discriminating_phrases import Division, ScoredPhrase
from conspectus.suggestions.suggesting import Accuracy, CategoryProposal, Suggestions, Unplaced
from conspectus.text.counting import counted

NAMED = 5
"""So many of the papers that a phrase would take are named."""


def lines(found: Suggestions, large: int) -> Iterator[str]:
    """Everything that is proposed, and how good such proposals are."""
    facet = found.facet.id
    if found.waiting:
        yield f"Of {counted(found.papers)}, {found.waiting:,} {_stand(found.waiting)} nowhere in {facet}."
    else:
        yield f"Every paper has a place in {facet}."
    for each in found.unplaced:
        yield from _unplaced(each)
    if found.waiting > len(found.unplaced):
        yield f"  and {found.waiting - len(found.unplaced):,} more; see them with --limit"
    phrased = [proposal for proposal in found.proposals if proposal.phrases]
    if phrased:
        yield "\nPhrases that would take them"
        for proposal in phrased:
            yield from _proposal(proposal)
    for division in found.divisions:
        yield from _division(division)
    if not found.divisions:
        yield f"\nNo category without others below it has more than {counted(large)}."
    if found.placed.papers:
        yield "\nHow good the first category and the first three are, tried on papers whose place is known"
        for name, accuracy in (("placed by hand", found.by_hand), ("all placed", found.placed)):
            yield f"  {name}: {_accuracy(accuracy)}"


def _unplaced(each: Unplaced) -> Iterator[str]:
    yield f"\n  {each.paper.id}: {each.paper.title}"
    for guess in each.guesses:
        yield f"      {guess.category} ({guess.similarity:.2f})"
        for similar in guess.similar:
            yield f"        like {similar.paper}: {', '.join(similar.shared)}"
    if not each.guesses:
        yield "      it has nothing in common with any paper that is placed"


def _proposal(proposal: CategoryProposal) -> Iterator[str]:
    like = len(proposal.papers)
    yield f"  {proposal.category}, which {counted(like)} {'is' if like == 1 else 'are'} as like as most of its own"
    for scored in proposal.phrases:
        more = f" and {len(scored.papers) - NAMED:,} more" if len(scored.papers) > NAMED else ""
        yield f"    {scored.phrase}: takes {', '.join(scored.papers[:NAMED])}{more}"
        yield f"      {_measured(scored)}"


def _division(division: Division) -> Iterator[str]:
    yield f"\n{division.category} has {counted(division.papers)}; phrases that would divide it"
    for scored in division.parts:
        yield f"  {scored.phrase}: {counted(len(scored.papers))}"
        yield f"      {_measured(scored)}"
    if division.parts:
        yield f"  none of these: {counted(division.rest)}"
    else:
        yield "  none was found"


def _measured(scored: ScoredPhrase) -> str:
    """How often a phrase is right."""
    share = round(100 * scored.correct / scored.matched)
    stand = f"{scored.correct:,} {_stand(scored.correct)} here"
    met = f"of {counted(scored.matched)} with it that are placed, {stand} ({share} %)"
    if not scored.matched_by_hand:
        return f"{met}; none of them by hand"
    return f"{met}; of {scored.matched_by_hand:,} placed by hand, {scored.correct_by_hand:,}"


def _stand(count: int) -> str:
    return "stands" if count == 1 else "stand"


def _accuracy(accuracy: Accuracy) -> str:
    """Shares in per cent; nothing is said of too few."""
    if not accuracy.papers:
        return "no paper"
    first, among = (round(100 * count / accuracy.papers) for count in (accuracy.first, accuracy.among))
    return f"right for {first} % and {among} % of {counted(accuracy.papers)}"
