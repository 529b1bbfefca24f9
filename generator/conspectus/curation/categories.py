"""Edits of a category: the papers it always or never has, its id and its former ids."""

from __future__ import annotations

from collections.abc import Callable

from conspectus.curation.records import with_former
from conspectus.located import Mapping, Node, Scalar, Sequence
from conspectus.model.taxonomy import CATEGORY
from conspectus.yaml_edit import styles
from conspectus.yaml_edit.edit import EditError
from conspectus.yaml_edit.entries import with_item, without_item
from conspectus.yaml_edit.rewording import with_scalars
from conspectus.yaml_edit.sheet import Sheet, Way, texts

Names = Callable[[str], bool]

OTHER = {"papers": "except", "except": "papers"}
"""The keys under which a category lists papers that it always or never has."""


def with_paper(sheet: Sheet, category: str, key: str, paper: str, names: Names, title: str = "") -> Sheet:
    """The category lists the paper under one of these keys, with its title beside it, and no longer under the other.
    `names`: whether a name is the paper's."""
    sheet = without_paper(sheet, category, OTHER[key], names, title)
    way = way_of(sheet, category)
    if any(map(names, listed(sheet, way, key))):
        return sheet
    return with_item(sheet, way, key, paper, CATEGORY.names, styles.comment(title))


def without_paper(sheet: Sheet, category: str, key: str, names: Names, title: str = "") -> Sheet:
    """The category no longer lists the paper that has these names and this title under this key."""
    way = way_of(sheet, category)
    for name in filter(names, listed(sheet, way, key)):
        sheet = without_item(sheet, way, key, name, styles.comment(title))
    return sheet


def with_id(sheet: Sheet, category: str, id: str) -> Sheet:
    """The category with another id; the old one is added to `was`."""
    way = way_of(sheet, category)
    return with_scalars(with_former(sheet, way, category, id, CATEGORY.names), {(*way, "id"): id})


def with_facet(sheet: Sheet, category: str, before: str, after: str) -> Sheet:
    """The category as it may be moved to another facet: its present and former ids are added to `was`, with the facet
    they belong to.
    """
    way = way_of(sheet, category)
    for number, id in reversed(list(enumerate(listed(sheet, way, "was")))):
        if "/" not in id:
            at: Way = (*way, "was") if isinstance(sheet.at((*way, "was")), Scalar) else (*way, "was", number)
            sheet = with_scalars(sheet, {at: f"{before}/{id}"})
    return with_former(sheet, way, f"{before}/{category}", f"{after}/{category}", CATEGORY.names)


def way_of(sheet: Sheet, category: str) -> Way:
    """The way to a category in a facet's file. EditError if there is none with this id."""

    def seek(listed: Node | None, way: Way) -> Way | None:
        for number, item in enumerate(listed.items if isinstance(listed, Sequence) else ()):
            if isinstance(item, Mapping):
                named = item.get("id")
                if isinstance(named, Scalar) and named.text.strip() == category:
                    return (*way, number)
                if found := seek(item.get("children"), (*way, number, "children")):
                    return found
        return None

    root = sheet.root
    found = seek(root.get("categories"), ("categories",)) if isinstance(root, Mapping) else None
    if found is None:
        raise EditError(f"{sheet.path} no longer has a category {category!r}", "try again")
    return found


def listed(sheet: Sheet, way: Way, key: str) -> list[str]:
    """What a category lists under `papers`, `except` or `was`."""
    return texts(sheet.get((*way, key)))
