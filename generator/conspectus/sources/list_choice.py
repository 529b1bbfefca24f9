"""Which entries of a list are papers, and why the others are not: each is judged beside all others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from conspectus.model.identifiers import normal_title
from conspectus.model.paper import Dropped, Exclusion, Record
from conspectus.sources import list_links
from conspectus.sources.list_sections import Section

MOSTLY_PAPERS = 0.5
"""A list whose entries link to papers at least so often may have others that link to code or a project alone."""

VIDEO = "it links to a video alone"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that may be a paper. `certain`: it links to one, or is written as one is cited; `described`: its link
    is followed by a sentence on what it is, as lists introduce tools."""

    line: int
    record: Record
    section: Section
    certain: bool
    described: bool
    remark: str = ""

    @property
    def top(self) -> str:
        """The heading at the top of those it stands under."""
        return "".join(self.section.path[:1])

    @property
    def title(self) -> str:
        return self.record.work.title.source if self.record.work.title else ""


class Choice(NamedTuple):
    """The records of the candidates that are papers, the others with the reason, and how many papers are announced as
    news and stand in the list itself."""

    records: Sequence[Record]
    dropped: Sequence[Dropped]
    announced: int


def chosen(candidates: Sequence[Candidate]) -> Choice:
    """Which candidates are taken, and why the others are not."""
    open_ones = [one for one in candidates if not one.section.left_out]
    mostly = {top for top in {one.top for one in open_ones} if _mostly([one for one in open_ones if one.top == top])}
    everywhere = _mostly(open_ones)
    known = {key for one in open_ones if not one.section.announcing for key in _keys(one.record)}
    records: list[Record] = []
    dropped: list[Dropped] = []
    announced = 0
    for one in candidates:
        if one.section.left_out and not one.certain:
            continue
        if one.section.announcing and known.intersection(_keys(one.record)):
            announced += 1
        elif why := _reason(one, everywhere or one.top in mostly):
            kind = Exclusion.ABOUT_THE_LIST if one.section.left_out else Exclusion.NOT_A_PAPER
            dropped.append(Dropped(one.title, one.record.span, why, kind))
        else:
            records.append(one.record)
    return Choice(records, dropped, announced)


def _mostly(some: list[Candidate]) -> bool:
    return sum(one.certain for one in some) >= MOSTLY_PAPERS * len(some)


def _reason(one: Candidate, mostly: bool) -> str:
    """Why a candidate is not taken; empty where it is."""
    if one.section.left_out:
        return f"it stands under `{one.section.left_out}`, where the list speaks of itself"
    if one.certain:
        return ""
    if one.record.work.urls and all(link.kind == "video" for link in one.record.work.urls):
        return VIDEO
    if one.described:
        return "its link leads to no paper and is followed by a description, as of a tool or a website"
    return "" if mostly else "its link leads to no paper that its address or text would tell"


def _keys(record: Record) -> Iterator[str]:
    if record.work.arxiv:
        yield record.work.arxiv
    yield from (link.url for link in record.work.urls if list_links.is_paper([link]))
    if record.work.title:
        yield normal_title(record.work.title.source)
