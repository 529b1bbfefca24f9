"""Title and authors that a listing runs together: `… on PaddlePaddleYulong Ao, Zhihua Wu et al. · baai`.

Nothing marks where the title ends but that a name begins there without a space before it. All places where one could
begin are weighed by how much the rest looks like names, and by how much what is before them looks like a title's end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from conspectus.model.people import EAST_ASIAN
from conspectus.sources.listing_names import GROUP, cost_of_name, cost_of_seam

OTHERS = re.compile(r",?\s+et al\.?$")
JOINT = re.compile(r"(?<=[^\s\-–([{,/&“‘])(?=[^\W\d_])")
"""Where a title may end and a name begin: between two characters, the second a letter."""

SHOWN = 3
"""So many authors a listing names before `et al.`."""

SURE, AHEAD = 1.0, 0.2
"""A split is sure if it costs less than this, and is cheaper than any other by so much."""


@dataclass(frozen=True, slots=True)
class Byline:
    """The parts. `others`: there are more authors; `sure`: whether the end of the title leaves no doubt."""

    title: str
    names: tuple[str, ...]
    others: bool
    organization: str | None
    sure: bool


def split(line: str) -> Byline | None:
    """Tell title, authors and organisation apart; None where nobody's name is found at the end."""
    head, dot, organization = line.rpartition(" · ")
    if dot and not OTHERS.search(organization) and (found := _split(head, organization)):
        return found
    return _split(line, None)


def _split(text: str, organization: str | None) -> Byline | None:
    end = OTHERS.search(text)
    ways = sorted(_ways(text[: end.start()] if end else text, end is not None), key=lambda way: way[0])
    if not ways:
        return None
    cost, title, names = ways[0]
    sure = cost < SURE and all(other - cost >= AHEAD for other, *_ in ways[1:])
    return Byline(title, names, end is not None, organization, sure)


def _ways(text: str, others: bool) -> Iterator[tuple[float, str, tuple[str, ...]]]:
    """All ways to split, with what each costs; one word alone is no list of names, unless it is a group's."""
    parts = text.split(", ")
    behind: tuple[str, ...] = ()
    spent = 0.0
    for at in range(len(parts) - 1, -1, -1):
        odd = 0.4 if others and len(behind) + 1 != SHOWN else 0.0
        for title, name in _joints(parts[at]):
            whole = ", ".join([*parts[:at], title])
            cost, seam = cost_of_name(name, stuck=True), cost_of_seam(whole, name)
            if (
                cost is not None
                and seam is not None
                and any(" " in one or GROUP.search(one) or EAST_ASIAN.fullmatch(one) for one in (name, *behind))
            ):
                inner = 0.8 if " " not in title and _holds_names(parts[:at]) else 0.0
                yield spent + cost + seam + odd + inner, whole, (name, *behind)
        cost = cost_of_name(parts[at], stuck=False)
        if cost is None:
            return
        spent += cost
        behind = (parts[at], *behind)


def _holds_names(before: list[str]) -> bool:
    """Whether the names could begin before, so that a word behind the next comma is a name with inner capitals."""
    for part in reversed(before):
        if any(_is_name(name, stuck=True) for _, name in _joints(part)):
            return True
        if not _is_name(part, stuck=False):
            return False
    return False


def _is_name(text: str, *, stuck: bool) -> bool:
    cost = cost_of_name(text, stuck=stuck)
    return cost is not None and cost < SURE


def _joints(part: str) -> Iterator[tuple[str, str]]:
    for joint in JOINT.finditer(part):
        name = part[joint.start() :]
        if not name[0].islower():
            yield part[: joint.start()], name
