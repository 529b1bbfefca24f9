"""What changed, as the template of the preview's page sees it: with titles and addresses instead of ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from conspectus.changes.categories import CountedCategory
from conspectus.changes.comparing import (
    ChangedAddress,
    Changes,
    Corrected,
    ListedPaper,
    Moved,
    Renamed,
)
from conspectus.changes.text import how_to_fix
from conspectus.model.subjects import paper_url
from conspectus.model.survey import Placement, Survey
from conspectus.model.taxonomy import CategoryId
from conspectus.preview.overlay import Link
from conspectus.text import Text
from conspectus.text.counting import counted

MOST = 200
"""How many items a list has at most: what moved thousands of papers is seen from fewer."""


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A category that a paper is, or was, in: its page if it has one now; why; where that is written, and opens."""

    title: str
    url: str
    why: str
    span: str
    link: str


@dataclass(frozen=True, slots=True)
class PaperEntry:
    """A paper, its page if it has one now, and its categories: all of them, or those it joined and those it left.

    `nowhere`: the title of the facet in which it is in no category any more.
    """

    title: Text
    url: str
    joined: tuple[PlaceEntry, ...] = ()
    left: tuple[PlaceEntry, ...] = ()
    nowhere: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """Papers that went the same way in one facet; `left` and `joined` name the categories."""

    facet: str
    left: tuple[str, ...]
    joined: tuple[str, ...]
    papers: tuple[PaperEntry, ...]


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """Something else that changed: what happened, to what and at which address, and what is to be added."""

    event: str
    name: str
    url: str = ""
    aside: str = ""
    lost: bool = False


@dataclass(frozen=True, slots=True)
class ChangeList:
    """A list with its heading; `more`: how many are left out at its end."""

    title: str
    papers: tuple[PaperEntry, ...] = ()
    lines: tuple[ChangeLine, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class ChangesShown:
    """Everything that changed. `moved`: how many papers did; `more`: how many of their moves are left out."""

    moved: int
    moves: tuple[Move, ...]
    more: int
    listings: tuple[ChangeList, ...]


class _Names:
    """Titles and addresses by ids: of the survey as it is now and, for what is gone, as it was."""

    def __init__(self, before: Survey, now: Survey, link: Link) -> None:
        self._link = link
        self._placements = now.placing.placements
        self._now = {place.id: place for place in now.taxonomy.walk()}
        self._all = {**{place.id: place for place in before.taxonomy.walk()}, **self._now}
        self._papers = {paper.id: paper.title for survey in (before, now) for paper in survey.library.papers}
        self._present = {paper.id for paper in now.library.papers}

    def facet(self, id: str) -> str:
        return next((place.facet.title for place in self._all.values() if place.facet.id == id), id)

    def category(self, id: CategoryId) -> tuple[str, str]:
        """Its title, and its address, which is empty where it has no page any more."""
        title = self._all[id].category.title if id in self._all else id.category
        return title, self._now[id].url if id in self._now else ""

    def place(self, place: Placement) -> PlaceEntry:
        span = place.reason.span
        title, url = self.category(place.category_id)
        return PlaceEntry(title, url, str(place.reason), str(span), self._link(span))

    def listed(self, listed: ListedPaper) -> PaperEntry:
        """A paper that was added or removed."""
        url = paper_url(listed.id) if listed.id in self._present else ""
        return PaperEntry(self._papers[listed.id], url, tuple(map(self.place, listed.places)))

    def moved(self, moved: Moved) -> PaperEntry:
        stays = any(place.facet == moved.facet for place in self._placements.get(moved.id, ()))
        return PaperEntry(
            self._papers[moved.id],
            paper_url(moved.id),
            tuple(map(self.place, moved.joined)),
            tuple(map(self.place, moved.left)),
            nowhere="" if stays else self.facet(moved.facet),
        )

    def way(self, left: Sequence[Placement], joined: Sequence[Placement]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The titles of the categories in a heading, with their ids where two have the same title."""
        came, went = ({self.category(p.category_id)[0] for p in places} for places in (left, joined))

        def name(place: Placement) -> str:
            title, _ = self.category(place.category_id)
            return f"{title} ({place.category})" if title in came & went else title

        return tuple(map(name, left)), tuple(map(name, joined))


def shown(changes: Changes, before: Survey, now: Survey, link: Link) -> ChangesShown:
    """The changes from one state to the other; `link` opens a place in the editor."""
    names = _Names(before, now, link)
    listings = (
        _papers("Papers added", changes.added, names),
        _papers("Papers removed", changes.removed, names),
        _lines("Papers renamed", [_renamed_paper(renamed) for renamed in changes.renamed]),
        _lines("Papers corrected", [line for paper in changes.corrected for line in _corrected_paper(paper)]),
        _lines("Categories", list(_categories(changes, names))),
        _lines("Addresses", list(_addresses(changes.addresses))),
    )
    return ChangesShown(
        moved=len({moved.id for moved in changes.moved}),
        moves=tuple(_moves(changes.moved[:MOST], names)),
        more=_left_out(changes.moved),
        listings=tuple(listing for listing in listings if listing.papers or listing.lines),
    )


def _moves(moved: Iterable[Moved], names: _Names) -> Iterator[Move]:
    """The papers that moved, those that went the same way together."""
    ways: dict[tuple[str, tuple[str, ...], tuple[str, ...]], list[PaperEntry]] = {}
    for each in moved:
        ways.setdefault((each.facet, *names.way(each.left, each.joined)), []).append(names.moved(each))
    for (facet, left, joined), entries in ways.items():
        yield Move(names.facet(facet), left, joined, tuple(entries))


def _papers(title: str, listed: Sequence[ListedPaper], names: _Names) -> ChangeList:
    papers = tuple(map(names.listed, listed[:MOST]))
    return ChangeList(title, papers=papers, more=_left_out(listed))


def _lines(title: str, lines: Sequence[ChangeLine]) -> ChangeList:
    return ChangeList(title, lines=tuple(lines[:MOST]), more=_left_out(lines))


def _left_out(items: Sequence[object]) -> int:
    return max(0, len(items) - MOST)


def _renamed_paper(renamed: Renamed) -> ChangeLine:
    return ChangeLine(f"{renamed.before} →", renamed.after, paper_url(renamed.after), renamed.title)


def _corrected_paper(paper: Corrected) -> Iterator[ChangeLine]:
    for value in paper.values:
        aside = f"{value.field}: {value.before} → {value.after}"
        yield ChangeLine("", paper.title, paper_url(paper.id), aside.replace("`", "'"))


def _categories(changes: Changes, names: _Names) -> Iterator[ChangeLine]:
    def line(event: str, category: CountedCategory, aside: str) -> ChangeLine:
        _, url = names.category(CategoryId(category.facet, category.id))
        return ChangeLine(f"{event} {names.facet(category.facet)}:", category.title, url, aside)

    for category in changes.categories_added:
        yield line("added to", category, counted(category.papers))
    for category in changes.categories_removed:
        yield line("removed from", category, f"had {counted(category.papers)}")
    for category in changes.categories_emptied:
        yield line("empty now in", category, f"had {counted(category.papers)}")
    for renamed in changes.categories_renamed:
        _, url = names.category(CategoryId(renamed.facet, renamed.after))
        yield ChangeLine(f"{names.facet(renamed.facet)}: {renamed.before} →", renamed.after, url, renamed.title)
    for retitled in changes.categories_retitled:
        _, url = names.category(CategoryId(retitled.facet, retitled.id))
        yield ChangeLine(f"{names.facet(retitled.facet)}: {retitled.before} →", retitled.after, url)
    for moved in changes.categories_moved:
        title, url = names.category(CategoryId(moved.facet, moved.id))
        now, was = (f"below {parent}" if parent else "at the top level" for parent in (moved.after, moved.before))
        yield ChangeLine(f"{names.facet(moved.facet)}:", title, url, f"is {now}, and was {was}")


def _addresses(changed: Sequence[ChangedAddress]) -> Iterator[ChangeLine]:
    """Lost addresses first; those of lists are only counted."""
    for each in changed:
        if each.is_lost:
            yield ChangeLine(f"/{each.url}", "is lost", aside=how_to_fix(each).removeprefix("; "), lost=True)
    for each in changed:
        if each.leads_to:
            yield ChangeLine(f"/{each.url} redirects to", f"/{each.leads_to}", each.leads_to)
    beside = sum(not each.is_lost and not each.leads_to for each in changed)
    if beside:
        yield ChangeLine(f"and {counted(beside, 'address')} of feeds, tables and further pages of lists", "")
