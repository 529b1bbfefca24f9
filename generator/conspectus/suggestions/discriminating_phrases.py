"""Phrases that tell some papers apart from the others, and how well they do it, as rules would match them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from conspectus.matching.corpus import Corpus, Hits, Term
from conspectus.matching.phrases import first_match, matched_words, texts
from conspectus.matching.rules import phrases
from conspectus.matching.words import spell
from conspectus.model.taxonomy import Category
from conspectus.suggestions.similarity import Similarities, terms

LONGEST = 3
"""How many words a phrase has at most that is proposed."""

JOINING = 3
"""How many phrases are proposed for the unplaced papers of a category."""

PARTS = 6
"""The most groups that a large category is divided into."""

LEAST, MOST = 3, 0.6
"""The least number of papers of a group, and the largest share of the category that it may have."""

SURE = 0.5
"""The least precision of a phrase that is proposed."""

ASKED = 20
"""So many papers tell how a phrase is spelled."""

ENOUGH = 2
"""A phrase that is right for fewer papers than this says nothing of a category."""

LOOKED_AT = 24
"""So many candidates, the best by their terms, are tried as the rules would."""


@dataclass(frozen=True, slots=True)
class ScoredPhrase:
    """A phrase, and how well it tells the papers of a category from all others.

    `papers`: those of the papers in question that it matches. `matched`: how many papers of the facet it matches;
    `correct`: how many of these are in the category, so that `correct / matched` is its precision. The other two count
    the same of those placed by hand.
    """

    phrase: str
    papers: tuple[str, ...]
    correct: int
    matched: int
    correct_by_hand: int
    matched_by_hand: int

    @property
    def precision(self) -> float:
        """Its share of right ones. Two more, one of them right, are counted with them: of few, one cannot be sure."""
        return (self.correct + self.correct_by_hand + 1) / (self.matched + self.matched_by_hand + 2)


@dataclass(frozen=True, slots=True)
class Division:
    """A large category: its papers, phrases that part it into groups, and how many papers none of them takes."""

    category: str
    papers: int
    parts: tuple[ScoredPhrase, ...]
    rest: int


class PhraseSearch:
    """Looks for phrases in the papers of a facet."""

    def __init__(
        self,
        similarities: Similarities,
        members: Mapping[str, Collection[str]],
        by_hand: Mapping[str, Collection[str]],
        joining: Mapping[str, Sequence[str]],
        dividing: Collection[str],
    ) -> None:
        """`members`, `by_hand`: the papers of each category, and those placed there by hand. `joining`: the papers that
        phrases shall take into a category; `dividing`: the categories that phrases shall divide.
        """
        self.similarities = similarities
        self.members = members
        self.by_hand = by_hand
        self.placed: set[str] = set().union(*members.values())
        self.decided: set[str] = set().union(*by_hand.values())
        wanted = {("join", category): self._candidates(papers, 1) for category, papers in joining.items()}
        for category in dividing:
            wanted["divide", category] = self._candidates(sorted(members[category]), LEAST)
        self._matched = self._hits({term for terms in wanted.values() for term in terms})
        self._wanted = wanted

    def joining(self, category: Category, wanted: Sequence[str]) -> tuple[ScoredPhrase, ...]:
        """Phrases that would take unplaced papers into a category: those that take most of them and few others."""
        present = {phrase.source.casefold() for phrase, _ in phrases(category.match)} if category.match else set()
        found = [
            scored
            for scored in self._scored("join", category.id, wanted)
            if scored.phrase not in present and scored.correct >= ENOUGH and scored.precision >= SURE
        ]
        return _greedy(found, JOINING, 1, lambda scored, fresh: fresh * scored.precision)

    def division(self, category: str) -> Division:
        """Phrases that part a category into groups of papers that are more like each other than all of it are."""
        papers = sorted(self.members[category])
        whole = self.similarities.cohesion(papers) or 1.0
        found = [
            scored
            for scored in self._scored("divide", category, papers)
            if LEAST <= len(scored.papers) <= MOST * len(papers) and scored.precision >= SURE
        ]
        unity = {scored.phrase: self.similarities.cohesion(scored.papers) / whole for scored in found}
        parts = _greedy(found, PARTS, LEAST, lambda scored, fresh: fresh * scored.precision * unity[scored.phrase])
        taken = {id for part in parts for id in part.papers}
        return Division(category, len(papers), parts, len(papers) - len(taken))

    def _candidates(self, papers: Sequence[str], least: int) -> list[str]:
        """Terms that at least `least` of the papers have, first those that many of them and few others have."""
        holders: Counter[str] = Counter()
        for id in papers:
            holders.update({term for text in texts(self.similarities.by_id[id]) for term in terms(text, LONGEST)})
        worth = {term: count * self._rarity(term) for term, count in holders.items() if count >= least}
        best = sorted((term for term in worth if worth[term]), key=lambda term: (-round(worth[term], 9), term))
        return best[:LOOKED_AT]

    def _rarity(self, term: str) -> float:
        """How rare a term is, or the rarest part of one that is too long to be counted."""
        rarity = self.similarities.rarity
        words = term.split()
        pairs = (" ".join(words[start : start + 2]) for start in range(len(words) - 1))
        return rarity.get(term) or max((rarity.get(part, 0.0) for part in (*pairs, *words)), default=0.0)

    def _hits(self, candidates: Set[str]) -> dict[str, tuple[str, Collection[str]]]:
        """For each term, the phrase as most papers spell it, and the papers that it matches."""
        corpus = Corpus.of(self.similarities.papers if candidates else ())
        hits = corpus.search(map(Term, candidates))
        spelled = {term: _spelled(term, hits, corpus) for term in sorted(candidates)}
        respelled = corpus.search(Term(words) for words in set(spelled.values()) - candidates)
        return {
            term: (words, (hits if words in candidates else respelled)[Term(words)]) for term, words in spelled.items()
        }

    def _scored(self, purpose: str, category: str, papers: Collection[str]) -> Iterator[ScoredPhrase]:
        """Each candidate, scored, with those of the papers that it matches."""
        for phrase, matched in dict(self._matched[term] for term in self._wanted[purpose, category]).items():
            ids = set(matched)
            yield ScoredPhrase(
                phrase,
                tuple(id for id in papers if id in ids),
                len(ids.intersection(self.members[category])),
                len(ids & self.placed),
                len(ids.intersection(self.by_hand.get(category, ()))),
                len(ids & self.decided),
            )


def _spelled(term: str, hits: Hits, corpus: Corpus) -> str:
    """A term as most papers spell it, in small letters and without hyphens."""
    spelled: Counter[str] = Counter()
    for id in sorted(hits[Term(term)])[:ASKED]:
        fields = corpus.fields(id)
        index = first_match(term, fields)
        if index is not None:
            spelled[spell(matched_words(term, fields[index])).apart.strip()] += 1
    return min(spelled, key=lambda words: (-spelled[words], words)) if spelled else term


def _greedy(
    phrases: Sequence[ScoredPhrase], most: int, least: int, worth: Callable[[ScoredPhrase, int], float]
) -> tuple[ScoredPhrase, ...]:
    """The phrases worth most, one after the other, each for the papers that those before it do not take; of equals the
    longest.
    """
    chosen: list[ScoredPhrase] = []
    taken: set[str] = set()
    left = list(phrases)
    while left and len(chosen) < most:
        fresh = {scored.phrase: len(set(scored.papers) - taken) for scored in left}
        best = min(left, key=lambda each: (-round(worth(each, fresh[each.phrase]), 9), -len(each.phrase), each.phrase))
        if fresh[best.phrase] < least:
            break
        chosen.append(best)
        taken.update(best.papers)
        left.remove(best)
    return tuple(chosen)
