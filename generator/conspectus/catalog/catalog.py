"""The catalog: papers, categories and names of one survey, and where to find each; made in a time linear in papers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import TypeVar, cast

from conspectus.catalog.category_names import Called, called
from conspectus.catalog.counts import Counts
from conspectus.catalog.filter_values import FilterValue, filter_values, group_name
from conspectus.catalog.name_index import AUTHORS, ORGANIZATIONS, NameIndex, authors_of, organization_of
from conspectus.catalog.orders import newest_first
from conspectus.catalog.paper_links import links
from conspectus.derived import Delta, Index, InMemory, Memory, Recomputed, Stable, inverted, packed
from conspectus.exports import CitationKeys, Entry
from conspectus.exports.entry import one_line
from conspectus.language import Language
from conspectus.model.ledger import Ledger
from conspectus.model.paper import Paper
from conspectus.model.query import Query
from conspectus.model.subjects import PAPERS, Subject, address
from conspectus.model.survey import Placement, Survey
from conspectus.model.taxonomy import Category, CategoryId, Facet, Place
from conspectus.model.work import Work
from conspectus.text import Image

T = TypeVar("T")

LOOKUPS = ("rank", "authors", "organizations", "keywords")
"""What is made of all papers together."""


@dataclass(frozen=True, eq=False, repr=False)
class Catalog:
    """Look-ups in a survey.

    `works`: the work of each paper, by its id; `changed`: how they differ from those of the catalog before.
    `newest`: all papers, newest first; `rank`: the position of each among them. `authors`, `organizations`: the indexes
    of their names. `keywords`: the papers that have each keyword, as keywords are compared. `shown`: what lists show of
    papers, made elsewhere. `remade`: which LOOKUPS were not taken over. `same_papers`: whether all papers are those of
    the catalog before, cited alike, and all images too. `memory`: what pages keep for the next build.
    """

    survey: Survey
    works: Mapping[str, Work] = field(default_factory=dict)
    changed: Delta[str] = field(default_factory=Delta)
    newest: tuple[Paper, ...] = ()
    rank: Mapping[str, int] = field(default_factory=dict)
    authors: NameIndex = field(default_factory=partial(NameIndex, AUTHORS, authors_of))
    organizations: NameIndex = field(default_factory=partial(NameIndex, ORGANIZATIONS, organization_of))
    keywords: Index[str, str] = field(default_factory=Index)
    shown: Stable = field(default_factory=Stable)
    remade: tuple[str, ...] = ()
    same_papers: bool = False
    memory: Memory = field(default_factory=InMemory)
    _inside: dict[CategoryId, tuple[Paper, ...]] = field(default_factory=dict, init=False)
    _ranks: dict[CategoryId, list[int]] = field(default_factory=dict, init=False)
    _entries: dict[str, Entry] = field(default_factory=dict, init=False)
    _cited: dict[str, bytes] = field(default_factory=dict, init=False)
    _said: dict[str, bytes] = field(default_factory=dict, init=False)
    _once: dict[Callable[..., object], object] = field(default_factory=dict, init=False)

    @classmethod
    def of(cls, survey: Survey, previous: Catalog | None = None, memory: Memory | None = None) -> Catalog:
        """The catalog of a survey. What depends on papers alone is taken from the previous one for those that did not
        change; with or without it, and a memory of its own, the catalog is the same."""
        if previous and previous.language != survey.language:
            previous = None  # what lists show has words of the pages' language
        if previous and survey.library is previous.survey.library:
            alike = (survey.ledger, survey.images) == (previous.survey.ledger, previous.survey.images)
            shown = previous.shown.next()
            return replace(previous, survey=survey, changed=Delta(), shown=shown, remade=(), same_papers=alike)
        before = previous or cls(survey, memory=memory or InMemory())
        papers = survey.library.by_id
        works = {id: paper.work for id, paper in papers.items()}
        changed = Delta.between(before.works, works)
        same_order = not (changed.added or changed.removed) and all(
            newest_first(papers[id]) == newest_first(before.papers[id]) for id in changed.changed
        )
        order = before.rank if same_order else [paper.id for paper in sorted(papers.values(), key=newest_first)]
        newest = tuple(papers[id] for id in order)

        def index_of_names(index: NameIndex, field: str) -> NameIndex:
            same = all(getattr(works[id], field) == getattr(before.works[id], field) for id in changed.changed)
            return index if same and same_order else replace(index, papers=newest, language=survey.language.tag)

        catalog = cls(
            survey=survey,
            works=works,
            changed=changed,
            newest=newest,
            rank=before.rank if same_order else {id: position for position, id in enumerate(order)},
            authors=index_of_names(before.authors, "authors"),
            organizations=index_of_names(before.organizations, "organization"),
            keywords=before.keywords.after(changed, inverted({id: keywords_of(works[id]) for id in changed.present})),
            shown=before.shown.next(),
            memory=before.memory,
        )
        return replace(
            catalog, remade=tuple(name for name in LOOKUPS if getattr(catalog, name) is not getattr(before, name))
        )

    @property
    def recomputed(self) -> tuple[Recomputed, ...]:
        """What was made again: look-ups in all papers, and what lists show of those that were asked for until now."""
        lookups = Recomputed("look-ups", self.remade, len(LOOKUPS), tuple(sorted(self.changed.keys)))
        return (lookups, *self.shown.recomputed)

    def once(self, make: Callable[[Catalog], T]) -> T:
        """What a kind of page works out of the whole survey for all of its pages, made when it is first asked for."""
        if make not in self._once:
            self._once[make] = make(self)
        return cast(T, self._once[make])

    @property
    def language(self) -> Language:
        """The language of the pages' own strings."""
        return self.survey.language

    @property
    def papers(self) -> Mapping[str, Paper]:
        """All papers by their ids."""
        return self.survey.library.by_id

    @cached_property
    def images(self) -> Mapping[str, Image]:
        """All images that prose may show, by their urls."""
        return {file.url: file.image for file in self.survey.images}

    @cached_property
    def categories(self) -> Mapping[CategoryId, Place]:
        """All categories of all facets, parents first, in the curator's order."""
        return {place.id: place for place in self.survey.taxonomy.walk()}

    @cached_property
    def called(self) -> Mapping[CategoryId, Called]:
        """What each category is called beside others."""
        return called(self.survey.taxonomy)

    @cached_property
    def _lineages(self) -> Mapping[CategoryId, tuple[FilterValue, ...]]:
        """The values by which the papers of each category are found: it and those above it, from the top."""
        return {
            id: tuple(FilterValue(group_name(id.facet), each.id) for each in (*place.ancestors, place.category))
            for id, place in self.categories.items()
        }

    @cached_property
    def _lists(self) -> Mapping[str, Subject]:
        """The subjects whose pages are lists of papers, by the folders of these."""
        lists: tuple[Subject, ...] = (*self.categories.values(), *self.survey.queries.saved)
        return {address(subject): subject for subject in lists}

    def subject_at(self, url: str) -> Subject | None:
        """The paper, category or saved query whose folder contains this url."""
        folder, name = [*url.split("/"), ""][:2]
        return self.papers.get(name) if f"{folder}/" == PAPERS else self._lists.get(f"{folder}/{name}/")

    def categories_of(self, paper: Paper) -> Iterator[CategoryId]:
        """Each category a paper is in itself."""
        return (id for id in self.survey.placing.categories_of.get(paper.id, ()) if id in self.categories)

    def filter_values(self, paper: Paper) -> tuple[FilterValue, ...]:
        """The values a paper can be found by; its categories are those it is in and those above them."""
        return filter_values(paper.work, [value for id in self.categories_of(paper) for value in self._lineages[id]])

    def placements(self, id: str) -> tuple[Placement, ...]:
        """The categories of a paper with the reasons, in the taxonomy's order."""
        return self.survey.placing.placements.get(id, ())

    def members(self, facet: Facet, category: Category) -> Set[str]:
        """The ids of the papers of a category and of all below it."""
        return self.survey.placing.inside.get(CategoryId(facet.id, category.id), frozenset())

    def inside(self, facet: Facet, category: Category) -> tuple[Paper, ...]:
        """The papers of a category and of all below it, newest first."""
        id = CategoryId(facet.id, category.id)
        if id not in self._inside:
            self._inside[id] = tuple(self.newest[rank] for rank in self.ranks(facet, category))
        return self._inside[id]

    def ranks(self, facet: Facet, category: Category) -> list[int]:
        """The ranks of the papers of a category and of all below it, in order."""
        id = CategoryId(facet.id, category.id)
        if id not in self._ranks:
            self._ranks[id] = sorted(map(self.rank.__getitem__, self.members(facet, category)))
        return self._ranks[id]

    def answering(self, query: Query) -> tuple[Paper, ...]:
        """The papers that a saved query finds, newest first."""
        return self.in_order(self.survey.queries.answers[query.id])

    def unplaced(self) -> tuple[Paper, ...]:
        """The papers that nothing places, newest first."""
        return self.in_order(set(self.papers).intersection(*self.survey.placing.outside.values()))

    def in_order(self, ids: Iterable[str]) -> tuple[Paper, ...]:
        """Some papers, newest first."""
        return tuple(self.papers[id] for id in sorted(ids, key=self.rank.__getitem__))

    def counts(self, ids: Iterable[str]) -> Counts:
        """What is counted of some papers."""
        return Counts.of(self.works[id] for id in ids)

    def entry(self, paper: Paper) -> Entry:
        """A paper as it is cited, with where it can be had."""
        if paper.id not in self._entries:
            self._entries[paper.id] = Entry(self._citation_keys.of(paper), paper.work, links(paper.work))
        return self._entries[paper.id]

    def said(self, paper: Paper) -> bytes:
        """The digest of a paper's work: another wherever anything else is said of it."""
        if paper.id not in self._said:
            self._said[paper.id] = packed(paper.work)
        return self._said[paper.id]

    def cited(self, paper: Paper) -> bytes:
        """The digest of what exports say of a paper: another wherever the paper is cited otherwise."""
        if paper.id not in self._cited:
            self._cited[paper.id] = packed(self.entry(paper).cited)
        return self._cited[paper.id]

    def entries(self, papers: Iterable[Paper]) -> tuple[Entry, ...]:
        """Papers as they are cited."""
        return tuple(map(self.entry, papers))

    @cached_property
    def _citation_keys(self) -> CitationKeys:
        return CitationKeys(self.survey.library.papers, self.survey.ledger or Ledger())


def keywords_of(work: Work) -> Iterator[str]:
    """The keywords of a paper as they are compared."""
    return filter(None, (one_line(word).casefold() for word in work.keywords))
