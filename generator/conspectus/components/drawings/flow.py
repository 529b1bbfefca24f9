"""How the papers came together, as a flow diagram of this build's own figures.

Its boxes are those of a PRISMA 2020 statement (prisma-statement.org) as far as a survey by rules has them: what was
read, what was left out or merged and why, what remains, and where it was placed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from conspectus.catalog import Catalog

LINE = 22
PADDING = 12
WIDTH = 330
GAP = 44
ASIDE = WIDTH + 60
MOST_REASONS = 6
"""How many sources or reasons a box names before it says “and others”."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box with its text, in pixels of the drawing; the first line is its heading."""

    x: int
    y: int
    width: int
    height: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Arrow:
    """A straight arrow."""

    x1: int
    y1: int
    x2: int
    y2: int


@dataclass(frozen=True, slots=True)
class Flow:
    """The drawing, and what it says as a sentence for those who don't see it.

    `months`, `years`: of how many papers the month was taken from the arXiv id, and the year from the listing.
    """

    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    said: str
    months: int
    years: int


def flow(catalog: Catalog) -> Flow:
    """Draw the flow of a survey."""
    stages = tuple(_stages(catalog))
    boxes: list[Box] = []
    arrows: list[Arrow] = []
    y = 1
    for main, aside in stages:
        if boxes:
            arrows.append(Arrow(WIDTH // 2, y - GAP, WIDTH // 2, y - 3))
        box = _box(1, y, main)
        boxes.append(box)
        bottom = y + box.height
        if aside:
            beside = _box(ASIDE, y, aside)
            boxes.append(beside)
            middle = y + min(box.height, beside.height) // 2
            arrows.append(Arrow(WIDTH + 1, middle, ASIDE - 3, middle))
            bottom = max(bottom, y + beside.height)
        if main is not stages[-1][0] and bottom > y + box.height:
            arrows.append(Arrow(WIDTH // 2, y + box.height, WIDTH // 2, bottom))
        y = bottom + GAP
    said = "; ".join(", ".join(lines) for stage in stages for lines in stage if lines)
    dates = Counter(paper.work.date.inferred for paper in catalog.newest if paper.work.date)
    inferred = dates.total() - dates[None]
    months = dates["arxiv id"]
    return Flow(ASIDE + WIDTH + 2, y - GAP + 2, tuple(boxes), tuple(arrows), said, months, inferred - months)


def _box(x: int, y: int, lines: tuple[str, ...]) -> Box:
    return Box(x, y, WIDTH, len(lines) * LINE + PADDING, lines)


def _stages(catalog: Catalog) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Each stage's own box, and the box beside it for what leaves there (empty if nothing does)."""
    survey, gettext = catalog.survey, catalog.language.gettext
    library = survey.library
    dropped = [*(item for reading in survey.readings for item in reading.dropped), *library.dropped]
    read = sum(len(reading.records) + len(reading.dropped) for reading in survey.readings)
    listed = Counter(name for paper in library.papers for name in paper.work.listed)
    formats = Counter({reading.format: 0 for reading in survey.readings})
    for reading in survey.readings:
        formats[reading.format] += len(reading.records) + len(reading.dropped)
    if listed:
        entries = gettext("Entries in listings: %(count)s", count=listed.total())
        yield (entries, gettext("listings: %(count)s", count=len(listed))), ()
    excluded = gettext("Records excluded: %(count)s", count=len(dropped))
    yield (
        (gettext("Records read: %(count)s", count=read), *_counted(catalog, formats)),
        ((excluded, *_counted(catalog, Counter(item.kind for item in dropped))) if dropped else ()),
    )
    merged = read - len(dropped) - len(library.papers)
    yield (
        (
            gettext("Unique papers: %(count)s", count=len(library.papers)),
            gettext("duplicates merged: %(count)s", count=max(merged, 0)),
        ),
        ((gettext("Possible duplicates, not merged: %(count)s", count=len(library.apart)),) if library.apart else ()),
    )
    unplaced = len(catalog.unplaced())
    kinds = Counter(place.reason.kind for paper in library.papers for place in catalog.placements(paper.id))
    names = {
        "rule": gettext("by a rule"),
        "pin": gettext("by the editor, in the category"),
        "curator": gettext("by the editor, in the record"),
    }
    yield (
        (
            gettext("Classified papers: %(count)s", count=len(library.papers) - unplaced),
            gettext("placements: %(count)s", count=kinds.total()),
            *_counted(catalog, Counter({names[kind]: count for kind, count in kinds.items()})),
        ),
        ((gettext("Unclassified papers: %(count)s", count=unplaced),) if unplaced else ()),
    )


def _counted(catalog: Catalog, counter: Counter[str]) -> Iterable[str]:
    ordered = sorted(counter.items(), key=lambda item: (-item[1], item[0]))
    for name, count in ordered[:MOST_REASONS]:
        yield f"{_short(catalog.language.gettext(name))}: {catalog.language.number(count)}"
    if len(ordered) > MOST_REASONS:
        others = sum(count for _, count in ordered[MOST_REASONS:])
        yield catalog.language.gettext("others: %(count)s", count=others)


def _short(name: str) -> str:
    return name if len(name) <= 34 else f"{name[:33]}…"
