"""What is proposed, for people at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.suggestions.discriminating_phrases import Division, Telling
from conspectus.suggestions.suggesting import Suggestions, Tried, Unplaced, Wanted
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
    phrased = [wanted for wanted in found.wanted if wanted.phrases]
    if phrased:
        yield "\nPhrases that would take them"
        for wanted in phrased:
            yield from _wanted(wanted)
    for division in found.divisions:
        yield from _division(division)
    if not found.divisions:
        yield f"\nNo category without others below it has more than {counted(large)}."
    if found.placed.papers:
        yield "\nHow good the first category and the first three are, tried on papers whose place is known"
        for name, tried in (("placed by hand", found.by_hand), ("all placed", found.placed)):
            yield f"  {name}: {_tried(tried)}"


def _unplaced(each: Unplaced) -> Iterator[str]:
    yield f"\n  {each.paper.id}: {each.paper.title}"
    for guess in each.guesses:
        yield f"      {guess.category} ({guess.likeness:.2f})"
        for similar in guess.similar:
            yield f"        like {similar.paper}: {', '.join(similar.shared)}"
    if not each.guesses:
        yield "      it has nothing in common with any paper that is placed"


def _wanted(wanted: Wanted) -> Iterator[str]:
    like = len(wanted.papers)
    yield f"  {wanted.category}, which {counted(like)} {'is' if like == 1 else 'are'} as like as most of its own"
    for telling in wanted.phrases:
        more = f" and {len(telling.takes) - NAMED:,} more" if len(telling.takes) > NAMED else ""
        yield f"    {telling.phrase}: takes {', '.join(telling.takes[:NAMED])}{more}"
        yield f"      {_measured(telling)}"


def _division(division: Division) -> Iterator[str]:
    yield f"\n{division.category} has {counted(division.papers)}; phrases that would divide it"
    for telling in division.parts:
        yield f"  {telling.phrase}: {counted(len(telling.takes))}"
        yield f"      {_measured(telling)}"
    if division.parts:
        yield f"  none of these: {counted(division.rest)}"
    else:
        yield "  none was found"


def _measured(telling: Telling) -> str:
    """How often a phrase is right."""
    share = round(100 * telling.right / telling.met)
    met = (
        f"of {counted(telling.met)} with it that are placed, {telling.right:,} {_stand(telling.right)} here ({share} %)"
    )
    if not telling.by_hand:
        return f"{met}; none of them by hand"
    return f"{met}; of {telling.by_hand:,} placed by hand, {telling.right_by_hand:,}"


def _stand(count: int) -> str:
    return "stands" if count == 1 else "stand"


def _tried(tried: Tried) -> str:
    """Shares in per cent; nothing is said of too few."""
    if not tried.papers:
        return "no paper"
    first, among = (round(100 * count / tried.papers) for count in (tried.first, tried.among))
    return f"right for {first} % and {among} % of {counted(tried.papers)}"
