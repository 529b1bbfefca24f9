"""Placing papers: the curator's word, then pins, then rules; again only where an edit may have changed something."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Set

from conspectus.diagnostics import Span
from conspectus.matching.corpus import Corpus
from conspectus.matching.rules import phrases
from conspectus.model.paper import Library, Paper, Work
from conspectus.model.survey import Placing
from conspectus.model.taxonomy import CategoryId, Match, Taxonomy
from conspectus.taxonomy.membership import Decided, Standing
from conspectus.taxonomy.placements import Placements, Places

READ = ("title", "keywords", "summary", "abstract")
"""The fields of a work that rules look into."""

UNDECIDED = Decided({}, frozenset())


def place(library: Library, taxonomy: Taxonomy) -> Placing:
    """Place every paper, from scratch; see `Placer.place`."""
    return Placer().place(library, taxonomy)


class Placer:
    """Places papers one time after another, and keeps what came of it."""

    def __init__(self) -> None:
        self.corpus = Corpus()
        self._library = Library(())
        self._decided: dict[str, Decided] = {}  # by facet
        self._facets: dict[str, Standing] = {}

    def place(self, library: Library, taxonomy: Taxonomy, also: Iterable[Match] = ()) -> Placing:
        """Place every paper, and look up the phrases of other rules `also`.

        What the curator's record says of a facet decides that facet alone. Otherwise pins place a paper, and so do
        rules, unless the category or one above it excepts the paper. Where a paper stands deeper in the same branch,
        the rule of a category above adds nothing: the category counts the paper anyway.
        """
        matches = [category.match for _, category, _ in taxonomy.walk() if category.match]
        self._take(library)
        self.corpus.ask(each for match in (*matches, *also) for each in phrases(match))
        before = self._facets
        self._facets = {
            facet.id: before.get(facet.id, Standing()).after(facet, self.corpus, self._decided.get(facet.id, UNDECIDED))
            for facet in taxonomy.facets
        }
        stands = {
            CategoryId(name, id): stand for name, each in self._facets.items() for id, stand in each.stands.items()
        }
        members = {id: stand.members for id, stand in stands.items()}
        inside = {id: stand.inside for id, stand in stands.items()}
        outside = {name: each.outside for name, each in self._facets.items()}
        places = Places(taxonomy, members, inside)
        placements = Placements(places, taxonomy, library, self.corpus.fields)
        return Placing(placements, self._hits(taxonomy), members, inside, outside, places)

    def _take(self, library: Library) -> None:
        """Take in the papers that say something else than before."""
        before, self._library = self._library, library
        if library is before:
            return
        old, new = before.by_id, library.by_id
        changed = library.changed_since(before)
        gone = {id for id in changed if id not in new}
        reworded = {id for id in changed - gone if id not in old or not _same(old[id].work, new[id].work)}
        self.corpus.take({id: new[id] for id in reworded}, gone)
        self._decided = {facet: _decided(named) for facet, named in library.decisions.items()}

    def _hits(self, taxonomy: Taxonomy) -> dict[Span, Set[str]]:
        hits: dict[Span, Set[str]] = {}
        for facet, category, _ in taxonomy.walk():
            if match := category.match:
                hits[match.span] = self._facets[facet.id].stands[category.id].taken
                for phrase, title in phrases(match):
                    hits[phrase.span] = self.corpus.meeting(phrase, title=title)
        return hits


def _same(one: Work, other: Work) -> bool:
    return one is other or all(getattr(one, name) == getattr(other, name) for name in READ)


def _decided(named: Mapping[str, Collection[tuple[Paper, Span]]]) -> Decided:
    """What records decide about a facet."""
    into = {id: frozenset(paper.id for paper, _ in papers) for id, papers in named.items()}
    return Decided(into, frozenset().union(*into.values()))
