"""Figures as a table in Markdown."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from measuring import Run

MODES = {
    "cold": "into an empty folder",
    "again": "again, nothing changed",
    "record": "one record changed",
    "note": "one note changed",
    "rule": "one rule changed",
}


class Row(NamedTuple):
    """What was measured in all rounds: `pages` is the page set, `mode` a key of MODES."""

    papers: int
    pages: str
    name: str
    mode: str


Figures = Mapping[Row, Sequence[Run]]

LIMIT = "the limit"
"""The same bytes, written from memory."""

HEAD = (
    "| papers | pages | by | build | seconds | range | CPU s | MiB | × Hugo | × Hugo, lean | × limit |\n"
    "|---:|---|---|---|---:|---:|---:|---:|---:|---:|---:|"
)


def median(runs: Iterable[Run], by: str = "seconds") -> float:
    """The median of what a field of the runs says."""
    return statistics.median(getattr(run, by) for run in runs)


def table(figures: Figures, by: str) -> Iterator[str]:
    """The table's lines. Ratios are of medians, of `seconds` or `cpu`; × Hugo is to its own cold build of the same
    pages, × Hugo, lean to that of the lean pages, × limit to the same bytes written from memory."""
    yield HEAD
    for row, runs in figures.items():
        others = (Row(row.papers, row.pages, "Hugo", "cold"), Row(row.papers, "lean", "Hugo", "cold"))
        ratios = [_ratio(figures, row, other, by) for other in (*others, Row(row.papers, row.pages, LIMIT, "cold"))]
        seconds = [run.seconds for run in runs]
        cells = (
            f"{row.papers:,}",
            row.pages,
            row.name,
            MODES[row.mode],
            _short(median(runs)),
            f"{_short(min(seconds))} to {_short(max(seconds))}",
            _short(median(runs, "cpu")),
            f"{max(run.mib for run in runs):.0f}" if row.name != LIMIT else "",
            *ratios,
        )
        yield f"| {' | '.join(cells)} |"


def _ratio(figures: Figures, row: Row, other: Row, by: str) -> str:
    if other not in figures or other == row:
        return ""
    return f"{median(figures[row], by) / max(median(figures[other], by), 1e-9):.2f}"


def _short(seconds: float) -> str:
    return f"{seconds:.2f}" if seconds < 100 else f"{seconds:.0f}"
