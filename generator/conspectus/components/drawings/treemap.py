"""Squarified treemaps: a rectangle cut into others of given areas, each as near to a square as may be.

After Mark Bruls, Kees Huizing and Jarke J. van Wijk, “Squarified Treemaps”, Data Visualization 2000, pp. 33–42.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in pixels, from its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def area(self) -> float:
        return self.width * self.height

    def inset(self, edge: float, top: float) -> Rect:
        """What is left inside a frame, which is wider at the top; nothing of it is less than nothing."""
        width, height = max(0.0, self.width - 2 * edge), max(0.0, self.height - top - edge)
        return Rect(self.x + edge, self.y + top, width, height)


def squarify(sizes: Sequence[float], within: Rect) -> tuple[Rect, ...]:
    """Cut a rectangle into one for each size, in the order of `sizes`, with areas in their proportions.

    Sizes are above nought. The largest lie at the upper left.
    """
    order = sorted(range(len(sizes)), key=lambda index: (-sizes[index], index))
    scale = within.area / sum(sizes) if sizes else 0
    found: dict[int, Rect] = {}
    row: list[int] = []
    total = 0.0
    left = within
    for index in order:
        area = sizes[index] * scale
        if row:
            first, last, side = sizes[row[0]] * scale, sizes[row[-1]] * scale, min(left.width, left.height)
            if _worst(first, area, total + area, side) > _worst(first, last, total, side):
                left = _lay(row, [sizes[at] * scale for at in row], left, found)
                row, total = [], 0.0
        row.append(index)
        total += area
    if row:
        _lay(row, [sizes[at] * scale for at in row], left, found)
    return tuple(found[index] for index in range(len(sizes)))


def _worst(largest: float, smallest: float, total: float, side: float) -> float:
    """The aspect ratio farthest from a square in a row of areas, laid along a side of this length.

    One of the two outermost areas has it.
    """
    if not (side and total and smallest):
        return float("inf")
    return max(side**2 * largest / total**2, total**2 / (side**2 * smallest))


def _lay(row: Sequence[int], areas: Sequence[float], left: Rect, found: dict[int, Rect]) -> Rect:
    """Lay a row along the shorter side of what is left, and return what is left then."""
    total = sum(areas)
    upright = left.width >= left.height
    side = left.height if upright else left.width
    depth = total / side if side else 0.0
    begin = 0.0
    for index, area in zip(row, areas, strict=True):
        length = side * area / total if total else 0.0
        if upright:
            found[index] = Rect(left.x, left.y + begin, depth, length)
        else:
            found[index] = Rect(left.x + begin, left.y, length, depth)
        begin += length
    if upright:
        return Rect(left.x + depth, left.y, max(0.0, left.width - depth), left.height)
    return Rect(left.x, left.y + depth, left.width, max(0.0, left.height - depth))
