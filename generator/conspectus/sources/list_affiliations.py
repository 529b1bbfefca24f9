"""Authors with where they work, as programs of conferences name them: `Ada Wick, Oil University; Bo Oil, Lampworks`."""

from __future__ import annotations

import re

from conspectus.model.people import BODIES
from conspectus.sources.list_names import behind_by, is_name
from conspectus.sources.list_words import NOT_IN_NAMES

PLACES = BODIES | frozenset(
    """
    Academy Center Centre College Corp Department ETH EPFL Faculty Hospital Inc Inc. Institut Institute Laboratories
    Ltd MIT School Schools UC UCLA Universidad Universidade Universita Universität Université Universities Univ Univ.
    """.split()
)
"""Words that the names of places where people work are known by."""

AND = re.compile(r"(?:,\s*|\s+)and\s+")


def without(text: str) -> str:
    """The names alone, between commas; empty where the text is not names with places."""
    groups = [group.strip(" .") for group in behind_by(text).split(";") if group.strip(" .")]
    parts = [_parted(group) for group in groups]
    if not any(is_place(where) for _, where in parts) or not all(names for names, _ in parts):
        return ""
    return ", ".join(name for names, _ in parts for name in names)


def is_place(text: str) -> bool:
    """Whether a word of a text is one by which places are known."""
    return not PLACES.isdisjoint(text.replace(",", " ").replace(";", " ").split())


def _parted(group: str) -> tuple[list[str], str]:
    """The names in a group, and the place behind them; no names where it does not begin with some."""
    first = AND.search(group)
    if first and all(map(_is_whole, head := _names(group[: first.start()]))):
        last, _, where = group[first.end() :].partition(",")
        if _is_whole(last.strip()):
            return [*head, last.strip()], where.strip()
    parts = _names(group)
    count = next((n for n, part in enumerate(parts) if not _is_whole(part)), len(parts))
    return parts[:count], ", ".join(parts[count:])


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",")]


def _is_whole(name: str) -> bool:
    """Whether it is a name in two parts or more, and no place."""
    words = name.split()
    return (
        len(words) > 1 and is_name(name) and PLACES.isdisjoint(words) and NOT_IN_NAMES.isdisjoint(name.lower().split())
    )
