"""What a page asks to have edited, read from JSON of exactly the shape it must have."""

from __future__ import annotations

from dataclasses import dataclass

from conspectus.located import CONTROL

SHAPES = {
    "place": ("facet", "category"),
    "only": ("facet", "category"),
    "remove": ("facet", "category"),
    "summarize": ("summary",),
}
"""What can be asked for, and what has to be said with it."""


@dataclass(frozen=True, slots=True)
class EditRequest:
    """A paper to be placed in a category too, in it only, or removed from it; or to be summarized in Markdown."""

    do: str
    paper: str
    facet: str = ""
    category: str = ""
    summary: str = ""


def edit_request(data: object) -> EditRequest:
    """A request, from what a page sent. ValueError, saying what is wrong, for anything else."""
    do = data.get("do") if isinstance(data, dict) else None
    if not isinstance(do, str) or do not in SHAPES:
        raise ValueError(f"`do` must be one of {', '.join(SHAPES)}")
    return EditRequest(**texts(data, "do", "paper", *SHAPES[do]))


def texts(data: object, *names: str) -> dict[str, str]:
    """An object that has these keys, no others, and a clean text behind each. ValueError for anything else."""
    if not isinstance(data, dict) or set(data) != set(names):
        raise ValueError(f"expected an object with {', '.join(names)}")
    if wrong := [name for name in names if not isinstance(data[name], str)]:
        raise ValueError(f"`{wrong[0]}` must be text")
    if wrong := [name for name in names if CONTROL.search(data[name])]:
        raise ValueError(f"`{wrong[0]}` contains a control character")
    return {name: data[name] for name in names}
