"""RIS as publishers and reference managers write it; every reference is made up."""

from __future__ import annotations

from conspectus.diagnostics import Span
from conspectus.model.paper import Authority, Reading, Source
from conspectus.model.people import Authors, Person
from conspectus.model.when import Date
from conspectus.model.work import Link, Work
from conspectus.sources import ris
from conspectus.text import Text

WHOLE = """Provider: Salt Press

TY  - JOUR
ID  - wick2021lamps
AU  - van Wick, Ada
AU  - King, Martin, Jr.
TI  - Lamps &amp; <i>Wicks</i>
JO  - J. Light.
T2  - Journal of Light
PY  - 2021
DA  - 2021/09/01/
VL  - 45
IS  - 3
SP  - 1309
EP  - 1348
DO  - https://doi.org/10.99999/Lamp.1
UR  - https://press.example/lamp
KW  - oil
KW  - salt
AB  - They burn
and burn.
PB  - Salt Press
SN  - 1234-5678
ER  -
"""


def parse(text: str, name: str = "refs.ris") -> Reading:
    reading = ris.parse(Source(name, text.encode(), "d"))
    assert reading.mistakes == ()
    return reading


def test_a_whole_reference_is_read() -> None:
    reading = parse(WHOLE)
    (record,) = reading.records
    assert (record.id, record.authority, record.span) == ("wick2021lamps", Authority.EXPORT, Span("refs.ris", 3, 1, 10))
    assert reading.remarks == ()
    assert record.work == Work(
        title=Text("Lamps & \\emph{Wicks}"),
        authors=Authors((Person("van Wick", "Ada"), Person("King", "Martin", "Jr."))),
        date=Date(2021, 9, 1),
        abstract=Text("They burn and burn."),
        doi="10.99999/lamp.1",
        venue="Journal of Light",
        kind="article-journal",
        volume="45",
        issue="3",
        pages="1309-1348",
        publisher="Salt Press",
        keywords=("oil", "salt"),
        urls=(Link("other", "https://press.example/lamp"),),
    )


def test_a_reference_needs_no_end_and_an_end_with_words_is_none() -> None:
    reading = parse(
        "TY  - BOOK\nT1\t- Lamps\nER  - here ends a line\nPB  - Salt\nTY  - CHAP\nTI  - Wicks\nBT  - Oils\n"
    )
    first, second = (record.work for record in reading.records)
    assert (first.title, first.publisher, first.kind) == (Text("Lamps"), "Salt", "book")
    assert (second.title, second.venue, second.kind) == (Text("Wicks"), "Oils", "chapter")


def test_all_line_ends_and_encodings_are_read() -> None:
    for data in (
        WHOLE.replace("\n", "\r").encode(),
        WHOLE.replace("\n", "\r\n").encode("utf-16"),
        b"\xef\xbb\xbf" + WHOLE.encode(),
        WHOLE.encode("utf-32"),
    ):
        source = Source("refs.txt", data, "d")
        assert ris.sniff(source)
        assert ris.parse(source).records[0].work.title == Text("Lamps & \\emph{Wicks}")


def test_lines_in_another_encoding_are_named() -> None:
    data = "TY  - JOUR\nTI  - Über Öl\nAU  - ".encode() + "Jürg, Ö\n".encode("cp1252")
    reading = ris.parse(Source("refs.ris", data, "d"))
    assert reading.records[0].work.authors == Authors((Person("Jürg", "Ö"),))
    assert reading.remarks == ("read as utf-8, but these lines as windows-1252: 3",)


def test_a_date_that_is_none_is_told_of() -> None:
    reading = parse("TY  - JOUR\nTI  - A\nPY  - 10 15\nER  -\n\nTY  - JOUR\nTI  - B\nDA  - 2023/02/30/\nER  -\n")
    assert [record.work.date for record in reading.records] == [None, Date(2023, 2)]
    assert reading.remarks == (
        "line 1: `10 15` is not a valid date; the date is left out; write it as 2024, 2024-04 or 2024-04-22",
        "line 6: `2023/02/30/` is not a valid date; 2023-02 is taken; write it as 2024, 2024-04 or 2024-04-22",
    )


def test_numbers_of_databases_are_no_citation_keys() -> None:
    assert parse("TY  - JOUR\nID  - 4711\nTI  - A\nER  -\n").records[0].id is None


def test_a_preprint_is_one() -> None:
    work = (
        parse("TY  - UNPB\nTI  - A\nAN  - arXiv:2404.14469\nUR  - https://arxiv.org/abs/2404.14469\nER  - \n")
        .records[0]
        .work
    )
    assert (work.arxiv, work.kind) == ("2404.14469", "article")


def test_a_last_record_without_an_end_is_told_of() -> None:
    whole = "TY  - JOUR\nTI  - Lamps\nER  - \nTY  - JOUR\nTI  - Wicks and the\n"
    cut = "line 4: this record does not end as the others do; is the file cut off?"
    assert parse(whole).remarks == (cut,)
    assert parse(whole.replace("ER  - \n", "")).remarks == parse(whole + "ER  -").remarks == ()


def test_a_type_may_be_written_in_words() -> None:
    first, second = (
        parse(f"TY  - {type}\nTI  - Lamps\nER  - \n").records[0].work
        for type in ("Journal Article", "conference paper")
    )
    assert (first.kind, second.kind) == ("article-journal", "paper-conference")


def test_of_papers_in_print_the_month_of_early_access_is_known() -> None:
    dates = "PY  - 2021\nC6  - NOV 2020\n", "C6  - NOV 2022\n", "C6  - 2019 6 NOV\n"
    works = [parse(f"TY  - JOUR\nTI  - Lamps\n{date}ER  - \n").records[0].work for date in dates]
    assert [work.date for work in works] == [Date(2021), Date(2022, 11), None]


def test_the_name_of_a_conference_may_stand_with_the_series() -> None:
    assert parse("TY  - CONF\nTI  - Lamps\nT3  - Lamps of 1999\nER  - \n").records[0].work.venue == "Lamps of 1999"


def test_two_spaces_stand_before_a_type_as_at_cochrane() -> None:
    (record,) = parse(
        "Record #3 of 18\nProvider: Salt Press\n\nTY  -  JOUR\nAU  -  Wick, A\nTI  -  Lamps\n\nER  -\n"
    ).records
    assert (record.work.kind, str(record.work.title), record.span.line) == ("article-journal", "Lamps", 4)


def test_records_without_a_type_end_at_their_ends() -> None:
    """As packages for R write them."""
    text = "C1  - 1\nAU  - Wick, A\nTI  - Lamps\nC8  - \nER  - \n\nC1  - 2\nTI  - Wicks\nER  - \n"
    source = Source("x.ris", text.encode(), "d")
    assert ris.sniff(source) and not ris.sniff(Source("x.txt", b"AU  - Wick, A\nTI  - Lamps\n", "d"))
    assert [str(record.work.title) for record in parse(text).records] == ["Lamps", "Wicks"]


def test_tags_within_a_line_are_taken_apart_as_rayyan_writes_them() -> None:
    text = """TY  - JOUR\nDO  - 10.99999/lamp.1     LK  - https://press.example/10.99999%2Flamp.1
UR  - https://a.example     U2  - L2\nER  - \n"""
    (record,) = parse(text).records
    work = record.work
    assert work.doi == "10.99999/lamp.1"
    assert [link.url for link in work.urls] == ["https://a.example", "https://press.example/10.99999%2Flamp.1"]


def test_other_first_authors_are_the_group_of_an_article_or_of_the_book_around() -> None:
    """As Web of Science has them."""

    def authors(kind: str, *others: str) -> list[str]:
        text = (
            f"TY  - {kind}\nAU  - Oil-Wick, A\n"
            + "".join(f"A1  - {name}\n" for name in others)
            + "TI  - Lamps\nER  - \n"
        )
        (record,) = parse(text).records
        return [person.name for person in record.work.people]

    assert authors("JOUR", "Salt Team", "Oil-Wick, A") == ["A Oil-Wick", "Salt Team"]
    assert authors("CPAPER", "IEEE") == authors("CHAP", "OilWick, A", "Salt, B") == ["A Oil-Wick"]
