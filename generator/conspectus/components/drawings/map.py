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

MANY = 32
"""From so many categories on, a map has all of its height; with fewer it would be a screen of empty boxes."""

SIZES = (17, 15)
"""Sizes of type tried for a category's name, in pixels. No text of a page is smaller than 14.5 pixels."""

HEADING = 15
BOLD = 1.1
"""How much wider bold type runs."""

WIDTHS = {
    **dict.fromkeys("fijlrtI.,:;'’-()/|! ", 0.36),
    **dict.fromkeys("acekszvxy0123456789", 0.5),
    **dict.fromkeys("bdghnopqu", 0.55),
    **dict.fromkeys("mwMW@%—…", 1.0),
}
"""How wide letters are in Source Sans at most, as part of its size. Others of its alphabet are less than `OTHERS`."""

OTHERS = 0.68
SQUARE = 0x1100
"""Scripts from here on have letters as wide as they are high."""

BETWEEN = r"(?<=[\u3001\u3002\u3040-\u30ff\u3400-\u9fff\uff0c\uff1a])(?=\w)|(?<=\w)(?=[\u3040-\u30ff\u3400-\u9fff])"
"""Before and after letters of Chinese and Japanese, which put no spaces between words."""

BREAK = re.compile(rf"(?<=\w-)(?=\w)|{BETWEEN}")
CUT = re.compile(rf"[\s,;:.]+(?=\S)|{BETWEEN}")
"""Where a name is broken into lines, besides its spaces; and where what has no room is cut off."""


LEADING = 1.25
PADDING = 6
FRAME = 3
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
    """A category's rectangle. `frame`: others lie in it; `size`: of its type; `figure`: its count, where it fits.

    `turned`: the text runs downward, its lines placed from the upper right corner as if that were the upper left.
    Without a line, only who points at it learns its name, and the list below the map says it.
    """

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
    turned: bool


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
    share = min(1, sum(map(_leaves, areas)) / MANY)
    return {
        name: Map(width, round(height * share), tuple(_tiles(areas, Rect(0, 0, width, round(height * share)))))
        for name, (width, height) in sizes.items()
    }


def _leaves(area: Area) -> int:
    return sum(map(_leaves, area.parts)) or 1


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
        room = rect.width - 2 * PADDING
        beside = room - ems(f" {area.count}") * HEADING  # the count stands behind the last line
        heading = _wrapped(area.title, beside / (HEADING * BOLD)) or _wrapped(area.title, room / (HEADING * BOLD))
        top = PADDING + len(heading) * HEADING * LEADING + FRAME
        inner = rect.inset(FRAME, top)
        roomy = inner.width >= SMALLEST[0] and inner.height >= SMALLEST[1]
        if area.parts and heading and len(heading) <= MOST_HEADING_LINES and roomy:
            yield _tile(area, rect, size=HEADING, lines=heading, frame=True)
            yield from _tiles(area.parts, inner)
        else:
            turned, size, lines = _fitting(area.title, rect)
            yield _tile(area, rect, size=size, lines=lines, turned=turned)


def _tile(
    area: Area, rect: Rect, *, size: int, lines: tuple[str, ...], frame: bool = False, turned: bool = False
) -> Tile:
    x, y = round(rect.x), round(rect.y)
    width, height = round(rect.x + rect.width) - x, round(rect.y + rect.height) - y
    within = Rect(0, 0, height, width) if turned else Rect(x, y, width, height)
    placed = tuple(
        Line(round(within.x + PADDING), round(within.y + PADDING + size + index * size * LEADING), text)
        for index, text in enumerate(lines)
    )
    figure = _figure(area, within, frame=frame, size=size, lines=lines) if lines else None
    return Tile(x, y, width, height, area.title, area.count, area.url, frame, size, placed, figure, turned)


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


def _fitting(title: str, rect: Rect) -> tuple[bool, int, tuple[str, ...]]:
    """Whether a title is turned, its type and its lines: upright if it can be, with room for the count below if it can
    be, whole in the largest type, else as many words as the smallest has room for; none if not even the first has
    room."""
    upright, turned = rect, Rect(0, 0, rect.height, rect.width)
    for room, count in (upright, 1), (upright, 0), (turned, 1), (turned, 0):
        for size in SIZES:
            lines = _wrapped(title, (room.width - 2 * PADDING) / size)
            if lines and len(lines) <= _room(room, size) - count:
                return room is turned, size, lines
        if lines := _cut(title, (room.width - 2 * PADDING) / SIZES[-1], _room(room, SIZES[-1]) - count):
            return room is turned, SIZES[-1], lines
    return False, SIZES[-1], ()


def _room(rect: Rect, size: int) -> int:
    """How many lines there is room for."""
    return int((rect.height - PADDING * 1.5) // (size * LEADING))


def _cut(title: str, most: float, room: int) -> tuple[str, ...]:
    """The first words of a title, in so many lines of so many ems, with an ellipsis; nothing if the first is wider."""
    for end in reversed([found.start() for found in CUT.finditer(title)]):
        lines = _wrapped(f"{title[:end]}…", most)
        if lines and len(lines) <= room:
            return lines
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
    return WIDTHS.get(letter, OTHERS if ord(letter) < SQUARE else 1.0)
