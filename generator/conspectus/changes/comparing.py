"""Two states of a survey compared: papers, categories and addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace

from conspectus.changes import categories as trees
from conspectus.changes.categories import CountedCategory, Relocated, Retitled
from conspectus.changes.values import ValueChange, value_changes
from conspectus.model.identifiers import normal_title
from conspectus.model.paper import Paper
from conspectus.model.site import Page, Site
from conspectus.model.subjects import address
from conspectus.model.survey import Placement, Survey
from conspectus.model.taxonomy import CategoryId
from conspectus.pipeline import Compiled

TOLD_APART = frozenset(("place", "was", "added", "listed", "author_count"))
"""Fields of which moves, new ids and other fields tell, or which say nothing of the work."""

Members = Mapping[CategoryId, Set[str]]
"""Papers by categories."""


@dataclass(frozen=True, slots=True)
class ListedPaper:
    """A paper that was added or removed, with its placements."""

    id: str
    title: str
    places: tuple[Placement, ...]


@dataclass(frozen=True, slots=True)
class Renamed:
    """A paper, or a category of a facet, whose id changed. `after` is `facet/id` where a category changed its facet."""

    before: str
    after: str
    title: str
    facet: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """A paper whose categories in one facet changed: those it left, with the reasons it had, and those it joined."""

    id: str
    title: str
    facet: str
    left: tuple[Placement, ...]
    joined: tuple[Placement, ...]
    kept: tuple[str, ...] = ()  # the ids of its categories before and after

    @property
    def before(self) -> tuple[str, ...]:
        """Its categories before."""
        return (*self.kept, *(place.category for place in self.left))

    @property
    def after(self) -> tuple[str, ...]:
        """Its categories now."""
        return (*self.kept, *(place.category for place in self.joined))


@dataclass(frozen=True, slots=True)
class Corrected:
    """A paper of which something else is said than before, and what."""

    id: str
    title: str
    values: tuple[ValueChange, ...]


@dataclass(frozen=True, slots=True)
class ChangedAddress:
    """An address that no longer shows what it showed. `leads_to`: where a redirect takes its readers, if there is one.

    `kind`: that of a page that may be bookmarked: paper, category, facet, query, prose, redirect; or other,
    for what belongs to one of these or to a list: feeds, tables, further pages.
    """

    url: str
    kind: str
    leads_to: str = ""

    @property
    def is_lost(self) -> bool:
        """Whether a bookmark leads nowhere."""
        return self.kind != "other" and not self.leads_to


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that changed, each list in the order of the survey it is about."""

    added: tuple[ListedPaper, ...] = ()
    removed: tuple[ListedPaper, ...] = ()
    renamed: tuple[Renamed, ...] = ()
    moved: tuple[Moved, ...] = ()
    corrected: tuple[Corrected, ...] = ()
    categories_added: tuple[CountedCategory, ...] = ()
    categories_removed: tuple[CountedCategory, ...] = ()
    categories_emptied: tuple[CountedCategory, ...] = ()
    categories_renamed: tuple[Renamed, ...] = ()
    categories_retitled: tuple[Retitled, ...] = ()
    categories_moved: tuple[Relocated, ...] = ()
    addresses: tuple[ChangedAddress, ...] = ()

    def __bool__(self) -> bool:
        return self != Changes()

    @property
    def lost_addresses(self) -> tuple[ChangedAddress, ...]:
        return tuple(address for address in self.addresses if address.is_lost)


def compare(before: Compiled, after: Compiled) -> Changes:
    """What changed from one state of a survey to the other: papers, categories, and addresses of the site."""
    addresses = tuple(_changed_addresses(before.site, after.site))
    return replace(compare_surveys(before.survey, after.survey), addresses=addresses)


def compare_surveys(old: Survey, new: Survey) -> Changes:
    """What changed of a survey's papers and categories.

    A paper or a category that names its earlier id under `was` is the same one; so is a paper under a new id with the
    arXiv id, the DOI or the title of one that is gone.
    """
    old_papers, new_papers = old.library.by_id, new.library.by_id
    papers = _renamed_papers(old_papers, new_papers)
    old_categories, new_categories = trees.counted(old), trees.counted(new)
    categories = trees.renamed(old_categories, new)
    known_papers, known_categories = {*old_papers, *papers.values()}, {*old_categories, *categories.values()}
    return Changes(
        added=tuple(_listed(paper, new) for id, paper in new_papers.items() if id not in known_papers),
        removed=tuple(
            _listed(paper, old) for id, paper in old_papers.items() if id not in new_papers and id not in papers
        ),
        renamed=tuple(Renamed(id, papers[id], str(new_papers[papers[id]].title)) for id in old_papers if id in papers),
        moved=tuple(_moves(old_papers, new_papers, papers, categories, old, new)),
        corrected=tuple(_corrected(old_papers, new_papers, papers)),
        categories_added=tuple(category for id, category in new_categories.items() if id not in known_categories),
        categories_removed=tuple(
            category for id, category in old_categories.items() if id not in new_categories and id not in categories
        ),
        categories_emptied=tuple(
            category
            for id, category in old_categories.items()
            if category.papers and (now := new_categories.get(categories.get(id, id))) and not now.papers
        ),
        categories_renamed=tuple(
            Renamed(id.category, _seen_from(id.facet, categories[id]), new_categories[categories[id]].title, id.facet)
            for id in old_categories
            if id in categories
        ),
        categories_retitled=tuple(
            Retitled(now.facet, now.id, category.title, now.title)
            for id, category in old_categories.items()
            if (now := new_categories.get(categories.get(id, id))) and now.title != category.title
        ),
        categories_moved=tuple(trees.relocated(old, new, categories)),
    )


def _listed(paper: Paper, survey: Survey) -> ListedPaper:
    return ListedPaper(paper.id, str(paper.title), survey.placing.placements.get(paper.id, ()))


def _renamed_papers(old: Mapping[str, Paper], new: Mapping[str, Paper]) -> dict[str, str]:
    """The papers that have a new id, as old id → new id."""
    fresh = [paper for id, paper in new.items() if id not in old]
    known = {key: paper.id for paper in reversed(fresh) for key in _identifiers(paper)}
    found: dict[str, str] = {}
    taken: set[str] = set()
    for id, paper in old.items():
        if id not in new:
            now = next((known[key] for key in _identifiers(paper) if key in known), None)
            if now and now not in taken:
                found[id] = now
                taken.add(now)
    return found


def _identifiers(paper: Paper) -> Iterator[tuple[str, str]]:
    """The identifiers of a work, the most certain first."""
    work = paper.work
    for id in (paper.id, *work.was):
        yield "id", id
    if work.arxiv:
        yield "arxiv", work.arxiv
    if work.doi:
        yield "doi", work.doi
    yield "title", normal_title(str(paper.title))


def _seen_from(facet: str, id: CategoryId) -> str:
    return id.category if id.facet == facet else "/".join(id)


def _moves(
    old_papers: Mapping[str, Paper],
    new_papers: Mapping[str, Paper],
    papers: Mapping[str, str],
    categories: Mapping[CategoryId, CategoryId],
    old: Survey,
    new: Survey,
) -> Iterator[Moved]:
    """Papers of both states whose categories changed, facet by facet; a category's new id counts as no change."""
    facets = dict.fromkeys(facet.id for survey in (new, old) for facet in survey.taxonomy.facets)
    elsewhere = _elsewhere(old.placing.members, new.placing.members, categories)
    for id in old_papers:
        now = papers.get(id, id)
        if now in new_papers and (id in elsewhere or now != id):
            stood = {categories.get(place, place) for place in old.placing.categories_of.get(id, ())}
            stands = set(new.placing.categories_of.get(now, ()))
            if stood == stands:
                continue
            were, are = old.placing.placements.get(id, ()), new.placing.placements.get(now, ())
            left = [place for place in were if categories.get(place.category_id, place.category_id) not in stands]
            joined = [place for place in are if place.category_id not in stood]
            for facet in facets:
                from_, to = _of(facet, left), _of(facet, joined)
                if from_ or to:
                    kept = tuple(place.category for place in _of(facet, are) if place not in to)
                    yield Moved(now, str(new_papers[now].title), facet, from_, to, kept)


def _corrected(old: Mapping[str, Paper], new: Mapping[str, Paper], papers: Mapping[str, str]) -> Iterator[Corrected]:
    """Papers of both states of which something else is said."""
    for id, paper in old.items():
        now = new.get(papers.get(id, id))
        if now and now.work is not paper.work and (values := tuple(value_changes(paper.work, now.work, TOLD_APART))):
            yield Corrected(now.id, str(now.title), values)


def _elsewhere(old: Members, new: Members, categories: Mapping[CategoryId, CategoryId]) -> set[str]:
    """The papers that joined or left a category; `categories`: the new ids of those that have one."""
    named = {categories.get(id, id): members for id, members in old.items()}
    none: Set[str] = frozenset()
    return set().union(*(named.get(id, none) ^ new.get(id, none) for id in named.keys() | new.keys()))


def _of(facet: str, places: Iterable[Placement]) -> tuple[Placement, ...]:
    return tuple(place for place in places if place.facet == facet)


def _changed_addresses(before: Site, after: Site) -> Iterator[ChangedAddress]:
    present = {page.url: page for page in after.pages}
    for page in before.pages:
        now = present.get(page.url)
        if now is None:
            yield ChangedAddress(page.url, _kind(page))
        elif now.subject and now.kind.redirects and not page.kind.redirects:
            yield ChangedAddress(page.url, _kind(page), address(now.subject))


def _kind(page: Page) -> str:
    return page.kind.name if page.is_subjects_own or page.kind.redirects else "other"
