"""A timeline: how many papers each year has, as bars with their figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from conspectus.model.paper import Paper

STEPS = (1, 2, 5, 10, 20, 50, 100)
"""How many years a bar may stand for."""

MOST_BARS = 16
TALLEST = 64
HEAD = 18
FOOT = 22
SLOT = 44
WIDE_SLOT = 60
BAR = 0.64
NARROW = 340
"""What fits on a phone without scrolling, in pixels."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar in pixels of the drawing. `label` is its year (`2024`) or its years (`2020–24`)."""

    label: str
    count: int
    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> int:
        return self.x + self.width // 2


@dataclass(frozen=True, slots=True)
class Timeline:
    """The drawing, `base` being the line the bars stand on, and what it says as a sentence."""

    width: int
    height: int
    base: int
    bars: tuple[Bar, ...]
    undated: int
    said: str

    @property
    def scrolls(self) -> bool:
        """Whether a narrow screen shows only a part of it."""
        return self.width > NARROW


def timeline(papers: Iterable[Paper]) -> Timeline | None:
    """Draw papers by year, from the first year to the last, empty ones too; None where that is no two years.

    So many years that the bars would be too thin stand together by twos, fives, tens …
    """
    years = Counter(paper.work.date.year if paper.work.date else None for paper in papers)
    undated = years.pop(None, 0)
    dated = {year: count for year, count in years.items() if year is not None}
    if len(dated) < 2:
        return None
    step = next((step for step in STEPS if _bins(dated, step) <= MOST_BARS), STEPS[-1])
    counts = Counter(dict.fromkeys(range(min(dated) // step * step, max(dated) + 1, step), 0))
    for year, count in dated.items():
        counts[year // step * step] += count
    bars = tuple(_bars(sorted(counts.items()), step))
    said = ", ".join(f"{bar.label}: {bar.count}" for bar in bars) + (f", without a date: {undated}" if undated else "")
    slot = SLOT if step == 1 else WIDE_SLOT
    return Timeline(len(bars) * slot, HEAD + TALLEST + FOOT, HEAD + TALLEST, bars, undated, f"Papers by year. {said}")


def _bins(years: Iterable[int], step: int) -> int:
    known = tuple(years)
    return max(known) // step - min(known) // step + 1


def _bars(counts: list[tuple[int, int]], step: int) -> Iterable[Bar]:
    most = max(count for _, count in counts)
    slot = SLOT if step == 1 else WIDE_SLOT
    width = round(slot * BAR)
    for index, (year, count) in enumerate(counts):
        height = max(2, round(TALLEST * count / most)) if count else 0
        label = f"{year}" if step == 1 else f"{year}–{(year + step - 1) % 100:02}"
        yield Bar(label, count, index * slot + (slot - width) // 2, HEAD + TALLEST - height, width, height)
