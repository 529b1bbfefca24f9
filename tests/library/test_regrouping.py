"""Merging time after time: whatever was merged before, the outcome is that of merging from scratch."""

from __future__ import annotations

from dataclasses import replace
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from conspectus.derived import InMemory
from conspectus.library import Merged, merge
from conspectus.library.compared import Compared
from conspectus.model.paper import Authority, Reading
from conspectus.model.when import Date
from conspectus.model.work import Work
from made_up_records import CURATOR, library_of, people, reading, work

TITLES = [
    "Introduction",
    "A Title That Is Long Enough",
    "A Title That Is Long Enogh",
    "A title, that is long enough",
    "A Title That Is Longer",
]
WORKS = st.builds(
    work,
    st.sampled_from([None, *TITLES]),
    arxiv=st.sampled_from([None, None, "2404.00001"]),
    doi=st.sampled_from([None, None, "10.1000/x"]),
    date=st.sampled_from([None, Date(2020), Date(2021)]),
    authors=st.sampled_from([None, people("Ada Bee"), people("Cy Dee")]),
    was=st.sampled_from([(), (), ("x",), ("introduction-2020",)]),
)
RECORDS = st.tuples(st.sampled_from([None, "x", "X", "introduction-2020", "a-title-that-is-long-enough"]), WORKS)
FILES = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from(Authority), st.lists(RECORDS, max_size=5)), max_size=4
).map(lambda files: tuple(reading(path, authority, *records) for path, authority, records in files))


def by_path(readings: tuple[Reading, ...]) -> dict[str, Reading]:
    return {reading.path: reading for reading in readings}


@given(st.lists(FILES, min_size=1, max_size=5))
def test_the_outcome_is_that_of_merging_from_scratch(states: list[tuple[Reading, ...]]) -> None:
    merged = Merged()
    now: dict[str, Reading] = {}
    for state in states:
        now = {**now, **by_path(state)} if state else {}
        merged = merge(now.values(), merged)
        assert merged.library == library_of(now.values())


@given(st.lists(FILES, min_size=2, max_size=4))
def test_so_it_is_where_records_are_compared_with_their_neighbors_alone(states: list[tuple[Reading, ...]]) -> None:
    with patch("conspectus.library.blocking.CROWD", 3), patch("conspectus.library.blocking.NEIGHBORS", 1):
        merged = Merged()
        for state in states:
            merged = merge(by_path(state).values(), merged)
            assert merged.library == library_of(by_path(state).values())


@given(st.lists(FILES, min_size=1, max_size=5))
def test_so_it_is_with_what_earlier_builds_kept(states: list[tuple[Reading, ...]]) -> None:
    with patch("conspectus.library.blocking.CROWD", 3), patch("conspectus.library.blocking.NEIGHBORS", 1):
        memory = InMemory()
        for state in states:
            assert merge(by_path(state).values(), None, memory).library == library_of(by_path(state).values())


@given(WORKS, WORKS, st.sampled_from(Authority))
def test_records_of_which_anything_else_is_compared_have_another_digest(
    one: Work, other: Work, authority: Authority
) -> None:
    first, second = (Compared(reading("a", authority, ("x", each)).records[0]) for each in (one, other))
    assert first.digest != second.digest or first.profile == second.profile


@given(FILES, FILES, FILES)
def test_what_was_merged_stays_what_it_was(
    first: tuple[Reading, ...], one: tuple[Reading, ...], other: tuple[Reading, ...]
) -> None:
    before = merge(by_path(first).values())
    merge({**by_path(first), **by_path(one)}.values(), before)
    readings = {**by_path(first), **by_path(other)}.values()
    assert merge(readings, before).library == library_of(readings)
    assert before.library == library_of(by_path(first).values())


@given(FILES, st.integers(-2, 5), st.integers(0, 5))
def test_records_that_move_in_their_files_are_the_same_papers(
    files: tuple[Reading, ...], lines: int, place: int
) -> None:
    merged = merge(by_path(files).values())
    moved = [
        replace(read, records=(*read.records[:place], *(record.moved(lines) for record in read.records[place:])))
        for read in by_path(files).values()
    ]
    assert merge(moved, merged).library == library_of(moved)


def test_what_no_edit_touches_stays_the_very_same_value() -> None:
    first, second = reading("a.yaml", CURATOR, ("x", work("One"))), reading("b.yaml", CURATOR, ("y", work("Two")))
    before = merge([first, second])
    after = merge([first, reading("b.yaml", CURATOR, ("y", work("Three")))], before)
    assert after.library.papers[0] is before.library.papers[0]
    assert merge([first, second], after).library.papers[0] is before.library.papers[0]
    assert merge([second, first], before).library is before.library


def test_a_paper_whose_record_only_moved_says_the_very_same_work() -> None:
    for it in (work("One"), work("Two", arxiv="2404.00001")):  # the second's date is that of its arXiv id
        (record,) = reading("a.yaml", CURATOR, ("x", it)).records
        before = merge([Reading("a.yaml", "made up", (record,))])
        after = merge([Reading("a.yaml", "made up", (record.moved(7),))], before)
        (old,), (new,) = before.library.papers, after.library.papers
        assert new.work is old.work
        assert new.span.line == old.span.line + 7
        assert after.recomputed[0].made == ()


def test_a_merge_says_which_papers_it_made_again_and_because_of_which_files() -> None:
    first, second = reading("a.yaml", CURATOR, ("x", work("One"))), reading("b.yaml", CURATOR, ("y", work("Two")))
    before = merge([first, second])
    made, removed = merge([first, reading("b.yaml", CURATOR, ("y", work("Three")))], before).recomputed
    assert (made.what, made.made, made.total, made.because) == ("papers merged", ("y",), 2, ("b.yaml",))
    assert removed.made == ()
    assert merge([first], before).recomputed[1].made == ("y",)
    assert merge([first, second], before).recomputed[0].made == ()
