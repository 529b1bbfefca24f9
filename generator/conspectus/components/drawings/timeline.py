"""A timeline: how many papers each year has, as bars with their figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

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

Address = Callable[[tuple[int, ...]], str]
"""The url, below the root, at which the papers of some years are shown."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar in pixels of the drawing. `label` is its year (`2024`) or its years (`2020–24`).

    `years` are those of them that have papers; `url` is where these are shown, empty where nothing is to be shown.
    """

    label: str
    years: tuple[int, ...]
    url: str
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
    """The drawing, `base` being the line the bars stand on, and what it says as a list."""

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


def timeline(years: Mapping[int | None, int], address: Address | None = None) -> Timeline | None:
    """Draw papers by year, from the first year to the last, empty ones too; None where that is no two years.

    `years`: how many papers each has; under None, how many are without a date.
    So many years that the bars would be too thin stand together by twos, fives, tens … `address` tells where the papers
    of some years are shown, if they are to be linked to.
    """
    undated = years.get(None, 0)
    dated = {year: count for year, count in years.items() if year is not None}
    if len(dated) < 2:
        return None
    step = next((step for step in STEPS if _bins(dated, step) <= MOST_BARS), STEPS[-1])
    bins: dict[int, dict[int, int]] = {year: {} for year in range(min(dated) // step * step, max(dated) + 1, step)}
    for year, count in sorted(dated.items()):
        bins[year // step * step][year] = count
    bars = tuple(_bars(bins, step, address))
    said = ", ".join(f"{bar.label}: {bar.count}" for bar in bars)
    slot = SLOT if step == 1 else WIDE_SLOT
    return Timeline(len(bars) * slot, HEAD + TALLEST + FOOT, HEAD + TALLEST, bars, undated, said)


def _bins(years: Iterable[int], step: int) -> int:
    known = tuple(years)
    return max(known) // step - min(known) // step + 1


def _bars(bins: Mapping[int, Mapping[int, int]], step: int, address: Address | None) -> Iterable[Bar]:
    most = max(sum(counts.values()) for counts in bins.values())
    slot = SLOT if step == 1 else WIDE_SLOT
    width = round(slot * BAR)
    for index, (first, counts) in enumerate(bins.items()):
        count, years = sum(counts.values()), tuple(counts)
        height = max(2, round(TALLEST * count / most)) if count else 0
        label = f"{first}" if step == 1 else f"{first}–{(first + step - 1) % 100:02}"
        x = index * slot + (slot - width) // 2
        url = address(years) if address and years else ""
        yield Bar(label, years, url, count, x, HEAD + TALLEST - height, width, height)
