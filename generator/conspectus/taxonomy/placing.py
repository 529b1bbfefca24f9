"""Placing papers: the curator's word, then pins, then rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from conspectus.derived import Delta, Index, InMemory, Memory, Recomputed, inverted
from conspectus.diagnostics import Span
from conspectus.matching.corpus import Corpus, Hits, Term
from conspectus.matching.phrases import FIELDS
from conspectus.matching.rules import Ids, RuleHits, phrases
from conspectus.model.paper import Library, Paper
from conspectus.model.survey import Placing
from conspectus.model.taxonomy import CategoryId, Match, Taxonomy
from conspectus.taxonomy.placements import categories_of, placements
from conspectus.taxonomy.searching import search

Decisions = Index[CategoryId, str]
"""The papers that their records place in each category; under no category of a facet, all that they decide about."""


class Inputs(NamedTuple):
    """All that decides which papers are in a category."""

    rule: RuleHits
    by_hand: Ids  # pinned, or placed by their records
    decided: Ids  # by their records, whatever the rule matches
    excepted: Ids  # here or further up
    below: tuple[Ids, ...]  # in each child or below it


class Membership(NamedTuple):
    """The papers of a category.

    `matches`: those that its rule matches, whether or not it decides. `members`: its own. `inside`: those in it or
    below it.
    """

    inputs: Inputs
    matches: Ids
    members: Ids
    inside: Ids

    @classmethod
    def of(cls, inputs: Inputs) -> Membership:
        matches, below = inputs.rule.matches(), Ids().union(*inputs.below)
        members = (matches - inputs.decided - inputs.excepted - below) | inputs.by_hand
        return cls(inputs, matches, members, members | below if below else members)

    @property
    def papers(self) -> tuple[Ids, Ids]:
        """Its own papers, and all inside it."""
        return self.members, self.inside


Memberships = Mapping[CategoryId, Membership]


@dataclass(frozen=True, slots=True)
class Placed:
    """Papers in their categories, and what that was worked out from, for the next time.

    `terms`: all phrases that were looked for; `hits`: the papers that they match. `recomputed`: what could not be taken
    over from the last time.
    """

    placing: Placing = field(default_factory=Placing)
    library: Library = field(default_factory=lambda: Library(()))
    taxonomy: Taxonomy = field(default_factory=Taxonomy)
    corpus: Corpus = field(default_factory=Corpus)
    terms: Set[Term] = frozenset()
    hits: Hits = field(default_factory=Index)
    decisions: Decisions = field(default_factory=Index)
    memberships: Memberships = field(default_factory=dict)
    recomputed: tuple[Recomputed, ...] = ()


def place(
    library: Library,
    taxonomy: Taxonomy,
    also: Iterable[Match] = (),
    previous: Placed | None = None,
    memory: Memory | None = None,
) -> Placed:
    """Place every paper, and look up the phrases of other rules `also`; with or without a `previous`, or a `memory` of
    earlier builds, the same.

    What the curator's record says of a facet decides that facet alone. Otherwise pins place a paper, and so do rules,
    unless the category or one above it excepts the paper; a pin or a record that says otherwise is a mistake, which
    `pinned-and-excepted` reports. Where a paper is in a category deeper in the same branch, the rule of a category
    above adds nothing: the category counts the paper anyway.
    """
    last, papers = previous or Placed(), library.by_id
    rules = [category.match for _, category, _ in taxonomy.walk() if category.match]
    terms = frozenset(term for match in (*rules, *also) for _, term in phrases(match))
    if library is last.library and (taxonomy, terms) == (last.taxonomy, last.terms):
        return replace(last, recomputed=tuple(each._replace(made=(), because=()) for each in last.recomputed))
    delta = Delta.between(last.library.by_id, papers)
    reworded = _reworded(delta, last.library.by_id, papers)
    corpus = last.corpus.after(reworded, papers)
    hits = _hits(terms, corpus, reworded, last) if previous else search(terms, corpus, memory or InMemory())
    if memory:  # which has what the next build goes on from
        corpus = Corpus(papers)
    decisions = last.decisions.after(delta, inverted({id: _decided(papers[id]) for id in delta.present}))
    members = _memberships(taxonomy, hits, decisions, library.ids, last.memberships)
    return Placed(
        _placing(taxonomy, library, corpus, hits, members),
        library,
        taxonomy,
        corpus,
        terms,
        hits,
        decisions,
        members,
        _recomputed(last, terms, reworded, len(papers), members),
    )


def _reworded(delta: Delta[str], before: Mapping[str, Paper], now: Mapping[str, Paper]) -> Delta[str]:
    """Of the papers that changed, those in which rules may find something else."""
    works = ((id, before[id].work, now[id].work) for id in delta.changed)
    changed = {id for id, old, new in works if any(getattr(old, name) != getattr(new, name) for name in FIELDS)}
    return delta._replace(changed=frozenset(changed))


def _hits(terms: Set[Term], corpus: Corpus, reworded: Delta[str], last: Placed) -> Hits:
    """Look for new phrases in all papers, for the others in those that say something else than before."""
    known = terms & last.terms
    patched = last.hits.after(reworded, corpus.search(known, reworded.present).of)
    new = corpus.search(terms - known)
    return Index({**{term: ids for term, ids in patched.of.items() if term in known}, **new.of})


def _decided(paper: Paper) -> Iterator[CategoryId]:
    """The categories that a paper's record places it in, and an empty id for each facet it decides about."""
    for facet, references in paper.work.place:
        yield CategoryId(facet, "")
        yield from (CategoryId(facet, reference.id) for reference in references)


def _memberships(
    taxonomy: Taxonomy, hits: Hits, decisions: Decisions, papers: Ids, previous: Memberships
) -> Memberships:
    """Who is in each category, in the order of the taxonomy. What has the inputs it had in `previous` is taken over."""
    found: dict[CategoryId, Membership] = {}
    for facet, category, ancestors in reversed(tuple(taxonomy.walk())):  # children before their parents
        id, decided = CategoryId(facet.id, category.id), decisions[CategoryId(facet.id, "")]
        inputs = Inputs(
            RuleHits.of(category.match, hits) if category.match else RuleHits(),
            decisions[id] | {pin.id for pin in category.papers if pin.id in papers and pin.id not in decided},
            decided,
            Ids(reference.id for each in (*ancestors, category) for reference in each.excepted),
            tuple(found[CategoryId(facet.id, child.id)].inside for child in category.children),
        )
        before = previous.get(id)
        found[id] = before if before and before.inputs == inputs else Membership.of(inputs)
    return dict(reversed(found.items()))


def _placing(taxonomy: Taxonomy, library: Library, corpus: Corpus, hits: Hits, members: Memberships) -> Placing:
    matched: dict[Span, Set[str]] = {}
    for facet, category, _ in taxonomy.walk():
        if match := category.match:
            matched[match.span] = members[CategoryId(facet.id, category.id)].matches
            for phrase, term in phrases(match):
                matched[phrase.span] = hits[term]
    outside = {
        facet.id: library.ids.difference(*(members[CategoryId(facet.id, top.id)].inside for top in facet.categories))
        for facet in taxonomy.facets
    }
    placed = library.ids - library.ids.intersection(*outside.values())
    own = {id: membership.members for id, membership in members.items()}
    categories = categories_of(own, placed)
    return Placing(
        placements(categories, taxonomy, library.by_id, corpus),
        matched,
        own,
        {id: membership.inside for id, membership in members.items()},
        outside,
        categories,
    )


def _recomputed(
    last: Placed, terms: Set[Term], reworded: Delta[str], papers: int, now: Memberships
) -> tuple[Recomputed, ...]:
    """What was searched, and the categories that have other papers than before, with the inputs by which they do."""
    before = last.memberships
    others = [id for id, membership in now.items() if id not in before or before[id].papers != membership.papers]
    inputs = {
        name
        for id in others
        if id in before
        for name, old, new in zip(Inputs._fields, before[id].inputs, now[id].inputs, strict=True)
        if old != new
    }
    return (
        Recomputed(
            "phrases searched in all papers", tuple(sorted({phrase for phrase, _ in terms - last.terms})), len(terms)
        ),
        Recomputed("papers searched for all phrases", tuple(sorted(reworded.present)), papers),
        Recomputed(
            "categories with other papers", tuple("/".join(id) for id in others), len(now), tuple(sorted(inputs))
        ),
    )
