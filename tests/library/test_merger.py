"""Merging time after time: whatever was merged before, the outcome is that of merging from scratch."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from conspectus.library import Merger, merge
from conspectus.model.paper import Authority, Library, Paper, Reading
from conspectus.model.when import Date
from made_up_records import CURATOR, people, reading, work

TITLES = ["Introduction", "A Title That Is Long Enough", "A Title That Is Long Enogh", "A title, that is long enough"]
WORKS = st.builds(
    work,
    st.sampled_from([None, *TITLES]),
    arxiv=st.sampled_from([None, None, "2404.00001"]),
    doi=st.sampled_from([None, None, "10.1000/x"]),
    date=st.sampled_from([None, Date(2020), Date(2021)]),
    authors=st.sampled_from([None, people("Ada Bee")]),
    was=st.sampled_from([(), (), ("x",), ("introduction-2020",)]),
)
SAID = st.tuples(st.sampled_from([None, "x", "X", "introduction-2020", "a-title-that-is-long-enough"]), WORKS)
FILES = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from(Authority), st.lists(SAID, max_size=5)), max_size=4
).map(lambda files: tuple(reading(path, authority, *said) for path, authority, said in files))


def is_dated(paper: Paper) -> bool:
    return paper.work.date is not None


def by_path(readings: tuple[Reading, ...]) -> dict[str, Reading]:
    return {reading.path: reading for reading in readings}


@given(st.lists(FILES, min_size=1, max_size=5))
def test_the_outcome_is_that_of_merging_from_scratch(states: list[tuple[Reading, ...]]) -> None:
    merger = Merger()
    now: dict[str, Reading] = {}
    before = Library(())
    for state in states:
        now = {**now, **by_path(state)} if state else {}
        library, expected = merger.merge(now.values()), merge(list(now.values()))
        assert library == expected
        assert list(library.those(is_dated)) == list(expected.those(is_dated)), "also of what was asked before"
        assert library.changed_since(before) >= Library(library.papers).changed_since(before)
        before = library


@given(FILES, st.integers(-2, 5), st.integers(0, 5))
def test_records_that_move_in_their_files_are_the_same_papers(
    files: tuple[Reading, ...], lines: int, place: int
) -> None:
    merger = Merger()
    merger.merge(by_path(files).values()).those(is_dated)
    moved = [
        replace(read, records=(*read.records[:place], *(record.moved(lines) for record in read.records[place:])))
        for read in by_path(files).values()
    ]
    assert merger.merge(moved) == merge(moved)
    assert list(merger.merge(moved).those(is_dated)) == list(merge(moved).those(is_dated))


def test_what_no_edit_touches_stays_the_very_same_value() -> None:
    first, second = reading("a.yaml", CURATOR, ("x", work("One"))), reading("b.yaml", CURATOR, ("y", work("Two")))
    merger = Merger()
    before = merger.merge([first, second])
    after = merger.merge([first, reading("b.yaml", CURATOR, ("y", work("Three")))])
    assert after.papers[0] is before.papers[0]
    assert merger.merge([first, second]).papers[0] is before.papers[0]
    assert merger.merge([first, second]) == before


def test_a_paper_whose_record_only_moved_says_the_very_same_work() -> None:
    (record,) = reading("a.yaml", CURATOR, ("x", work("One"))).records
    merger = Merger()
    (before,) = merger.merge([Reading("a.yaml", "made up", (record,))]).papers
    (after,) = merger.merge([Reading("a.yaml", "made up", (record.moved(7),))]).papers
    assert after.work is before.work
    assert after.span.line == before.span.line + 7
