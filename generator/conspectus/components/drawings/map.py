"""The map of a facet: its categories as a treemap sized by papers, with as much text as fits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from conspectus.catalog import Catalog
from conspectus.components.drawings.treemap import Rect, squarify
from conspectus.model.taxonomy import Category, Facet

WIDE = (1120, 860)
MEDIUM = (780, 1240)
TALL = (352, 2400)
"""Width and height of the drawings for wide, middling and narrow screens, in pixels; shown at this width or more."""

SIZES = (17, 15)
"""Sizes of type tried for a category's name, in pixels. No text of a page is smaller than 14.5 pixels."""

HEADING = 15
BOLD = 1.1
"""How much wider bold type runs."""

THIN = frozenset("fijlrtI.,:;'’-()/|! ")
BROAD = frozenset("mwMW@%—…")
SQUARE = 0x1100
"""Scripts from here on have letters as wide as they are high."""

BREAK = re.compile(r"(?<=\w-)(?=\w)")

LEADING = 1.25
PADDING = 6
FRAME = 3
LEAST = 4
"""How many letters of a word stand for it at least."""

MOST_HEADING_LINES = 3
SMALLEST = (90, 44)
"""What a frame has to hold at least, in pixels; a category with less room is drawn without those in it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, by the left end of its base line."""

    x: int
    y: int
    text: str


@dataclass(frozen=True, slots=True)
class Tile:
    """A category's rectangle. `frame`: others lie in it; `size`: of its type; `figure`: its count, where it fits."""

    x: int
    y: int
    width: int
    height: int
    title: str
    count: int
    url: str
    frame: bool
    size: int
    lines: tuple[Line, ...]
    figure: Line | None


@dataclass(frozen=True, slots=True)
class Map:
    """A drawing; frames come before what lies in them."""

    width: int
    height: int
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """What a tile stands for: a category, or those of its papers that none of its children has."""

    title: str
    url: str
    count: int
    parts: tuple[Area, ...]


def maps(catalog: Catalog, facet: Facet) -> dict[str, Map]:
    """A facet's map by the screens it is for: `wide`, `medium`, `tall`; empty while no category has a paper."""
    areas = tuple(area for category in facet.categories if (area := _area(catalog, facet, category)).count)
    sizes = {"wide": WIDE, "medium": MEDIUM, "tall": TALL} if areas else {}
    return {name: Map(*size, tuple(_tiles(areas, Rect(0, 0, *size)))) for name, size in sizes.items()}


def _area(catalog: Catalog, facet: Facet, category: Category) -> Area:
    papers = catalog.inside(facet, category)
    parts = [_area(catalog, facet, child) for child in category.children]
    parts = [part for part in parts if part.count]
    below = {paper.id for child in category.children for paper in catalog.inside(facet, child)}
    rest = sum(paper.id not in below for paper in papers)
    if parts and rest:
        parts.append(Area(catalog.language.gettext("Other"), facet.url(category), rest, ()))
    return Area(category.title, facet.url(category), len(papers), tuple(parts))


def _tiles(areas: tuple[Area, ...], within: Rect) -> Iterator[Tile]:
    for area, rect in zip(areas, squarify([area.count for area in areas], within), strict=True):
        heading = _wrapped(area.title, (rect.width - 2 * PADDING) / (HEADING * BOLD))
        top = PADDING + len(heading) * HEADING * LEADING + FRAME
        inner = rect.inset(FRAME, top)
        roomy = inner.width >= SMALLEST[0] and inner.height >= SMALLEST[1]
        if area.parts and heading and len(heading) <= MOST_HEADING_LINES and roomy:
            yield _tile(area, rect, frame=True, size=HEADING, lines=heading)
            yield from _tiles(area.parts, inner)
        else:
            size, lines = _fitting(area.title, rect)
            yield _tile(area, rect, frame=False, size=size, lines=lines)


def _tile(area: Area, rect: Rect, *, frame: bool, size: int, lines: tuple[str, ...]) -> Tile:
    x, y = round(rect.x), round(rect.y)
    width, height = round(rect.x + rect.width) - x, round(rect.y + rect.height) - y
    step = size * LEADING
    placed = tuple(
        Line(x + PADDING, round(y + PADDING + size + index * step), text) for index, text in enumerate(lines)
    )
    figure = _figure(area, Rect(x, y, width, height), frame=frame, size=size, lines=lines)
    return Tile(x, y, width, height, area.title, area.count, area.url, frame, size, placed, figure)


def _figure(area: Area, rect: Rect, *, frame: bool, size: int, lines: tuple[str, ...]) -> Line | None:
    """The count: in a frame after its heading, else in a line of its own."""
    said = str(area.count)
    if frame:
        taken = ems(lines[-1]) * size * BOLD + ems(f" {said}") * size
        fits = taken <= rect.width - 2 * PADDING
        y = rect.y + PADDING + size + (len(lines) - 1) * size * LEADING
        return Line(round(rect.x + rect.width - PADDING), round(y), said) if fits else None
    below = PADDING + (len(lines) + 1) * size * LEADING
    fits = below <= rect.height and ems(said) * size <= rect.width - 2 * PADDING
    return (
        Line(round(rect.x + PADDING), round(rect.y + PADDING + size + len(lines) * size * LEADING), said)
        if fits
        else None
    )


def _fitting(title: str, rect: Rect) -> tuple[int, tuple[str, ...]]:
    """The largest type in which a title has room, and its lines; as much of it as the smallest has room for."""
    for size in SIZES:
        lines = _wrapped(title, (rect.width - 2 * PADDING) / size)
        if lines and PADDING + len(lines) * size * LEADING <= rect.height - PADDING / 2:
            return size, lines
    step = SIZES[-1] * LEADING
    room = int((rect.height - PADDING * 1.5) // step)
    return SIZES[-1], _cut(title, (rect.width - 2 * PADDING) / SIZES[-1], room)


def _cut(title: str, most: float, room: int) -> tuple[str, ...]:
    """The beginning of a title, in so many lines of so many ems, with an ellipsis; nothing if that says too little."""
    words = title.split()
    for count in range(len(words) - 1, 0, -1):
        lines = _wrapped(f"{' '.join(words[:count])}…", most)
        if lines and len(lines) <= room:
            return lines
    first = words[0] if words and room > 0 else ""
    for size in range(len(first) - 1, LEAST - 1, -1):
        if ems(f"{first[:size]}…") <= most:
            return (f"{first[:size]}…",)
    return ()


def _wrapped(title: str, most: float) -> tuple[str, ...]:
    """A title in lines of so many ems, broken at spaces and after hyphens; nothing if a piece of it is wider."""
    lines: list[str] = []
    for word in title.split():
        for index, piece in enumerate(BREAK.split(word)):
            if ems(piece) > most:
                return ()
            joined = f"{lines[-1]}{'' if index else ' '}{piece}" if lines else piece
            if lines and ems(joined) <= most:
                lines[-1] = joined
            else:
                lines.append(piece)
    return tuple(lines)


def ems(text: str) -> float:
    """How wide a text is, as part of its size, in Source Sans or a wider typeface that stands in for it."""
    return sum(_em(letter) for letter in text)


def _em(letter: str) -> float:
    if letter in BROAD or ord(letter) >= SQUARE:
        return 1.0
    return 0.38 if letter in THIN else 0.57 if letter.islower() or letter.isdigit() else 0.68
