"""Placing papers: the curator's word, then pins, then rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from conspectus.diagnostics import Span
from conspectus.model.paper import Library
from conspectus.model.survey import Placement, Placing, Reason
from conspectus.model.taxonomy import Category, Facet, Taxonomy
from conspectus.taxonomy.matching import FIELDS, Corpus
from conspectus.taxonomy.ruling import NO_RULING, Ruling, phrases, rule_on


def place(library: Library, taxonomy: Taxonomy) -> Placing:
    """Place every paper.

    What the curator's record says of a facet decides that facet alone. Otherwise pins place a paper, and so do rules,
    unless the category or one above it excepts the paper. Where a paper stands deeper in the same branch, the rule of
    a category above adds nothing: the category counts the paper anyway.
    """
    matches = [category.match for facet in taxonomy.facets for category, _ in facet.walk() if category.match]
    corpus = Corpus(library.papers, [phrase for match in matches for phrase in phrases(match)])
    rulings = {match.span: rule_on(match, corpus) for match in matches}
    places: dict[str, list[Placement]] = {paper.id: [] for paper in library.papers}
    for facet in taxonomy.facets:
        for placement in _in_facet(facet, library, corpus, rulings):
            places[placement.paper].append(placement)
    hits: dict[Span, tuple[str, ...]] = {}
    for span, ruling in rulings.items():
        hits[span] = _ids(ruling.taken, library)
        hits |= {phrase.span: _ids(met, library) for phrase, met in ruling.met.items()}
    return Placing({id: tuple(found) for id, found in places.items() if found}, hits)


def _ids(numbers: Iterable[int], library: Library) -> tuple[str, ...]:
    return tuple(library.papers[number].id for number in numbers)


def _in_facet(facet: Facet, library: Library, corpus: Corpus, rulings: Mapping[Span, Ruling]) -> Iterator[Placement]:
    """The placements in one facet, in the order of its categories, parents first."""
    said = {paper.id: refs for paper in library.papers for name, refs in paper.work.place if name == facet.id}
    open_to_rules = {paper.id for paper in library.papers}.difference(said)
    places: dict[str, dict[str, Reason]] = {}  # category → paper → reason
    for category, above in facet.walk():
        excepted = {ref.id for each in (*above, category) for ref in each.excepted}
        ruled = _by_rule(category, library, corpus, rulings)
        reasons = {id: reason for id, reason in ruled if id in open_to_rules and id not in excepted}
        reasons |= {pin.id: Reason("pin", pin.span) for pin in category.papers if pin.id in open_to_rules}
        places[category.id] = reasons
    for id, references in said.items():
        for category_id, span in references:
            if category_id in places:
                places[category_id].setdefault(id, Reason("curator", span))
    for category, _ in facet.walk():
        deeper = {id for below, _ in category.walk() if below is not category for id in places[below.id]}
        for id, reason in places[category.id].items():
            if reason.kind != "rule" or id not in deeper:
                yield Placement(id, facet.id, category.id, reason)


def _by_rule(
    category: Category, library: Library, corpus: Corpus, rulings: Mapping[Span, Ruling]
) -> Iterator[tuple[str, Reason]]:
    """The papers the category's rule takes, and what speaks for each."""
    ruling = rulings[category.match.span] if category.match else NO_RULING
    for number, (phrase, field) in ruling.taken.items():
        words = corpus.words(number, phrase, field)
        yield library.papers[number].id, Reason("rule", phrase.span, phrase.source, FIELDS[field], words)
