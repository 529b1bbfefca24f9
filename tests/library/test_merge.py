"""Merging as a whole. All papers here are made up."""

from __future__ import annotations

import random
import time
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from conspectus.model.identifiers import is_safe_id
from conspectus.model.paper import Authority, Reading
from conspectus.model.when import Date
from conspectus.model.work import Work
from conspectus.text import Text
from made_up_records import EXPORT, LISTING, library_of, people, reading, work

TITLES = [
    "Introduction",
    "A Title That Is Long Enough",
    "A title that is long enough",
    "A Title That Is Long Enogh",
    "Other",
]
WORKS = st.builds(
    work,
    st.sampled_from([None, *TITLES]),
    arxiv=st.sampled_from([None, None, "2404.00001", "2404.00002"]),
    doi=st.sampled_from([None, None, "10.1000/x", "10.1000/y"]),
    date=st.sampled_from([None, Date(2020), Date(2021), Date(2024, 5, 1)]),
    authors=st.sampled_from([None, people("Ada Bee"), people("Cy Dee")]),
    venue=st.sampled_from([None, "ACL"]),
    keywords=st.sampled_from([(), ("a",), ("b", "A")]),
)
SAID = st.tuples(st.sampled_from([None, "x", "y"]), WORKS)
LIBRARIES = st.lists(st.tuples(st.sampled_from(Authority), st.lists(SAID, max_size=4)), max_size=5).map(
    lambda files: [reading(f"{n}.txt", authority, *said) for n, (authority, said) in enumerate(files)]
)


@given(LIBRARIES, st.randoms(use_true_random=False))
def test_the_order_of_the_files_changes_nothing(readings: list[Reading], chance: random.Random) -> None:
    shuffled = list(readings)
    chance.shuffle(shuffled)
    assert library_of(shuffled) == library_of(readings)


@given(LIBRARIES)
def test_no_record_is_lost_and_every_paper_has_its_own_address(readings: list[Reading]) -> None:
    library = library_of(readings)
    spans = [record.span for paper in library.papers for record in paper.records] + [
        drop.span for drop in library.dropped
    ]
    assert sorted(spans) == sorted(record.span for reading in readings for record in reading.records)
    ids = [paper.id for paper in library.papers]
    assert ids == sorted(set(ids))
    assert all(is_safe_id(id) for id in ids)
    for paper in library.papers:
        assert paper.title.source
        assert {*paper.origins.values()} <= {record.span for record in paper.records}
        assert set(paper.origins) == {name for name in Work.__slots__ if getattr(paper.work, name) not in (None, ())}


@given(LIBRARIES)
def test_unrelated_files_change_no_paper(readings: list[Reading]) -> None:
    other = reading("zz.bib", EXPORT, work("Nothing Like the Others at All", arxiv="1512.00007"))
    before = library_of(readings)
    after = library_of([*readings, other])
    assert [paper for paper in after.papers if paper.id != "1512.00007"] == list(before.papers)


@given(LIBRARIES)
def test_every_join_has_evidence(readings: list[Reading]) -> None:
    library = library_of(readings)
    joined = [merge for merge in library.merges if merge.why]
    assert joined == list(library.merges)
    for paper in library.papers:
        reasons = [merge for merge in joined if merge.paper == paper.id]
        assert bool(reasons) == (len(paper.records) > 1)
        assert {record.span for record in paper.records} <= {
            span for merge in reasons for span in merge.spans
        } or not reasons


@given(LIBRARIES)
def test_works_with_one_identifier_are_one_paper_or_reported(readings: list[Reading]) -> None:
    library = library_of(readings)
    told = {frozenset((pair.first, pair.second)) for pair in library.apart}
    for what in ("arxiv", "doi"):
        papers: dict[str, set[str]] = {}
        for paper in library.papers:
            for record in paper.records:
                if value := getattr(record.work, what):
                    papers.setdefault(value, set()).add(paper.id)
        for ids in papers.values():
            assert len(ids) == 1 or any(pair <= ids for pair in told)


def test_ten_thousand_records_merge_in_seconds() -> None:
    chance = random.Random(7)  # noqa: S311 - made-up titles, not secrets
    words = ["".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=chance.randint(3, 9))) for _ in range(3000)]
    weights = [1 / rank for rank in range(1, 3001)]
    titles = [" ".join(chance.choices(words, weights, k=9)) for _ in range(8000)]
    listed = [work(title, abstract=Text("a"), date=Date(2024, 5, 1)) for title in titles]
    exported = [replace(said, arxiv=f"2405.{number:05}") for number, said in enumerate(listed[:2000], 1)]
    start = time.process_time()
    library = library_of([reading("a.txt", LISTING, *listed), reading("b.bib", EXPORT, *exported)])
    assert len(library.papers) == len(set(titles))
    assert time.process_time() - start < 30, (
        "it takes about one second; ten mean that something is compared with everything"
    )


def test_very_many_works_of_one_title_take_no_longer() -> None:
    works = [work("Editorial", doi=f"10.1000/{number}") for number in range(3000)]
    start = time.process_time()
    library = library_of([reading("a.bib", EXPORT, *works)])
    assert len(library.papers) == 3000
    assert library.apart == ()  # a column's title says nothing
    works = [work("Counting Lanterns in the Rain", doi=f"10.1000/{number}") for number in range(300)]
    assert [pair.why for pair in library_of([reading("a.bib", EXPORT, *works)]).apart] == ["300 works share the title"]
    assert time.process_time() - start < 20
