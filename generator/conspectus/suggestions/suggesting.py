"""Suggestions: categories for unclassified papers, and phrases that split large categories.

Their accuracy is measured on papers that are classified already, those placed by hand in particular.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from conspectus.model.paper import Paper
from conspectus.model.survey import Survey
from conspectus.model.taxonomy import CategoryId, Facet
from conspectus.suggestions.discriminating_phrases import Division, PhraseSearch, ScoredPhrase
from conspectus.suggestions.similarity import Centroids, Similarities

GUESSES = 3
"""How many categories are suggested for a paper: those at least half as similar to it as the first."""

ALIKE = 3
"""How many similar papers of a category are named."""

SHARED = 3
"""How many of the terms that two papers share are named."""

MOST_DIVIDED = 10
"""How many categories, the largest, are split."""

MOST_TRIED = 1_000
"""On how many papers, at even distances, the accuracy is measured: enough for two significant digits."""


@dataclass(frozen=True, slots=True)
class Similar:
    """A similar paper, and the terms shared with it, those with most weight first."""

    paper: str
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Guess:
    """A category a paper may belong in: the similarity to its centroid, from 0 to 1, and similar papers there."""

    category: str
    similarity: float
    similar: tuple[Similar, ...]


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A paper in no category of the facet, and the categories it may belong in, best first."""

    paper: Paper
    guesses: tuple[Guess, ...]


@dataclass(frozen=True, slots=True)
class CategoryProposal:
    """A category, the unclassified papers for which it is the first guess and that are as similar to it as most of its
    own, and phrases that tell them from all others.
    """

    category: str
    papers: tuple[str, ...]
    phrases: tuple[ScoredPhrase, ...]


@dataclass(frozen=True, slots=True)
class Accuracy:
    """The accuracy of the guesses for classified papers, each treated as if it were not: of how many papers, for how
    many the first guess is one of their categories, and for how many any of the guesses is.
    """

    papers: int = 0
    first: int = 0
    among: int = 0


@dataclass(frozen=True, slots=True)
class Suggestions:
    """All suggestions for a facet."""

    facet: Facet
    papers: int  # all of the survey's
    waiting: int  # those of them in no category of the facet
    unplaced: tuple[Unplaced, ...]
    proposals: tuple[CategoryProposal, ...]
    divisions: tuple[Division, ...]
    by_hand: Accuracy
    placed: Accuracy


def suggestions(survey: Survey, facet: Facet, large: int, limit: int) -> Suggestions:
    """Suggestions for a facet: for up to `limit` unclassified papers, the surest first, and for categories without
    subtopics that have more than `large` papers.
    """
    members, by_hand = _members(survey, facet)
    standing, decided = (sorted(set().union(*ids.values())) for ids in (members, by_hand))
    similarities = Similarities(survey.library.papers)
    centroids = Centroids(similarities, {category: sorted(ids) for category, ids in members.items() if ids})
    lost = {id: centroids.ranked(id)[:GUESSES] for id in similarities.by_id.keys() - set(standing)}
    ordered = sorted(lost, key=lambda one: (-round(lost[one][0][1], 9) if lost[one] else 0, one))
    waiting: dict[str, list[str]] = defaultdict(list)
    for id in ordered:
        for category, how in lost[id][:1]:
            if how >= centroids.floors[category]:
                waiting[category].append(id)
    leaves = [each.id for each, _ in facet.walk() if not each.children and len(members[each.id]) > large]
    dividing = sorted(leaves, key=lambda one: -len(members[one]))[:MOST_DIVIDED]
    search = PhraseSearch(similarities, members, by_hand, waiting, dividing)
    return Suggestions(
        facet,
        len(survey.library.papers),
        len(lost),
        tuple(Unplaced(similarities.by_id[id], tuple(_guesses(id, lost[id], centroids))) for id in ordered[:limit]),
        tuple(
            CategoryProposal(each.id, tuple(waiting[each.id]), search.joining(each, waiting[each.id]))
            for each, _ in facet.walk()
            if each.id in waiting
        ),
        tuple(map(search.division, dividing)),
        _accuracy(centroids, decided, members),
        _accuracy(centroids, standing, members),
    )


def _members(survey: Survey, facet: Facet) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """The papers of each category of the facet, and those of them that the curator placed there."""
    members = {each.id: set(survey.placing.members.get(CategoryId(facet.id, each.id), ())) for each, _ in facet.walk()}
    decided: dict[str, set[str]] = {each.id: {pin.id for pin in each.papers} for each, _ in facet.walk()}
    for paper in survey.library.papers:
        for name, references in paper.work.place:
            for reference in references if name == facet.id else ():
                decided.setdefault(reference.id, set()).add(paper.id)
    return members, {category: ids & decided[category] for category, ids in members.items()}


def _guesses(paper: str, ranked: Sequence[tuple[str, float]], centroids: Centroids) -> list[Guess]:
    return [
        Guess(category, similarity, tuple(_similar(paper, category, centroids)))
        for category, similarity in ranked
        if similarity >= ranked[0][1] / 2
    ]


def _similar(paper: str, category: str, centroids: Centroids) -> list[Similar]:
    """The papers of a category that are most similar to this one."""
    similarities = centroids.similarities
    near = {id: round(similarities.between(paper, id), 9) for id in centroids.members[category] if id != paper}
    best = sorted((id for id, how in near.items() if how), key=lambda one: (-near[one], one))[:ALIKE]
    return [
        Similar(id, tuple(similarities.written(paper, term) for term in similarities.shared(paper, id)[:SHARED]))
        for id in best
    ]


def _accuracy(centroids: Centroids, papers: Sequence[str], members: dict[str, set[str]]) -> Accuracy:
    """The accuracy of the guesses for classified papers."""
    step = max(1, len(papers) // MOST_TRIED)
    sample = papers[::step][:MOST_TRIED]
    first = among = 0
    for id in sample:
        guessed = [category for category, _ in centroids.ranked(id)[:GUESSES]]
        right = [id in members[category] for category in guessed]
        first += right[:1] == [True]
        among += any(right)
    return Accuracy(len(sample), first, among)
