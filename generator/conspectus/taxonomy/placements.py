"""The categories of papers, and the reasons for them, worked out when somebody wants to know them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set
from typing import TypeVar

from conspectus.matching.corpus import Corpus
from conspectus.matching.phrases import FIELDS, matched_words
from conspectus.matching.rules import best_match
from conspectus.model.paper import Paper
from conspectus.model.survey import Placement, Reason
from conspectus.model.taxonomy import Category, CategoryId, Taxonomy

V = TypeVar("V")


class OnDemand(Mapping[str, V]):
    """Values of papers in the order of their ids, each made when it is first asked for."""

    def __init__(self, papers: Set[str], make: Callable[[str], V]) -> None:
        self._papers = papers
        self._make = make
        self._values: dict[str, V] = {}

    def __getitem__(self, paper: str) -> V:
        if paper not in self._values:
            if paper not in self._papers:
                raise KeyError(paper)
            self._values[paper] = self._make(paper)
        return self._values[paper]

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._papers))

    def __len__(self) -> int:
        return len(self._papers)


def categories_of(members: Mapping[CategoryId, Set[str]], placed: Set[str]) -> Mapping[str, tuple[CategoryId, ...]]:
    """The categories that each placed paper is a member of, in the order of the taxonomy."""
    return OnDemand(placed, lambda paper: tuple(id for id, papers in members.items() if paper in papers))


def placements(
    categories_of: Mapping[str, tuple[CategoryId, ...]], taxonomy: Taxonomy, papers: Mapping[str, Paper], corpus: Corpus
) -> Mapping[str, tuple[Placement, ...]]:
    """The same with the reason for each."""
    categories = {place.id: place.category for place in taxonomy.walk()}

    def of(paper: str) -> tuple[Placement, ...]:
        ids = categories_of[paper]
        return tuple(Placement(paper, *id, _reason(papers[paper], id.facet, categories[id], corpus)) for id in ids)

    return OnDemand(categories_of.keys(), of)


def _reason(paper: Paper, facet: str, category: Category, corpus: Corpus) -> Reason:
    decided = dict(paper.work.place).get(facet)
    if decided is not None:
        return Reason("curator", next(named.span for named in decided if named.id == category.id))
    pins = [span for id, span in category.papers if id == paper.id]
    if pins:
        return Reason("pin", pins[-1])
    assert category.match is not None, category.id  # noqa: S101 - a rule placed the paper
    fields = corpus.fields(paper.id)
    phrase, index = best_match(category.match, fields)
    return Reason("rule", phrase.span, phrase.source, FIELDS[index], matched_words(phrase.source, fields[index]))
