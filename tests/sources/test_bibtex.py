"""All entries here are made up, in the forms that reference managers and publishers write."""

from __future__ import annotations

from pathlib import Path

import pytest

from conspectus.diagnostics import Span
from conspectus.model.paper import Authority, Reading, Source
from conspectus.model.people import Authors, Person
from conspectus.model.when import Date
from conspectus.model.work import Link, Work
from conspectus.sources import bibtex
from conspectus.text import Text

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"


def parse(text: str | bytes) -> Reading:
    return bibtex.parse(Source("refs.bib", text if isinstance(text, bytes) else text.encode(), "d"))


def work(text: str) -> Work:
    reading = parse(text)
    assert reading.mistakes == ()
    return reading.records[0].work


def names(field: str) -> list[tuple[str, ...]]:
    authors = work(f"@misc{{k, author = {{{field}}}}}").authors
    people = authors.people if authors else ()
    return [(person.family, person.given, *filter(None, [person.suffix])) for person in people]


def test_a_whole_entry_is_read() -> None:
    reading = parse(
        """% My library
@InProceedings{li24,
  author    = {van Beek, Ada and Kurt G{\\"o}del and {The {BIG} Team} and others},
  title     = {{SnapKV}: What {LLMs} Know about $n^2$},
  booktitle = {Proc. of Nothing \\& All},
  year      = 2024, month = apr,
  pages     = {1--10},
  publisher = "Nobody",
  doi       = {https://doi.org/10.1145/A\\_B},
  url       = {https://github.com/a/b},
  keywords  = {kv cache, eviction, KV},
  abstract  = {Nothing
               much.},
}
"""
    )
    (record,) = reading.records
    assert (record.id, record.authority, record.span) == ("li24", Authority.EXPORT, Span("refs.bib", 2, 1, 20))
    assert record.work == Work(
        title=Text("{SnapKV}: What {LLMs} Know about $n^2$"),
        authors=Authors((Person("van Beek", "Ada"), Person("Gödel", "Kurt"), Person("The BIG Team")), others=True),
        venue="Proc. of Nothing & All",
        date=Date(2024, 4),
        pages="1-10",
        publisher="Nobody",
        doi="10.1145/a_b",
        kind="paper-conference",
        urls=(Link("code", "https://github.com/a/b"),),
        keywords=("kv cache", "eviction", "KV"),
        abstract=Text("Nothing much."),
    )


@pytest.mark.parametrize(
    ("field", "people"),
    [
        ("Ludwig van Beethoven", [("van Beethoven", "Ludwig")]),
        ("van Beethoven, Ludwig", [("van Beethoven", "Ludwig")]),
        ("King, Jr., Martin Luther", [("King", "Martin Luther", "Jr.")]),
        ("{{Sci and Art Publishers}}", [("Sci and Art Publishers", "")]),
        ("A. Bee and C. Dee", [("Bee", "A."), ("Dee", "C.")]),
        ("{\\'E}mile Zola", [("Zola", "Émile")]),
        ("Ha{\\c{c}}ek, {\\v S}ime", [("Haçek", "Šime")]),
        ("Ann Bee, Cy Dee, and Eve Fay", [("Bee", "Ann"), ("Dee", "Cy"), ("Fay", "Eve")]),
        ("{Ann Bee, Cy Dee, and Eve Fay}", [("Bee", "Ann"), ("Dee", "Cy"), ("Fay", "Eve")]),
        ("{Association of Bees, Task Force on Honey}", [("Association of Bees, Task Force on Honey", "")]),
        ("family=Harman, given=Hans, prefix=von der", [("von der Harman", "Hans")]),
        ("family=Beek, given=Bo, prefix=van, useprefix=true", [("van Beek", "Bo")]),
        ("Yan Lu 0005 and Ada Wick", [("Lu", "Yan"), ("Wick", "Ada")]),
        ("Ling Team and {Qwen Team}", [("Ling Team", ""), ("Qwen Team", "")]),
        ("Mu{\\~n}oz{-}{\\'A}vila, I{\\~n}igo", [("Muñoz-Ávila", "Iñigo")]),
        ("Plato", [("Plato", "")]),
        ("", []),
    ],
)
def test_names_are_read_as_bibtex_means_them(field: str, people: list[tuple[str, ...]]) -> None:
    assert names(field) == people


def test_strings_are_filled_in_and_put_together() -> None:
    strings = '@string{ml = "Machine"}\n@STRING(all = ml # { Learning})\n'
    text = strings + '@article{k, journal = ALL # " " # 7, title={T}, month=oct#"~3", year=1999}'
    assert (work(text).venue, work(text).date) == ("Machine Learning 7", Date(1999, 10, 3))
    assert work("@article{k, journal = nowhere, title = {T}}").venue == "nowhere"


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ("year = 2024", Date(2024)),
        ("year = {2024}, month = {April}", Date(2024, 4)),
        ("year = {2024}, month = {4}, day = 22", Date(2024, 4, 22)),
        ("year = {2024}, month = {11~}", Date(2024, 11)),
        ("year = {2024.}, month = {11.}, day = {~5}", Date(2024, 11, 5)),
        ("year = {2024}, month = {31 feb}", Date(2024, 2)),
        ('year = {2024}, month = "10~" # jan', Date(2024, 1, 10)),
        ("year = {2024}, month = {Sept.}", Date(2024, 9)),
        ("date = {2024-04-22}, year = 1999", Date(2024, 4, 22)),
        ("date = {2024-04/2025}", Date(2024, 4)),
        ("date = {2024-13}", Date(2024)),
        ("year = {(c. 1987)}", Date(1987)),
        ("year = {in press}", None),
        ("year = 0", None),
    ],
)
def test_dates_are_as_exact_as_they_can_be_read(fields: str, date: Date | None) -> None:
    assert work(f"@misc{{k, {fields}}}").date == date


@pytest.mark.parametrize(
    "fields",
    [
        "eprint = {2404.14469}, archivePrefix = {arXiv}, primaryClass = {cs.CL}",
        "eprint = {2404.14469v2}, eprinttype = {arxiv}",
        "eprint = {arXiv:2404.14469}",
        "journal = {arXiv preprint arXiv:2404.14469}",
        "journal = {CoRR}, volume = {abs/2404.14469}",
        "doi = {10.48550/arXiv.2404.14469}, publisher = {arXiv}",
        "howpublished = {\\url{https://arxiv.org/abs/2404.14469}}, note = {arXiv:2404.14469 [cs]}",
        "url = {http://arxiv.org/pdf/2404.14469.pdf}",
        "institution = {arXiv}, number = {2404.14469}",
    ],
)
def test_a_preprint_is_known_however_it_is_cited(fields: str) -> None:
    found = work(f"@article{{k, title = {{T}}, {fields}}}")
    assert (found.arxiv, found.doi, found.venue, found.kind) == ("2404.14469", None, None, "article")
    assert (found.publisher, found.volume) == (None, None)


def test_an_eprint_elsewhere_is_no_arxiv_id() -> None:
    assert work("@article{k, eprint = {2404.14469}, eprinttype = {jstor}}").arxiv is None


def test_a_published_paper_stays_published_with_its_preprint() -> None:
    found = work("@article{k, journal = {Nature}, eprint = {2404.14469}, volume = 3, number = {4}}")
    assert (found.arxiv, found.kind, found.volume, found.issue) == ("2404.14469", "article-journal", "3", "4")


def test_addresses_are_web_addresses_or_nothing() -> None:
    fields = "url = {javascript:alert(1)}, pdf = {https://x.org/a\\_b.pdf}, note = {See \\url{http://a.github.io/b}.}"
    found = work(f"@misc{{k, {fields}}}").urls
    assert found == (Link("pdf", "https://x.org/a_b.pdf"), Link("project", "http://a.github.io/b"))


def test_a_chapter_takes_over_what_its_book_knows() -> None:
    reading = parse(
        """
@inproceedings{child, title = {Child}, author = {A B}, crossref = {PARENT}}
@proceedings{parent, title = {The Proceedings}, year = 2006, month = oct, editor = {E D}, doi = {10.1000/p},
  publisher = {P}, xdata = {house}}
@xdata{house, url = {http://p.org/}}
@book{dated, date = {1999-01}, title = {Dated}, crossref = {parent}}
@book{lost, title = {Lost}, crossref = {nobody}}
@book{a, title = {A}, crossref = {b}}
@book{b, crossref = {a}, publisher = {B}}
"""
    )
    child, parent, dated, lost, a, b = (record.work for record in reading.records)
    assert (child.venue, child.date, child.publisher, child.doi) == ("The Proceedings", Date(2006, 10), "P", None)
    assert child.urls == ()
    assert parent.urls == (Link("other", "http://p.org/"),)
    assert (dated.date, dated.publisher) == (Date(1999, 1), "P")
    assert (lost.title, a.publisher, b.title) == (Text("Lost"), "B", None)


def test_ancestors_without_end_are_not_followed() -> None:
    chain = "".join(f"@book{{k{n}, crossref = {{k{n + 1}}}}}\n" for n in range(3000))
    assert len(parse(chain + "@book{k3000, title={T}}").records) == 3001


def test_entries_in_parentheses_without_key_or_comma_are_read() -> None:
    reading = parse(
        """
@ARTICLE(paren, author = {A (the first) B}, title = "With (parentheses)")
@article{
  title = {No key},
  year = {1990}
}
@article{, title = {Empty key}}
  @misc{comma
  , title = {Leading commas}
  , year = {1991}}
@misc{forgotten,
  title = {A comma is missing}
  year = {1992}
}
@unheard{type, title = {T}}
"""
    )
    assert reading.mistakes == ()
    found = [(record.id, str(record.work.title.source if record.work.title else "")) for record in reading.records]
    assert found == [
        ("paren", "With (parentheses)"),
        (None, "No key"),
        (None, "Empty key"),
        ("comma", "Leading commas"),
        ("forgotten", "A comma is missing"),
        ("type", "T"),
    ]
    assert reading.records[4].work.date == Date(1992)


def test_a_broken_entry_is_reported_and_costs_itself_alone() -> None:
    reading = parse(
        """@misc{a, title = {A}}

@misc{open, title = {Never closed,
  year = 1990

@misc{b, title = {B}}
  @misc{c, title {C}, year = 1990}
@misc{early, title = {Early}},
  year = {1990}
}
@misc{d, title = {D}}
@misc{end, title = {End
"""
    )
    assert [record.id for record in reading.records] == ["a", "b", "early", "d"]
    assert [(m.check, m.span.line, m.span.column) for m in reading.mistakes] == [
        ("broken-entry", 3, 1),
        ("broken-entry", 7, 3),
        ("broken-entry", 9, 3),
        ("broken-entry", 12, 1),
    ]
    assert "`open`" in reading.mistakes[0].message


def test_text_between_entries_is_a_comment() -> None:
    reading = parse(
        "# arXiv 2023\nMine: x = y\n% title = {T}\n@comment{x = {y}}\n@Comment title = {T}\n@misc{a, title={A}}"
    )
    assert [m.span.line for m in reading.mistakes] == []
    assert len(reading.records) == 1


def test_what_is_commented_out_is_dropped_and_said() -> None:
    reading = parse("%@misc{a,\n%  title = {A}\n%}\n@misc{b,\n  % year = 1990,\n  title = {B}}")
    assert [record.id for record in reading.records] == ["b"]
    assert [(drop.span.line, drop.why) for drop in reading.dropped] == [(1, "it is commented out with %")]


def test_a_field_given_twice_is_said() -> None:
    reading = parse("@misc{a, title = {A}, title = {B}, keywords = {x}, keywords = {y}}")
    assert reading.records[0].work.title == Text("A")
    assert reading.records[0].work.keywords == ("x", "y")
    told = "line 1: `a` has two fields `title`, and the first is taken; delete one of them"
    assert reading.remarks == reading.unread == (told,)


def test_one_key_for_two_entries_gives_two_records() -> None:
    assert len(parse("@misc{a, title={A}}\n@misc{a, title={B}}").records) == 2


@pytest.mark.parametrize(
    ("type", "kind"), [("webpage", "webpage"), ("video", "motion_picture"), ("masterthesis", "thesis")]
)
def test_types_that_only_some_programs_write(type: str, kind: str) -> None:
    (record,) = parse(f"@{type}{{a, title = {{A}}}}").records
    assert record.work.kind == kind
