"""Which records are one work. All papers here are made up."""

from __future__ import annotations

from typing import Any

import pytest

from conspectus.diagnostics import Span
from conspectus.model.paper import Alike, Library, Merge, Paper, Reading, Record, Relation
from conspectus.model.when import Date
from conspectus.model.work import Reference, Work
from made_up_records import CURATOR, EXPORT, LISTING, library_of, people, reading, work


def one(*readings: Reading) -> Paper:
    (paper,) = library_of(readings).papers
    return paper


@pytest.mark.parametrize(
    ("ours", "theirs", "by", "value"),
    [
        (work("A Lamp", arxiv="2404.14469"), work("A Lamp: More", arxiv="2404.14469"), "arxiv", "2404.14469"),
        (work("A Lamp", doi="10.1000/x"), work("The Lamps", doi="10.1000/x"), "doi", "10.1000/x"),
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
    (merge,) = library.merges
    assert merge == Merge(paper.id, by, value, (Span("a.bib"), Span("b.txt")), merge.why)
    assert "the same" in merge.why


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


def test_reports_of_one_title_in_three_years_are_three_works() -> None:
    works = [work("A Title That Is Long Enough", date=Date(year)) for year in (2023, 2025, 2024)]
    assert len(library_of([reading("a.bib", EXPORT, *works)]).papers) == 3


def test_a_preprint_joins_the_version_that_was_published_later() -> None:
    authors = people("Ada Bee", "Cy Dee")
    preprint = work("A Title That Is Long Enough", arxiv="1904.00001", authors=authors)
    journal = work("A Title That Is Long Enough", venue="Journal of Lamps", date=Date(2022), authors=authors)
    assert one(reading("a.bib", EXPORT, preprint), reading("b.bib", EXPORT, journal)).work.arxiv == "1904.00001"


def test_two_published_versions_are_two_works_and_known_to_be_versions() -> None:
    authors = people("Ada Bee", "Cy Dee")
    venues = ("Journal of Lamps", "Conference on Lamps")
    works = [work("A Title That Is Long Enough", venue=venue, date=Date(2022), authors=authors) for venue in venues]
    (pair,) = library_of([reading("a.bib", EXPORT, *works)]).apart
    assert pair.relation is Relation.VERSIONS
    assert pair.why.endswith("but published in Conference on Lamps and Journal of Lamps")


def test_one_identifier_of_two_works_is_reported_and_joins_nothing() -> None:
    works = [
        work("Counting Lanterns in the Rain", arxiv="2404.00001", authors=people("Ada Bee")),
        work("Spectra of Cold Gases", arxiv="2404.00001", authors=people("Cy Dee"), date=Date(1962)),
    ]
    library = library_of([reading("a.bib", EXPORT, *works)])
    assert len(library.papers) == 2
    assert library.apart[0].relation is Relation.SHARED_IDENTIFIER


def test_one_identifier_of_works_that_fit_another_but_not_each_other_is_reported() -> None:
    works = [
        work("A Title That Is Long Enuogh", arxiv="2404.00001"),
        work("A Title That Is Long Enuogh", date=Date(2024, 5, 1)),
        work("A Title That Is Long Enough", arxiv="2404.00001", date=Date(2020)),
    ]
    library = library_of([reading("a.bib", EXPORT, *works)])
    assert len(library.papers) == 3
    assert Relation.SHARED_IDENTIFIER in {pair.relation for pair in library.apart}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Absorption of Soot by Brass Lamps", "Adsorption of Soot by Brass Lamps"),
        ("Optical Flow in Deep Lanterns", "Optimal Flow in Deep Lanterns"),
        ("Neural Networks in Fog Signals", "Neutral Networks in Fog Signals"),
        ("Prebiotic Treatment of Lamp Oil", "Probiotic Treatment of Lamp Oil"),
        ("Intraday Traffic at the Lighthouse", "Interday Traffic at the Lighthouse"),
        ("中国东部地区灯塔变化特征分析", "中国西部地区灯塔变化特征分析"),
        ("基于深度学习的灯塔图像分割方法研究", "基于深度学习的灯塔图像分类方法研究"),
    ],
)
def test_another_letter_makes_another_word(one: str, other: str) -> None:
    """Of one author and year; nothing else tells that one of them is a slip."""
    works = [work(title, authors=people("Min Wang"), date=Date(2020)) for title in (one, other)]
    assert len(library_of([reading("a.bib", EXPORT, *works)]).papers) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Limits of Lamp Scaling -1", "Limits of Lamp Scaling +1"),
        ("Limits of Lamp Scaling -1", "Limits of Lamp Scaling 1"),
        ("A Proof That Wicks = Oil Holds", "A Proof That Wicks ≠ Oil Holds"),
        ("Bounds for n > 3 Lanterns", "Bounds for n < 3 Lanterns"),
        ("Tales of the ❤ Lantern", "Tales of the ☠ Lantern"),
        ("Are Lamps All You Need at Sea?", "Are Lamps Not All You Need at Sea?"),
    ],
)
def test_titles_that_say_the_opposite_are_two_works(one: str, other: str) -> None:
    both = [work(title, authors=people("Ada Bee"), date=Date(2020)) for title in (one, other)]
    assert len(library_of([reading("a.bib", EXPORT, *both)]).papers) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("From A -> B in Lamps of Glass", "From A → B in Lamps of Glass"),
        ("Lanterns with a 3-D View of Fog", "Lanterns with a 3D View of Fog"),
        ("Lanterns for n = 3 Harbors at Sea", "Lanterns for n=3 Harbors at Sea"),
        ("Non-linear Lamps for All Harbors", "Nonlinear Lamps for All Harbors"),
    ],
)
def test_titles_that_only_write_a_sign_in_another_way_are_one(one: str, other: str) -> None:
    both = [
        reading(file, EXPORT, work(title, authors=people("Ada Bee"), date=Date(2020)))
        for file, title in (("a.bib", one), ("b.bib", other))
    ]
    assert len(library_of(both).papers) == 1


def decided(first: Record, second: Record) -> Library:
    return library_of([Reading(record.span.file, "made up", (record,)) for record in (first, second)])


def test_same_as_joins_what_nothing_else_does_and_the_other_address_goes_on() -> None:
    paper = Record(work("Counting Lanterns", doi="10.1000/x"), Span("a.bib"), EXPORT)
    named = Record(
        work("Lantern Census"), Span("c.yaml"), CURATOR, "census", same_as=Reference("10-1000-x", Span("c.yaml", 2))
    )
    (found,) = decided(paper, named).papers
    assert (found.id, found.work.was, found.origins["was"]) == ("10-1000-x", ("census",), Span("c.yaml"))


def test_same_as_has_to_name_a_paper() -> None:
    paper = Record(work("Counting Lanterns"), Span("a.bib"), EXPORT)
    named = Record(
        work("Lantern Census"), Span("c.yaml"), CURATOR, "census", same_as=Reference("lost", Span("c.yaml", 2))
    )
    library = decided(paper, named)
    assert [found.id for found in library.papers] == ["census", "counting-lanterns"]
    assert [(mistake.check, mistake.span.line) for mistake in library.mistakes] == [("unknown-paper", 2)]


def test_not_keeps_apart_what_everything_else_joins_and_is_not_reported() -> None:
    paper = Record(work("Counting Lanterns in the Rain", authors=people("Ada Bee")), Span("a.bib"), EXPORT, "bee")
    other = (Reference("bee", Span("c.yaml", 2)),)
    named = Record(
        work("Counting Lanterns in the Rain", authors=people("Ada Bee")), Span("c.yaml"), CURATOR, "census", other=other
    )
    library = decided(paper, named)
    assert (len(library.papers), library.apart) == (2, ())


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
        Alike("token-merging-for-fast-transfomers", "token-merging-for-fast-transformers", "nearly the same title"),
    )
