"""The survey as pages look things up in it: made once, so that planning takes a time linear in papers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import compress
from typing import Protocol, Self, TypeVar, cast

from conspectus.exports import CitationKeys, Entry, bibtex
from conspectus.model.ledger import Ledger
from conspectus.model.paper import Link, Paper
from conspectus.model.query import Query
from conspectus.model.subjects import PAPERS, Subject, address, paper_url
from conspectus.model.survey import Placement, Survey
from conspectus.model.taxonomy import Category, CategoryId, Facet
from conspectus.pages.cards import Cards
from conspectus.pages.each import Each
from conspectus.pages.links import links
from conspectus.pages.listings import listings
from conspectus.pages.orders import newest_first
from conspectus.pages.tags import Coins
from conspectus.pages.traits import ORGANIZATION, Trait, traits
from conspectus.pages.views import Branch, Card, Chip, Crumb, Description
from conspectus.text import Citation, Prose
from conspectus.text.prose import cited

T = TypeVar("T")

SHOWN_AUTHORS = 6
"""How many authors a card names before it says “et al.”"""

MOST_FOLDED = 60
"""How many more a card names when asked; of more than that, the paper's page has the names."""


MANY = 16
"""A list of one in so many papers, or more, is made quicker by looking at all of them."""


def cite_url(id: str, suffix: str) -> str:
    """Where a paper stands as a file of a format to cite in."""
    return f"{paper_url(id)}cite.{suffix}"


class Kept(Protocol):
    """What a shelf works out of all papers and hands on to the next one, which has to look at few of them again."""

    def after(self, before: Mapping[str, Paper], now: Mapping[str, Paper], ids: Collection[str]) -> Self:
        """The same of papers of which these have changed."""


K = TypeVar("K", bound=Kept)


class Shelf:
    """Papers by id and by category (newest first), cards, citations, and the categories by facet and id.

    One that comes after another takes over from it what an edit left as it was.
    """

    def __init__(self, survey: Survey, before: Shelf | None = None) -> None:
        self.survey = survey
        self.papers: Mapping[str, Paper] = {}
        self.newest: tuple[Paper, ...] = ()
        self._kept: dict[Callable[[Mapping[str, Paper]], Kept], Kept] = {}
        self._take_over(before or self)
        self.categories = {place.id: place for place in survey.taxonomy.walk()}
        self._places = {
            id: (place.facet.title, place.category.title, place.url, place.facet.is_main)
            for id, place in self.categories.items()
        }
        self._inside: dict[CategoryId, tuple[Paper, ...]] = {}
        self._entries: dict[str, Entry] = {}
        self._cards: Cards = Cards(survey, before._cards if before else None)
        self._citations: dict[str, Citation] = {}
        self._lists: dict[str, Subject] = {place.url: place for place in self.categories.values()}
        self._lists.update((address(query), query) for query in survey.queries.saved)
        self._once: dict[Callable[[Shelf], object], object] = {}

    def once(self, make: Callable[[Shelf], T]) -> T:
        """What a kind of page works out of the whole survey for all of its pages, made when it is first asked for."""
        if make not in self._once:
            self._once[make] = make(self)
        return cast(T, self._once[make])

    def subject_at(self, url: str) -> Subject | None:
        """The paper, category or saved query in whose folder something at this url stands."""
        folder, name = [*url.split("/"), ""][:2]
        return self.papers.get(name) if f"{folder}/" == PAPERS else self._lists.get(f"{folder}/{name}/")

    def _take_over(self, before: Shelf) -> None:
        """Have the papers in order, and what was kept of them."""
        library = self.survey.library
        old, new = before.papers, library.by_id
        other = library.changed_since(before.survey.library) if old else new.keys()
        both = {id for id in other if id in old and id in new}
        changed = {id for id in other if id not in both or old[id].work is not new[id].work}
        moved = {id for id in changed if id not in both or newest_first(old[id]) != newest_first(new[id])}
        order = list(before.newest)
        for id in both:
            order[before.rank[id]] = new[id]
        if moved:
            staying = [paper for paper in order if paper.id not in moved]
            order = sorted([*staying, *(new[id] for id in moved & new.keys())], key=newest_first)
        else:
            self.rank = before.rank
        self.papers, self.newest = new, tuple(order)
        kept = before._kept.items()
        self._kept = {make: each.after(old, new, changed) for make, each in kept} if changed else before._kept

    def kept(self, make: Callable[[Mapping[str, Paper]], K]) -> K:
        """What `make` makes of all papers; a later shelf gets it `after` the papers that have changed."""
        if make not in self._kept:
            self._kept[make] = make(self.papers)
        return cast(K, self._kept[make])

    @cached_property
    def rank(self) -> dict[str, int]:
        """The position of each paper among all, newest first; in that order."""
        return {paper.id: position for position, paper in enumerate(self.newest)}

    def places(self, paper: Paper) -> tuple[CategoryId, ...]:
        """Each category a paper is in and each above it, parents first, each once."""
        return tuple(dict.fromkeys(above for id in self.stands(paper) for above in self._lineages[id]))

    @cached_property
    def _lineages(self) -> dict[CategoryId, tuple[CategoryId, ...]]:
        """Each category with those above it, from the top."""
        return {
            id: (*(CategoryId(place.facet.id, above.id) for above in place.ancestors), id)
            for id, place in self.categories.items()
        }

    def stands(self, paper: Paper) -> Iterator[CategoryId]:
        """Each category a paper is in itself."""
        return (id for id in self.survey.placing.standing.get(paper.id, ()) if id in self.categories)

    def traits(self, paper: Paper) -> tuple[Trait, ...]:
        """The values a paper can be found by."""
        return traits(paper.work, self.places(paper), paper.work.has_code)

    def placements(self, id: str) -> tuple[Placement, ...]:
        return self.survey.placing.placements.get(id, ())

    def inside(self, facet: Facet, category: Category) -> tuple[Paper, ...]:
        """The papers of a category and of all below it, newest first."""
        id = CategoryId(facet.id, category.id)
        if id not in self._inside:
            self._inside[id] = self.in_order(self.members(facet, category))
        return self._inside[id]

    def in_order(self, ids: Set[str]) -> tuple[Paper, ...]:
        """Some papers, newest first: few are put in order, many picked out of the order of all."""
        if len(ids) * MANY > len(self.newest):
            return tuple(compress(self.newest, map(ids.__contains__, self.rank)))
        return tuple(self.papers[id] for id in sorted(ids, key=self.rank.__getitem__))

    def count(self, facet: Facet, category: Category) -> int:
        """How many papers a category and all below it have."""
        return len(self.members(facet, category))

    def members(self, facet: Facet, category: Category) -> Set[str]:
        """The ids of the papers of a category and of all below it."""
        return self.survey.placing.inside.get(CategoryId(facet.id, category.id), frozenset())

    def answering(self, query: Query) -> tuple[Paper, ...]:
        """The papers that a saved query finds, newest first."""
        return self.in_order(self.survey.queries.answers[query.id])

    def unplaced(self) -> tuple[Paper, ...]:
        """The papers that nothing places, newest first."""
        return self.in_order(set(self.papers).intersection(*self.survey.placing.outside.values()))

    def links(self, paper: Paper) -> tuple[Link, ...]:
        """Where a paper can be had."""
        return self.kept(_links).of(paper)

    def entry(self, paper: Paper) -> Entry:
        """A paper as it is cited."""
        if paper.id not in self._entries:
            self._entries[paper.id] = Entry(self._keys.of(paper), paper.work, self.links(paper))
        return self._entries[paper.id]

    @cached_property
    def _keys(self) -> CitationKeys:
        return CitationKeys(self.survey.library.papers, self.survey.ledger or Ledger())

    def entries(self, papers: Iterable[Paper]) -> tuple[Entry, ...]:
        return tuple(map(self.entry, papers))

    def branch(self, facet: Facet, category: Category) -> Branch:
        children = tuple(self.branch(facet, child) for child in category.children)
        return Branch(category.title, facet.url(category), self.count(facet, category), children)

    def tree(self, facet: Facet) -> tuple[Branch, ...]:
        return tuple(self.branch(facet, category) for category in facet.categories)

    def crumbs(self, facet: Facet, ancestors: Sequence[Category]) -> tuple[Crumb, ...]:
        """The way to a category: its facet, then the categories it lies in."""
        above = tuple(Crumb(category.title, facet.url(category)) for category in ancestors)
        return (Crumb(facet.title, f"{facet.folder}/"), *above)

    def chips(self, id: str) -> tuple[Chip, ...]:
        """A paper's places, in the taxonomy's order."""
        chips = []
        for placement in self.placements(id):
            if place := self._places.get(placement.category_id):
                name, title, url, main = place
                chips.append(Chip(name, title, url, placement.reason.says, placement.reason.words, main))
        return tuple(chips)

    def card(self, paper: Paper) -> Card:
        """A paper's card."""
        return self._cards.of(paper, self._described, self._card)

    def description(self, paper: Paper) -> Description:
        """What lists say of a paper."""
        return self._cards.described(paper, self._described)

    def cards(self, papers: Iterable[Paper]) -> tuple[Card, ...]:
        return tuple(map(self.card, papers))

    def _card(self, paper: Paper, description: Description) -> Card:
        marks = tuple(trait.mark for trait in self.traits(paper) if trait.name != ORGANIZATION)
        return Card(description, self.chips(paper.id), marks)

    def _described(self, paper: Paper) -> Description:
        work = paper.work
        names = tuple(person.name for person in (work.authors.people if work.authors else ()))
        few = len(names) <= SHOWN_AUTHORS + MOST_FOLDED
        return Description(
            id=paper.id,
            url=paper_url(paper.id),
            title=paper.title,
            authors=names[:SHOWN_AUTHORS],
            folded=names[SHOWN_AUTHORS:] if few else (),
            more_authors=not few or bool(work.authors and work.authors.others),
            author_count=work.authors.count if work.authors else None,
            date=work.date,
            venue=work.venue,
            organization=work.organization,
            subject=work.subject,
            score=work.score,
            comments=work.comments,
            listings=listings(paper),
            summary=self.prose(work.summary or ""),
            abstract=work.abstract is not None,
            links=self.links(paper),
            coins=Coins(self.entry(paper)),
            bibtex=cite_url(paper.id, bibtex.SUFFIX),
        )

    def citation(self, id: str) -> Citation | None:
        paper = self.papers.get(id)
        if paper is None:
            return None
        if id not in self._citations:
            year = paper.work.date.year if paper.work.date else None
            self._citations[id] = Citation(id, paper_url(id), paper.title.as_text(), year)
        return self._citations[id]

    def prose(self, source: str) -> Prose:
        """Markdown with what it cites at hand; what cites no paper of ours is left for the renderer to show."""
        return Prose(source, tuple(filter(None, map(self.citation, cited(source)))))


def _links(papers: Mapping[str, Paper]) -> Each[tuple[Link, ...]]:
    return Each(lambda paper: links(paper.work))
