"""Papers over time as bars: of months where there is room for so many, else of quarters, years, five or ten of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from conspectus.language import ENGLISH, Language
from conspectus.model.when import Date

Month = tuple[int, int]
"""A year, and a month from 1; 0 for a month that is not known."""

STEPS = (1, 3, 12, 60, 120)
"""How many months a bar may stand for."""

MOST_BARS = 130
WIDTH = 1080
"""In pixels of the drawing, as are all sizes here."""

TALLEST = 150
HEAD = 20
FOOT = 24
BAR = 0.78
WIDEST = 48
FIGURE = 26
YEAR = 44
"""How much room the figure over a bar takes, and the name of a year below."""

MOST_UNKNOWN = 0.25
"""If of a larger share of the papers the month is not known, no bar stands for less than a year."""


@dataclass(frozen=True, slots=True)
class Bar:
    """The papers of a span of time, with the way to the latest of them. `figured`: its figure stands over it."""

    said: str
    count: int
    url: str
    x: float
    y: int
    width: float
    height: int
    figured: bool

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 1)


class Tick(NamedTuple):
    """Where a year begins; `label` is empty where there is no room for its name."""

    label: str
    x: float


@dataclass(frozen=True, slots=True)
class Bars:
    """The drawing; `base` is the line the bars stand on. `unknown`: papers without a month, which no bar counts."""

    width: int
    height: int
    base: int
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    unknown: int


ListedAt = Callable[[int, int | None], str]
"""Where the papers of a year, or of one of its months, are listed."""


def bars(counts: Mapping[Month, int], listed_at: ListedAt, language: Language = ENGLISH) -> Bars:
    """Draw the papers of each month; of those of which the year alone is known, bars count only whole years."""
    unknown = sum(count for (_, month), count in counts.items() if not month)
    coarse = unknown > MOST_UNKNOWN * sum(counts.values())
    step = next((step for step in STEPS if step >= 12 * coarse and _bins(counts, step) <= MOST_BARS), STEPS[-1])
    spans: dict[int, list[Month]] = defaultdict(list)
    for month in sorted(counts):
        if month[1] or step >= 12:
            spans[_bin(month, step)].append(month)
    totals = Counter({bin: sum(counts[month] for month in months) for bin, months in spans.items()})
    first, last = min(spans), max(spans)
    slot = min(WIDEST, round(WIDTH / (last - first + 1), 2))
    return Bars(
        width=round(slot * (last - first + 1)),
        height=HEAD + TALLEST + FOOT,
        base=HEAD + TALLEST,
        bars=tuple(_drawn(spans, totals, step, slot, listed_at, language)),
        ticks=tuple(_ticks(first, last, step, slot)),
        unknown=0 if step >= 12 else unknown,
    )


def _bin(month: Month, step: int) -> int:
    return (month[0] * 12 + max(month[1], 1) - 1) // step


def _bins(counts: Mapping[Month, int], step: int) -> int:
    return _bin(max(counts), step) - _bin(min(counts), step) + 1


def _drawn(
    spans: Mapping[int, list[Month]],
    totals: Counter[int],
    step: int,
    slot: float,
    listed_at: ListedAt,
    language: Language,
) -> Iterator[Bar]:
    most, first = max(totals.values()), min(spans)
    width = round(max(slot * BAR, 1), 1)
    figured = _figured(totals, step, slot)
    for bin, months in spans.items():
        height = max(2, round(TALLEST * totals[bin] / most))
        year, month = months[-1]
        url = listed_at(year, month if step < 12 else None)
        x = round((bin - first) * slot + (slot - width) / 2, 1)
        yield Bar(
            _said(bin, step, language), totals[bin], url, x, HEAD + TALLEST - height, width, height, bin in figured
        )


def _figured(totals: Counter[int], step: int, slot: float) -> set[int]:
    """The bars with a figure: where there is room all of them, else the highest of each year, or of all."""
    if slot >= FIGURE:
        return set(totals)
    span = max(1, 12 // step) if slot * 12 / step >= FIGURE else len(totals) * 1000
    highest: dict[int, int] = {}
    for bin in sorted(totals):
        best = highest.setdefault(bin // span, bin)
        if totals[bin] > totals[best]:
            highest[bin // span] = bin
    return set(highest.values())


def _said(bin: int, step: int, language: Language) -> str:
    """The span of time of a bar: `September 2025`, `July 2025 – September 2025`, `2025`, `2020–2024`."""
    year, month = divmod(bin * step, 12)
    if step >= 12:
        return str(year) if step == 12 else f"{year}–{year + step // 12 - 1}"
    first, last = (language.date(Date(year, at)) for at in (month + 1, month + step))
    return first if step == 1 else f"{first} – {last}"


def _ticks(first: int, last: int, step: int, slot: float) -> Iterator[Tick]:
    """Where the drawing and the years in it begin; the years are named as often as there is room."""
    per_year = slot * 12 / step
    every = next(every for every in (1, 2, 5, 10, 20, 50, 100, 1000) if every * per_year >= YEAR or every == 1000)
    for year in range(first * step // 12, last * step // 12 + 1):
        starts, ends = ((at * 12 / step - first) * slot for at in (year, year + 1))
        room = min(ends, (last - first + 1) * slot) - max(starts, 0)
        named = year % every == 0 and (room >= YEAR or every > 1)
        yield Tick(str(year) if named else "", round(max(starts, 0), 1))
