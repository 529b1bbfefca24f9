"""What merging reports. All papers here are made up."""

from __future__ import annotations

from conspectus.diagnostics import Span
from conspectus.model.paper import (
    Dropped,
    Exclusion,
    Library,
    Reading,
    Record,
)
from conspectus.text import Text
from made_up_records import CURATOR, EXPORT, LISTING, library_of, reading, work


def checks(library: Library) -> list[tuple[str, str]]:
    return [(mistake.check, str(mistake.span)) for mistake in library.mistakes]


def test_an_id_given_twice_is_a_mistake() -> None:
    library = library_of(
        [
            reading("a.yaml", CURATOR, ("x", work("One")), ("x", work("Two"))),
            reading("b.yaml", CURATOR, ("x", work("One"))),
        ]
    )
    assert checks(library) == [("duplicate-id", "a.yaml:2:1"), ("duplicate-id", "b.yaml:1:1")]
    assert len(library.papers) == 1


def test_two_ids_for_one_work_are_a_mistake() -> None:
    library = library_of(
        [reading("a.yaml", CURATOR, ("x", work("One", arxiv="2404.00001")), ("y", work("Two", arxiv="2404.00001")))]
    )
    assert checks(library) == [("duplicate-id", "a.yaml:2:1")]
    assert "`y` and `x` are the same work" in library.mistakes[0].message


def test_a_title_that_was_too_long_is_not_told_of_twice() -> None:
    record = Record(work(None), Span("a.bib"), EXPORT, "x", left_out=("title",))
    library = library_of([Reading("a.bib", "made up", (record,))])
    assert (library.papers, library.mistakes) == ((), ())
    assert [drop.kind for drop in library.dropped] == [Exclusion.NO_TITLE]


def test_ids_that_differ_in_case_alone_are_a_mistake() -> None:
    library = library_of([reading("a.yaml", CURATOR, ("x", work("One")), ("X", work("Two")))])
    assert checks(library) == [("duplicate-id", "a.yaml:2:1")]


def test_an_earlier_id_must_be_nobodys() -> None:
    library = library_of(
        [reading("a.yaml", CURATOR, ("x", work("One", was=("y", "z"))), ("y", work("Two", was=("z", "y"))))]
    )
    assert [mistake.message for mistake in library.mistakes] == [
        "`y`, a former id of `x`, is also an id of `y`",
        "`z`, a former id of `y`, is also an id of `x`",
    ]


def test_a_record_without_a_title_is_completed_by_another() -> None:
    yaml = reading(
        "a.yaml",
        CURATOR,
        ("by-arxiv", work(arxiv="2404.00001", summary="s")),
        ("li24", work(summary="by the export's key")),
        ("2404.00003", work(summary="by the id it would have")),
        ("nobody", work(summary="s")),
        work(doi="10.1000/lost"),
    )
    bib = reading(
        "b.bib",
        EXPORT,
        work("One", arxiv="2404.00001"),
        ("li24", work("Two")),
        work("Three", arxiv="2404.00003"),
        work(),
    )
    library = library_of([yaml, bib])
    assert [(paper.id, paper.title.source) for paper in library.papers] == [
        ("2404.00003", "Three"),
        ("by-arxiv", "One"),
        ("li24", "Two"),
    ]
    assert checks(library) == [
        ("missing-title", "a.yaml:4:1"),
        ("missing-title", "a.yaml:5:1"),
        ("broken-entry", "b.bib:4:1"),
    ]
    assert library.dropped == (
        Dropped("nobody", Span("a.yaml", 4), "no source gives a title", Exclusion.NO_TITLE),
        Dropped("10.1000/lost", Span("a.yaml", 5), "no source gives a title", Exclusion.NO_TITLE),
        Dropped("", Span("b.bib", 4), "no source gives a title", Exclusion.NO_TITLE),
    )
    assert [merge.by for merge in library.merges] == ["arxiv", "id", "id"]


def test_what_a_file_says_twice_word_for_word_is_dropped_and_said() -> None:
    said = work("One of Many", abstract=Text("a"))
    library = library_of([reading("a.txt", LISTING, said, said), reading("b.txt", LISTING, said)])
    assert library.dropped == (Dropped("One of Many", Span("a.txt", 2), "it repeats line 1", Exclusion.REPEATED),)
    assert len(library.papers[0].records) == 2
