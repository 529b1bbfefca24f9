"""A facet extended by what a newer export files its papers in: headings or collections that it has no category for, and
papers that are new in one of them. What is in the file stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from conspectus.curation import categories, outline, tree_moves
from conspectus.curation.outline import DEEPEST, Group, Node
from conspectus.model.identifiers import slug
from conspectus.model.paper import Paper
from conspectus.model.taxonomy import Category, Facet
from conspectus.text.folding import folded
from conspectus.yaml_edit import Draft, Sheet
from conspectus.yaml_edit.sheet import read

Path = tuple[Category, ...]
"""Categories from the top down."""


class Filing(NamedTuple):
    """A paper, and a group that it is in since this export."""

    paper: Paper
    group: Group


@dataclass(frozen=True, slots=True)
class Extension:
    """The draft with the facet extended; the ids and titles of the new categories, the papers placed in any category,
    and those that stay out because the curator decided so, each with the category's id. `is_first`: whether the facet
    had no category before."""

    draft: Draft
    made: tuple[tuple[str, str], ...] = ()
    placed: tuple[tuple[str, str], ...] = ()
    left: tuple[tuple[str, str], ...] = ()
    is_first: bool = False


def is_empty(draft: Draft, facet: Facet) -> bool:
    """Whether a facet's file has no category yet, as one that `conspectus new` writes."""
    return tree_moves.below(draft.sheet(facet.span.file), None).number == 0


def filled(draft: Draft, facet: Facet, nodes: Sequence[Node]) -> Extension:
    """The facet, which has none, with these categories; its title and comments stay."""
    return _planted(Extension(draft, is_first=True), facet, None, nodes, ())


def extended(
    draft: Draft,
    facet: Facet,
    filings: Iterable[Filing],
    every: Iterable[Group],
    is_in: Callable[[str, Category], bool],
    names: Callable[[str, Paper], bool],
) -> Extension:
    """The facet with categories for the groups of new filings, and their papers pinned there.

    `every`: all groups of the library, which tell what headings at its top the facet left out; `is_in`: whether a
    paper, by its id, is in a category already; `names`: whether a name is a paper's.
    """
    places = Places(facet, every)
    done, fresh = Extension(draft), dict[str | None, Node]()
    for paper, group in filings:
        path, rest = places.find(group)
        home = path[-1] if path else None
        if rest:
            node = fresh.setdefault(home.id if home else None, Node(""))
            for title in rest:
                node = node.child(title)
            if not any(known is paper for known in node.papers):
                node.papers.append(paper)
        elif home and not is_in(paper.id, home) and (paper.id, home.id) not in done.placed:
            done = _pinned(done, facet, paper, home, names)
    taken = {id for each, _ in facet.walk() for id in (each.id, *(was.rpartition("/")[2] for was in each.was))}
    for parent, root in fresh.items():
        done = _planted(done, facet, parent, list(root.below.values()), taken)
    return done


class Places:
    """Where the groups of a library are in a facet."""

    def __init__(self, facet: Facet, every: Iterable[Group]) -> None:
        self.facet = facet
        self.above = {group[:n] for group in every if (n := self._left_out(group))}

    def find(self, group: Group) -> tuple[Path, Group]:
        """The categories of a group that are there, and the titles of those that are not."""
        path: Path = ()
        if not self._top(group[0]):
            group = next((group[len(above) :] for above in self.above if group[: len(above)] == above), group)
        titles = list(group[:DEEPEST])
        while titles and (found := _titled(path[-1].children, titles[0]) if path else self._top(titles[0])):
            path, titles = (*path, found), titles[1:]
        return path, tuple(titles)

    def home(self, group: Group) -> Category | None:
        """The category of a group, if it is there."""
        path, rest = self.find(group)
        return path[-1] if path and not rest else None

    def _left_out(self, group: Group) -> int:
        """How many titles at a group's top have no category, though the next one has one at the facet's top."""
        if self._top(group[0]):
            return 0
        return next((n for n in range(1, len(group)) if _titled(self.facet.categories, group[n])), 0)

    def _top(self, title: str) -> Category | None:
        """A category at the top, else the only one of that name elsewhere: the curator may have moved it."""
        if found := _titled(self.facet.categories, title):
            return found
        moved = [each for each, _ in self.facet.walk() if _is_called(each, title)]
        return moved[0] if len(moved) == 1 else None


def _titled(present: Sequence[Category], title: str) -> Category | None:
    return next((each for each in present if _is_called(each, title)), None)


def _is_called(category: Category, title: str) -> bool:
    """Whether a heading is a category's, whose title the curator may have edited."""
    ids = (category.id, *category.was)
    return folded(category.title) == folded(title) or slug(title, 60) in ids


def _added(block: tree_moves.Block, parent: str | None, sheet: Sheet) -> Sheet:
    return tree_moves.planted(sheet, block, tree_moves.below(sheet, parent))


def _pinned(
    done: Extension, facet: Facet, paper: Paper, category: Category, names: Callable[[str, Paper], bool]
) -> Extension:
    decided = facet.id in dict(paper.work.place)
    if decided or any(names(reference.id, paper) for reference in category.excepted):
        return replace(done, left=(*done.left, (paper.id, category.id)))

    def change(sheet: Sheet) -> Sheet:
        title = paper.title.as_text()
        return categories.with_paper(sheet, category.id, "papers", paper.id, lambda name: names(name, paper), title)

    draft = done.draft.edited(facet.span.file, change)
    return replace(done, draft=draft, placed=(*done.placed, (paper.id, category.id)))


def _planted(
    done: Extension, facet: Facet, parent: str | None, nodes: Sequence[Node], taken: Collection[str]
) -> Extension:
    """With new categories, and all below them, at the end of those below `parent`."""
    ids = outline.ids(nodes, {*taken, *(id for id, _ in done.made)}, parent or "")
    draft = done.draft
    for node in nodes:
        written = read("categories:\n" + "\n".join(outline.lines(node, ids, 2)) + "\n", facet.span.file)
        block = tree_moves.taken_whole(written)
        draft = draft.edited(facet.span.file, partial(_added, block, parent))
    every = [each for node in nodes for each in node.walk()]
    return replace(
        done,
        draft=draft,
        made=(*done.made, *((ids[id(each)], each.title) for each in every)),
        placed=(*done.placed, *((paper.id, ids[id(each)]) for each in every for paper in each.papers)),
    )
