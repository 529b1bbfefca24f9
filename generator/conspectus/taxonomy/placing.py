"""Placing papers: the curator's word, then pins, then rules; again only where an edit may have changed something."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import chain

from conspectus.diagnostics import Span
from conspectus.model.paper import Library, Paper, Reference, Work
from conspectus.model.survey import Placing
from conspectus.model.taxonomy import Match, Taxonomy
from conspectus.taxonomy.corpus import Corpus
from conspectus.taxonomy.placements import Placements
from conspectus.taxonomy.ruling import phrases
from conspectus.taxonomy.standing import Decided, Key, Standing

READ = ("title", "keywords", "summary", "abstract")
"""The fields of a work that rules look into."""


def place(library: Library, taxonomy: Taxonomy) -> Placing:
    """Place every paper, from scratch; see `Placer.place`."""
    return Placer().place(library, taxonomy)


class Placer:
    """Places papers one time after another, and keeps what came of it."""

    def __init__(self) -> None:
        self.corpus = Corpus()
        self._library = Library(())
        self._decided: dict[str, Decided] = {}  # by the records themselves: in each facet, by paper
        self._facets: dict[str, Standing] = {}
        self._standing: dict[str, tuple[Key, ...]] = {}  # of each paper, in the taxonomy's order

    def place(self, library: Library, taxonomy: Taxonomy, also: Iterable[Match] = ()) -> Placing:
        """Place every paper, and look up the phrases of other rules `also`.

        What the curator's record says of a facet decides that facet alone. Otherwise pins place a paper, and so do
        rules, unless the category or one above it excepts the paper. Where a paper stands deeper in the same branch,
        the rule of a category above adds nothing: the category counts the paper anyway.
        """
        matches = [category.match for facet in taxonomy.facets for category, _ in facet.walk() if category.match]
        changed = set() if library is self._library else self._take(library)
        self.corpus.ask(each for match in (*matches, *also) for each in phrases(match))
        before, self._facets = self._facets, {}
        moved = set(self._standing) if list(before) != [facet.id for facet in taxonomy.facets] else set(changed)
        for facet in taxonomy.facets:
            standing = before.get(facet.id) or Standing(self.corpus.fields)
            moved |= standing.update(facet, self.corpus, self._decided.get(facet.id, {}), changed)
            self._facets[facet.id] = standing
        if moved:
            self._standing = dict(self._standing)
        tables = [standing.of_papers for standing in self._facets.values()]
        for id in moved:
            stands = tuple(chain.from_iterable(table[id] for table in tables if id in table))
            if stands:
                self._standing[id] = stands
            else:
                self._standing.pop(id, None)
        members = {(name, id): some for name, each in self._facets.items() for id, some in each.members.items()}
        placements = Placements(self._standing, members, taxonomy, self.corpus.fields, self._decided)
        ids = {key: some.keys() for key, some in members.items()}
        inside = {(name, id): some for name, each in self._facets.items() for id, some in each.inside.items()}
        outside = {name: each.outside for name, each in self._facets.items()}
        return Placing(placements, self._hits(taxonomy), ids, inside, outside, self._standing)

    def _take(self, library: Library) -> set[str]:
        """Take in the papers; the ids of those that say something else than before to whoever places them."""
        before, self._library = self._library, library
        old, new = before.by_id, library.by_id
        changed = library.changed_since(before)
        gone = {id for id in changed if id not in new}
        other = {id for id in changed - gone if id not in old or old[id].work is not new[id].work}
        reworded = {id for id in other if id not in old or not _same(old[id].work, new[id].work)}
        self.corpus.take({id: new[id] for id in reworded}, gone)
        return gone | reworded | self._decide(gone | other, new)

    def _decide(self, ids: set[str], papers: Mapping[str, Paper]) -> set[str]:
        """Take in what these records, some of them gone, decide; those that decide otherwise than before."""
        said = {id: dict(papers[id].work.place) for id in ids if id in papers and papers[id].work.place}
        facets = {*self._decided, *(facet for places in said.values() for facet in places)}
        before, self._decided = self._decided, {}
        found = set()
        for facet in facets:
            old = before.get(facet, {})
            new = {id: places[facet] for id, places in said.items() if facet in places}
            found |= {id for id in ids if _ids(old.get(id)) != _ids(new.get(id))}
            if table := {**{id: refs for id, refs in old.items() if id not in ids}, **new}:
                self._decided[facet] = table
        return found

    def _hits(self, taxonomy: Taxonomy) -> dict[Span, Collection[str]]:
        hits: dict[Span, Collection[str]] = {}
        for facet in taxonomy.facets:
            for category, _ in facet.walk():
                if match := category.match:
                    hits[match.span] = self._facets[facet.id].taken[category.id].keys()
                    for phrase, title in phrases(match):
                        hits[phrase.span] = self.corpus.meeting(phrase, title=title).keys()
        return hits


def _same(one: Work, other: Work) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in READ)


def _ids(references: tuple[Reference, ...] | None) -> tuple[str, ...] | None:
    return None if references is None else tuple(reference.id for reference in references)
