"""What is known of a work. All papers here are made up."""

from __future__ import annotations

import pytest

from conspectus.diagnostics import Span
from conspectus.model.paper import Paper, Reading
from conspectus.model.people import Authors, Person
from conspectus.model.when import Date
from conspectus.model.work import Link, Named
from conspectus.text import Text
from made_up_records import CURATOR, EXPORT, LISTING, library_of, people, reading, work


def one(*readings: Reading) -> Paper:
    (paper,) = library_of(readings).papers
    return paper


def test_the_word_of_more_weight_stands_and_each_field_knows_its_origin() -> None:
    yaml = reading("c.yaml", CURATOR, ("mine", work("Right Title", arxiv="2404.14469", summary="Good.")))
    export = reading(
        "a.bib", EXPORT, ("key", work("Bibtex Title", arxiv="2404.14469", venue="ACL", abstract=Text("E")))
    )
    listing = reading("b.txt", LISTING, work("Listed Title", arxiv="2404.14469", abstract=Text("L"), score=9.5))
    paper = one(listing, export, yaml)
    assert (paper.id, paper.span) == ("mine", Span("c.yaml"))
    assert [record.authority for record in paper.records] == [CURATOR, EXPORT, LISTING]
    assert paper.work == work(
        "Right Title",
        arxiv="2404.14469",
        summary="Good.",
        venue="ACL",
        abstract=Text("E"),
        score=9.5,
        date=Date(2024, 4, inferred="arxiv id"),
    )
    assert paper.origins == {
        "title": Span("c.yaml"),
        "arxiv": Span("c.yaml"),
        "summary": Span("c.yaml"),
        "date": Span("c.yaml"),
        "venue": Span("a.bib"),
        "abstract": Span("a.bib"),
        "score": Span("b.txt"),
    }


def test_among_equals_the_published_record_stands_then_the_richer_one() -> None:
    preprint = work("T", arxiv="2404.14469", kind="article", abstract=Text("a"), pages="1", volume="2", subject="CV")
    published = work("T", arxiv="2404.14469", kind="paper-conference", venue="ACL")
    assert one(reading("a.bib", EXPORT, preprint, published)).work.kind == "paper-conference"
    assert (
        one(
            reading(
                "a.bib",
                EXPORT,
                work("T", issue="1", arxiv="2404.14469"),
                work("T", issue="2", pages="3", arxiv="2404.14469"),
            )
        ).work.issue
        == "2"
    )


@pytest.mark.parametrize(
    ("first", "second", "stands"),
    [
        (Date(2024), Date(2024, 4, 22), Date(2024, 4, 22)),
        (Date(2024, 4), Date(2024, 5, 1), Date(2024, 4)),
        (Date(2024), Date(2025, 4, 22), Date(2024)),
        (Date(2025, 4, 22, "other dates"), Date(2024), Date(2024)),
        (Date(2024, 4), Date(2024, 4, 1, "file name"), Date(2024, 4)),
    ],
)
def test_a_date_is_made_more_exact_only_by_one_that_agrees(first: Date, second: Date, stands: Date) -> None:
    export = reading("a.bib", EXPORT, work("T", date=first, arxiv="2404.14469"))
    assert one(export, reading("b.txt", LISTING, work("T", date=second, arxiv="2404.14469"))).work.date == stands


@pytest.mark.parametrize(
    ("first", "second", "stands"),
    [
        (Authors(count=3), people("A B", "C D", "E F"), people("A B", "C D", "E F")),
        (Authors((Person("B", "A"),), others=True), people("A B", "C D"), people("A B", "C D")),
        (Authors((Person("B", "A"),), others=True), Authors(count=7), Authors((Person("B", "A"),), True, 7)),
        (people("A B"), people("A B", "C D"), people("A B")),
    ],
)
def test_authors_are_filled_up_where_a_source_names_some(first: Authors, second: Authors, stands: Authors) -> None:
    export = reading("a.bib", EXPORT, work("A Long Title of Something", authors=first))
    listing = reading("b.txt", LISTING, work("A Long Title of Something", authors=second))
    assert one(export, listing).work.authors == stands


def test_lists_are_put_together_each_thing_once() -> None:
    place = (("topic", (Named("kv", Span("c.yaml"), Span("c.yaml")),)),)
    first = work(
        "A Lamp for T",
        urls=(Link("code", "https://github.com/a/b"),),
        keywords=("KV",),
        facts=(("speed", 3),),
        place=place,
    )
    second = work(
        "A Lamp for T",
        urls=(Link("other", "http://www.github.com/a/b/"), Link("pdf", "https://x.org/p.pdf")),
        keywords=("kv", "cache"),
        facts=(("speed", 4), ("size", "7B")),
        place=(("hardware", (Named("gpu", Span("d.yaml"), Span("d.yaml")),)),),
        listed=("daily",),
    )
    found = one(reading("c.yaml", CURATOR, first), reading("d.yaml", EXPORT, second)).work
    assert found.urls == (Link("code", "https://github.com/a/b"), Link("pdf", "https://x.org/p.pdf"))
    assert (found.keywords, found.listed) == (("KV", "cache"), ("daily",))
    assert found.facts == (("speed", 3), ("size", "7B"))
    assert [facet for facet, _ in found.place] == ["topic", "hardware"]


def test_a_date_nobody_gives_is_that_of_the_arxiv_id() -> None:
    assert one(reading("a", LISTING, work("T", arxiv="hep-th/9901001"))).work.date == Date(1999, 1, inferred="arxiv id")
    assert one(reading("a", LISTING, work("T", arxiv="0704.0001"))).work.date == Date(2007, 4, inferred="arxiv id")
    assert one(reading("a", LISTING, work("T", arxiv="cs/0207001"))).work.date == Date(2002, 7, inferred="arxiv id")


def test_a_paper_was_added_when_it_was_first_brought_unless_the_curator_says_otherwise() -> None:
    export = reading("export.bib", EXPORT, work("T", arxiv="2404.14469", added=Date(2026, 6, 12)))
    listing = reading("listing.txt", LISTING, work("T", arxiv="2404.14469", added=Date(2026, 1, 7)))
    yaml = reading("c.yaml", CURATOR, ("mine", work("T", arxiv="2404.14469", added=Date(2026, 3, 4))))
    first = one(export, listing)
    assert (first.work.added, first.origins["added"]) == (Date(2026, 1, 7), Span("listing.txt"))
    assert one(export, listing, yaml).work.added == Date(2026, 3, 4)
