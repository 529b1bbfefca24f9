"""Figures as a drawing: time and memory against the number of papers, on logarithmic axes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from math import ceil, floor, log10
from typing import NamedTuple

from results import LIMIT, Figures, median

WIDTH, HEIGHT, LEFT, TOP, BOTTOM = 360, 260, 56, 30, 40
COLORS = {"Conspectus": "#0b6e5f", "Hugo": "#c2410c", "Eleventy": "#6d28d9", LIMIT: "#6b7280"}
STYLE = (
    "text{font:12px system-ui,sans-serif;fill:#222}.grid{stroke:#ddd}.axis{stroke:#888}"
    "@media(prefers-color-scheme:dark){svg{background:#16181a}text{fill:#ddd}.grid{stroke:#3a3d40}}"
)


class Line(NamedTuple):
    """A line of a panel: what is measured, and its points, papers and figure."""

    name: str
    pages: str
    points: tuple[tuple[float, float], ...]


def drawn(figures: Figures, by: str) -> str:
    """An SVG of the cold builds: full pages as solid lines, lean pages dashed."""
    time = "seconds" if by == "seconds" else "seconds of the processors"
    panels = ((time, list(_lines(figures, by))), ("MiB", list(_lines(figures, "mib"))))
    names = [(line.name, line.pages) for line in panels[0][1]]
    height = HEIGHT + 22 * (ceil(len(names) / 2) + 1)
    parts = [_panel(title, lines, WIDTH * number) for number, (title, lines) in enumerate(panels)]
    for number, (name, pages) in enumerate(names):
        x, y = LEFT + number % 2 * WIDTH, HEIGHT + 22 * (number // 2 + 1)
        parts.append(f'<path d="M{x} {y - 4}h28" {_stroke(name, pages)}/>')
        parts.append(f'<text x="{x + 36}" y="{y}">{escape(f"{name}, {pages} pages")}</text>')
    size = f'viewBox="0 0 {2 * WIDTH} {height}" width="{2 * WIDTH}" height="{height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}><style>{STYLE}</style>{"".join(parts)}</svg>\n'


def _lines(figures: Figures, by: str) -> Iterator[Line]:
    rows = [row for row in figures if row.mode == "cold" and not (by == "mib" and row.name == LIMIT)]
    for name, pages in dict.fromkeys((row.name, row.pages) for row in rows):
        own = sorted(row for row in rows if (row.name, row.pages) == (name, pages))
        points = ((row.papers, max(median(figures[row], by), 0.001)) for row in own)
        yield Line(name, pages, tuple(points))


def _panel(title: str, lines: Sequence[Line], left: int) -> str:
    across = _decades([x for line in lines for x, _ in line.points])
    upward = _decades([y for line in lines for _, y in line.points])

    def at(x: float, y: float) -> tuple[float, float]:
        width, height = WIDTH - LEFT - 20, HEIGHT - TOP - BOTTOM
        return (
            round(left + LEFT + (log10(x) - across[0]) / (across[-1] - across[0]) * width, 1),
            round(HEIGHT - BOTTOM - (log10(y) - upward[0]) / (upward[-1] - upward[0]) * height, 1),
        )

    parts = [f'<text x="{left + LEFT}" y="18">{title}</text>']
    for power in upward:
        (x, y), (end, _) = at(10 ** across[0], 10**power), at(10 ** across[-1], 10**power)
        parts.append(f'<path class="grid" d="M{x} {y}H{end}"/>')
        parts.append(f'<text x="{x - 6}" y="{y + 4}" text-anchor="end">{10**power:,g}</text>')
    for power in across:
        x, y = at(10**power, 10 ** upward[0])
        parts.append(f'<path class="axis" d="M{x} {y}v5"/>')
        parts.append(f'<text x="{x}" y="{y + 20}" text-anchor="middle">{10**power:,}</text>')
    parts.append(f'<text x="{left + WIDTH - 20}" y="{HEIGHT - 2}" text-anchor="end">papers</text>')
    for line in lines:
        points = [at(*point) for point in line.points]
        parts.append(f'<path d="M{" ".join(f"{x} {y}" for x, y in points)}" {_stroke(line.name, line.pages)}/>')
        parts += [f'<circle cx="{x}" cy="{y}" r="3" fill="{COLORS[line.name]}"/>' for x, y in points]
    return "".join(parts)


def _decades(values: Sequence[float]) -> range:
    """The powers of ten from below the least value to above the largest."""
    low, high = floor(log10(min(values))), ceil(log10(max(values)))
    return range(low, max(high, low + 1) + 1)


def _stroke(name: str, pages: str) -> str:
    dashes = ' stroke-dasharray="5 4"' if pages == "lean" else ""
    return f'fill="none" stroke="{COLORS[name]}" stroke-width="2"{dashes}'
