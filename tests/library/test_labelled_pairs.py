"""Pairs labelled by hand as one work or two: none is joined wrongly, and hardly any is missed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from conspectus.model.paper import Library
from conspectus.model.when import Date
from conspectus.model.work import Work
from made_up_records import EXPORT, library_of, people, reading, work

PAIRS = Path(__file__).with_name("labelled_pairs.txt")

Said = tuple[str | None, Work]


def said(line: str) -> Said:
    """The key and the work that a line describes."""
    fields: dict[str, Any] = dict(part.split("=", 1) for part in line.split(" | "))
    if "authors" in fields:
        fields["authors"] = people(*fields["authors"].split("; "))
    if "date" in fields:
        fields["date"] = Date.parse(fields["date"])
    return fields.pop("id", None), work(fields.pop("title"), **fields)


def labelled() -> Iterator[tuple[str, str, Said, Said]]:
    for block in PAIRS.read_text("utf-8").split("\n\n")[1:]:
        heading, first, second = block.strip().splitlines()
        label, _, kind = heading.partition(": ")
        yield label, kind, said(first), said(second)


def merged(first: Said, second: Said) -> Library:
    return library_of([reading("a.bib", EXPORT, first), reading("b.bib", EXPORT, second)])


def test_no_pair_is_joined_wrongly_and_hardly_any_is_missed() -> None:
    wrong, missed, right = Counter[str](), Counter[str](), 0
    for label, kind, first, second in labelled():
        one = len(merged(first, second).papers) == 1
        wrong[kind] += one and label == "two"
        missed[kind] += not one and label == "same"
        right += one and label == "same"
    assert sum(1 for _ in labelled()) >= 500
    assert +wrong == Counter()
    assert right / (right + missed.total()) >= 0.98, +missed


def test_each_join_has_a_reason_and_so_has_each_pair_with_one_title_or_identifier_left_apart() -> None:
    for label, _, first, second in labelled():
        library = merged(first, second)
        assert bool(library.merges) == (len(library.papers) == 1)
        assert all(merge.why for merge in library.merges)
        titles = {str(each.title) for _, each in (first, second)}
        shared = first[1].arxiv and first[1].arxiv == second[1].arxiv
        if label == "two" and (shared or (len(titles) == 1 and titles.isdisjoint({"Editorial", "Book Reviews"}))):
            assert [pair.why for pair in library.apart] != []
