"""Which records are one work. All papers here are made up."""

from __future__ import annotations

from typing import Any

import pytest

from conspectus.diagnostics import Span
from conspectus.model.paper import Alike, Merge, Paper, Reading
from conspectus.model.when import Date
from conspectus.model.work import Work
from made_up_records import CURATOR, EXPORT, LISTING, library_of, people, reading, work


def one(*readings: Reading) -> Paper:
    (paper,) = library_of(readings).papers
    return paper


@pytest.mark.parametrize(
    ("ours", "theirs", "by", "value"),
    [
        (work("A", arxiv="2404.14469"), work("B", arxiv="2404.14469"), "arxiv", "2404.14469"),
        (work("A", doi="10.1000/x"), work("B", doi="10.1000/x"), "doi", "10.1000/x"),
        (work("The KV-Cache: Naïve?"), work("The kv cache — naive"), "title", "The KV-Cache: Naïve?"),
        (
            work("One Long Title Here", date=Date(2023)),
            work("One long title here", date=Date(2024)),
            "title",
            "One Long Title Here",
        ),
        (work("One Long Title Here", date=Date(2023)), work("One long title here"), "title", "One Long Title Here"),
    ],
)
def test_records_of_one_work_are_one_paper(ours: Work, theirs: Work, by: str, value: str) -> None:
    library = library_of([reading("a.bib", EXPORT, ours), reading("b.txt", LISTING, theirs)])
    (paper,) = library.papers
    assert library.merges == (Merge(paper.id, by, value, (Span("a.bib"), Span("b.txt"))),)


@pytest.mark.parametrize(
    ("ours", "theirs", "why"),
    [
        ({"arxiv": "2404.00001"}, {"arxiv": "2404.00002"}, "different arXiv ids: 2404.00001 and 2404.00002"),
        ({"doi": "10.1000/x"}, {"doi": "10.1000/y"}, "different DOIs: 10.1000/x and 10.1000/y"),
        ({"date": Date(2020)}, {"date": Date(2022)}, "but years 2020 and 2022"),
        ({"arxiv": "2004.00001"}, {"date": Date(2022)}, "but years 2020 and 2022"),
    ],
)
def test_one_title_is_not_enough_against_other_evidence(ours: dict[str, Any], theirs: dict[str, Any], why: str) -> None:
    title = "A Title That Is Long Enough"
    library = library_of(
        [reading("a.bib", EXPORT, work(title, **ours)), reading("b.bib", EXPORT, work(title, **theirs))]
    )
    assert len(library.papers) == 2
    (pair,) = library.apart
    assert why in pair.why
    assert {pair.first, pair.second} == {paper.id for paper in library.papers}


def test_two_ids_of_the_curator_are_two_papers_even_with_one_title() -> None:
    library = library_of([reading("a.yaml", CURATOR, ("one", work("Same Title")), ("two", work("Same Title")))])
    assert [paper.id for paper in library.papers] == ["one", "two"]
    assert "different ids in the curator’s files" in library.apart[0].why


def test_a_short_title_needs_an_author_in_common() -> None:
    ours = work("Introduction", authors=people("Ada Bee"))
    assert (
        len(
            library_of(
                [reading("a", EXPORT, ours), reading("b", EXPORT, work("Introduction", authors=people("Cy Dee")))]
            ).papers
        )
        == 2
    )
    assert (
        len(
            library_of(
                [reading("a", EXPORT, ours), reading("b", EXPORT, work("Introduction", authors=people("A. Bee")))]
            ).papers
        )
        == 1
    )


def test_a_chain_of_years_is_one_work() -> None:
    works = [work("A Title That Is Long Enough", date=Date(year)) for year in (2023, 2025, 2024)]
    assert one(reading("a.bib", EXPORT, *works)).work.date == Date(2023)


def test_a_title_that_fits_two_works_joins_neither() -> None:
    title = "A Title That Is Long Enough"
    exports = reading("a.bib", EXPORT, work(title, arxiv="2404.00001"), work(title, arxiv="2404.00002"))
    library = library_of([exports, reading("b.txt", LISTING, work(title))])
    assert [paper.id for paper in library.papers] == ["2404.00001", "2404.00002", "a-title-that-is-long-enough"]
    assert len(library.apart) == 2


def test_papers_whose_titles_are_a_slip_apart_are_reported_and_left_apart() -> None:
    first, second = work("Token Merging for Fast Transformers"), work("Token Merging for Fast Transfomers")
    series = [work("Frozen Kestrel 2 Technical Report"), work("Frozen Kestrel 3 Technical Report")]
    known = [work("Glass Harbour Lamps", arxiv="2404.00001"), work("Glass Harbour Lamp", arxiv="2404.00002")]
    library = library_of([reading("a.bib", EXPORT, first, second, *series, *known)])
    assert len(library.papers) == 6
    assert library.apart == (
        Alike("token-merging-for-fast-transfomers", "token-merging-for-fast-transformers", "98% similar titles"),
    )
