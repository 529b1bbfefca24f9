"""Which papers stand in the categories of one facet, kept from one build to the next."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from conspectus.model.paper import Reference
from conspectus.model.taxonomy import Category, Facet
from conspectus.taxonomy.corpus import Corpus, patched
from conspectus.taxonomy.ruling import rule_on

Key = tuple[str, str]
"""The ids of a facet and of a category."""

Decided = Mapping[str, tuple[Reference, ...]]
"""The papers whose records decide about a facet, by their ids, each with the categories it is to stand in."""


class Why(NamedTuple):
    """Why a paper stands in a category: the kind of a `Reason`; for a rule, the phrase, and the place in FIELDS of the
    field it is met in. All else of the reason is worked out when somebody wants to know."""

    kind: str
    phrase: str = ""
    field: int = 0


PIN, CURATOR = Why("pin"), Why("curator")


@dataclass(frozen=True, slots=True)
class Definition:
    """What decides who stands in a category, wherever it is written: its rule's phrases by their kinds, its pins, whom
    it and the categories above it except, and which those are."""

    rule: tuple[tuple[str, ...], ...]
    pins: tuple[str, ...]
    excepted: frozenset[str]
    above: tuple[str, ...] | None  # None where there is no such category

    @classmethod
    def of(cls, category: Category, above: tuple[Category, ...]) -> Definition:
        match = category.match
        kinds = (match.any, match.title, match.all, match.none) if match else ()
        return cls(
            tuple(tuple(phrase.source for phrase in kind) for kind in kinds),
            tuple(pin.id for pin in category.papers),
            frozenset(reference.id for each in (*above, category) for reference in each.excepted),
            tuple(each.id for each in above),
        )


NOTHING = Definition((), (), frozenset(), None)


class Standing:
    """The categories of a facet, and who stands in them: tables that were given out are never changed, but for
    `of_papers`, which is read at once and not kept by anybody."""

    def __init__(self, papers: Iterable[str] = ()) -> None:
        """`papers`: those there are before any is placed."""
        self._definitions: dict[str, Definition] = {}
        self.taken: dict[str, Mapping[str, Why]] = {}  # by each category's rule, whoever decides
        self.members: dict[str, Mapping[str, Why]] = {}
        self.inside: dict[str, Set[str]] = {}  # who stands in each category or below it
        self.outside: Set[str] = frozenset(papers)  # who stands in no category
        self.of_papers: dict[str, tuple[Key, ...]] = {}  # the categories each paper stands in, in the facet's order

    def update(self, facet: Facet, corpus: Corpus, decided: Decided, changed: Set[str]) -> set[str]:
        """Take the facet as it is now, and papers that changed, of which some are gone; whose places may be others."""
        before, taken = self._definitions, self.taken
        self._definitions = {category.id: Definition.of(category, above) for category, above in facet.walk()}
        self.taken = {category.id: self._ruled(category, before, corpus, changed) for category, _ in facet.walk()}
        touched = set(changed)
        come_or_gone = before.keys() ^ self._definitions.keys()
        if come_or_gone:
            touched.update(id for id, refs in decided.items() if any(ref.id in come_or_gone for ref in refs))
        for id in before.keys() | self._definitions.keys():
            old, new = before.get(id, NOTHING), self._definitions.get(id, NOTHING)
            if old.above != new.above:
                touched.update(taken.get(id, ()), self.taken.get(id, ()), self.members.get(id, ()), new.pins)
            elif old != new:
                touched |= _differing(taken[id], self.taken[id])
                touched |= {*old.pins} ^ {*new.pins}
                touched |= old.excepted ^ new.excepted
        touched |= self._reordered([id for id in before if id in self._definitions])
        if touched:
            branches = facet.categories if changed else self._edited(facet, before)
            self._place(branches, touched & corpus.fields.keys(), touched, decided)
            self._stand(facet, branches, touched)
            self.outside = self._apart(touched, corpus.fields.keys())
        self.members = {id: self.members.get(id, {}) for id in self._definitions}
        self.inside = {id: self.inside.get(id, frozenset()) for id in self._definitions}
        return touched

    def _ruled(
        self, category: Category, before: Mapping[str, Definition], corpus: Corpus, changed: Set[str]
    ) -> Mapping[str, Why]:
        """The papers that a category's rule takes."""
        if category.match is None:
            return {}
        known = before.get(category.id)
        same = known is not None and known.rule == self._definitions[category.id].rule
        if same and not changed:
            return self.taken[category.id]
        ruling = rule_on(category.match, corpus, changed if same else None)
        found = {id: Why("rule", phrase.source, field) for id, (phrase, field) in ruling.taken.items()}
        if not same:
            return found
        return patched(self.taken[category.id], changed, found)

    def _reordered(self, before: Sequence[str]) -> set[str]:
        """Who stands in several of the categories that have come to stand in another order than `before`."""
        had = set(before)
        pairs = list(zip(before, (id for id in self._definitions if id in had), strict=True))
        other = [place for place, (old, new) in enumerate(pairs) if old != new]
        span = pairs[other[0] : other[-1] + 1] if other else []
        stands = Counter(chain.from_iterable(self.members[old] for old, _ in span))
        return {id for id, many in stands.items() if many > 1}

    def _edited(self, facet: Facet, before: Mapping[str, Definition]) -> tuple[Category, ...]:
        """The branches in which something is defined otherwise: what is not shows in no other. If categories have come,
        gone or been moved, all."""
        if {id: each.above for id, each in before.items()} != {id: d.above for id, d in self._definitions.items()}:
            return facet.categories
        other = {id for id, definition in self._definitions.items() if before[id] != definition}
        return tuple(top for top in facet.categories if any(category.id in other for category, _ in top.walk()))

    def _place(self, branches: tuple[Category, ...], papers: Set[str], touched: Set[str], decided: Decided) -> None:
        """Place some papers anew in some branches; those that are touched and not among them are gone."""
        places = self._reasons(branches, papers, decided)
        for category in _walked(branches):
            deeper = {id for below, _ in category.walk() if below is not category for id in places[below.id]}
            here = places[category.id]
            if deeper:
                here = {id: why for id, why in here.items() if why.kind != "rule" or id not in deeper}
            self.members[category.id] = patched(self.members.get(category.id, {}), touched, here)
        for top in branches:
            self._gather(top)

    def _gather(self, category: Category) -> Set[str]:
        """Have at hand who stands in a category and in those below it."""
        own = self.members[category.id].keys()
        below = [self._gather(child) for child in category.children]
        self.inside[category.id] = set().union(own, *below) if below else own
        return self.inside[category.id]

    def _stand(self, facet: Facet, branches: tuple[Category, ...], touched: Set[str]) -> None:
        """Write down for these papers, some of them gone, where they stand; in other branches, as they stood before."""
        order = {(facet.id, id): number for number, id in enumerate(self._definitions)}
        here: dict[str, list[Key]] = defaultdict(list)
        elsewhere = set(order)
        for category in _walked(branches):
            key = (facet.id, category.id)
            elsewhere.discard(key)
            for id in self.members[category.id].keys() & touched:
                here[id].append(key)
        for id in touched:
            before = [key for key in self.of_papers.pop(id, ()) if key in elsewhere]
            found = here.get(id, [])
            if before or found:
                self.of_papers[id] = tuple(sorted(before + found, key=order.__getitem__) if before else found)

    def _apart(self, touched: Set[str], papers: Set[str]) -> Set[str]:
        """Who stands nowhere, where that may have changed for these papers, some of them gone."""
        apart = {id for id in touched if id in papers and id not in self.of_papers}
        return self.outside if self.outside & touched == apart else (self.outside - touched) | apart

    def _reasons(self, branches: tuple[Category, ...], papers: Set[str], decided: Decided) -> dict[str, dict[str, Why]]:
        """For each category the papers that anything speaks for, and what."""
        said = papers & decided.keys()
        open_to_rules = papers - said
        places: dict[str, dict[str, Why]] = {}
        for category in _walked(branches):
            definition, taken = self._definitions[category.id], self.taken[category.id]
            ruled = (taken.keys() & open_to_rules) - definition.excepted
            places[category.id] = {id: taken[id] for id in ruled}
            places[category.id] |= {id: PIN for id in definition.pins if id in open_to_rules}
        for id in said:
            for reference in decided[id]:
                if reference.id in places:
                    places[reference.id].setdefault(id, CURATOR)
        return places


def _differing(old: Mapping[str, Why], new: Mapping[str, Why]) -> set[str]:
    """The papers that are in one of two tables alone, or there for another reason."""
    return {id for id in old.keys() | new.keys() if old.get(id) != new.get(id)}


def _walked(branches: Iterable[Category]) -> Iterator[Category]:
    return (category for top in branches for category, _ in top.walk())
