"""Ranked listings; the papers and people of the sample are made up, in the real layout."""

from __future__ import annotations

import pytest

from conspectus.diagnostics import Span
from conspectus.model.paper import Authority, Reading, Source
from conspectus.model.people import Authors, Person
from conspectus.model.when import Date
from conspectus.model.work import Link
from conspectus.sources import listing_ranked

PATH = "content/papers/ranked-lamps-2026.txt"

SAMPLE = """\
CVSep 27, 2024Code
Wick4: Every Lamp is a TokenXina Long, Bo-Wen Keeper, Q. Vera Light et al. · lampworks
Lamps burn. We show that 21\\% of them burn twice as long (see https://github.com/lampworks/wick4).
99.8NIMay 29
Fog, Horns, and Ships: Sounding on HornPaddlePaddleYu Ao, Lu E
Ships sound before they see. This made-up horn hears them at a distance of 3 km and more.
7ROApr 2
How Far Does a Lens Carriage Roll? (Not Far)Ryan McDonald
It rolls. It stops after 2 turns.
"""


def parse(text: str, path: str = PATH) -> Reading:
    return listing_ranked.parse(Source(path, text.encode(), "d"))


def names(authors: Authors | None) -> list[str]:
    return [person.name for person in authors.people] if authors else []


def test_every_field_of_every_paper_is_read() -> None:
    reading = parse(SAMPLE)
    assert (reading.format, reading.mistakes) == ("ranked listing", ())
    first, second, third = (record.work for record in reading.records)
    assert first.title and first.title.source == "Wick4: Every Lamp is a Token"
    assert first.authors == Authors(
        (Person("Long", "Xina"), Person("Keeper", "Bo-Wen"), Person("Light", "Q. Vera")), True
    )
    assert (first.subject, first.score, first.code, first.organization) == ("CV", None, True, "lampworks")
    assert first.date == Date(2024, 9, 27)
    assert first.abstract and first.abstract.source.startswith("Lamps burn. We show that 21\\%")
    assert first.urls == (Link("code", "https://github.com/lampworks/wick4"),)
    assert second.title and second.title.source == "Fog, Horns, and Ships: Sounding on HornPaddlePaddle"
    assert names(second.authors) == ["Yu Ao", "Lu E"]
    assert second.authors and second.authors.count == 2
    assert (second.score, second.subject, second.code) == (99.8, "NI", None)
    assert second.date == Date(2026, 5, 29, "file name")
    assert third.title and third.title.source == "How Far Does a Lens Carriage Roll? (Not Far)"
    assert names(third.authors) == ["Ryan McDonald"]
    assert (third.score, third.date) == (7.0, Date(2026, 4, 2, "file name"))
    assert all(work.listed == ("ranked-lamps-2026",) for work in (first, second, third))


def test_a_record_stands_where_its_title_does_and_weighs_as_a_listing() -> None:
    records = parse(SAMPLE).records
    assert [record.span for record in records][:2] == [Span(PATH, 2, 1, 28), Span(PATH, 5, 1, 51)]
    assert {record.authority for record in records} == {Authority.LISTING}


def test_how_the_year_was_known_is_told() -> None:
    assert parse(SAMPLE).remarks == ("2 dates have no year; the listing is of 2026, known from the file's name, 2026",)


def test_authors_without_et_al_are_all_there_are() -> None:
    counts = [record.work.authors and record.work.authors.count for record in parse(SAMPLE).records]
    assert counts == [None, 2, 1]


def test_a_split_that_is_a_guess_is_told() -> None:
    text = SAMPLE.replace("(Not Far)Ryan McDonald", "reportOpenLamp, Ada Wick, Bo Light et al.")
    reading = parse(text)
    assert "line 8: where the title ends is a guess" in reading.remarks[1]
    assert names(reading.records[2].work.authors) == ["OpenLamp", "Ada Wick", "Bo Light"]


def test_a_team_is_no_person() -> None:
    (record,) = parse("CVMar 1, 2024\nLamps at NightQwick Team, Ada Wick et al.\nThey burn.\n").records
    assert record.work.authors == Authors((Person("Qwick Team"), Person("Wick", "Ada")), True)


@pytest.mark.parametrize(
    ("meta", "score", "subject", "code"),
    [
        ("94.2CVMar 12, 2024Code", 94.2, "CV", True),
        ("100LGMar 12, 2024", 100.0, "LG", None),
        ("quant-phMar 12, 2024", None, "quant-ph", None),
        ("3.5eess.IVMar 12, 2024Code", 3.5, "eess.IV", True),
        ("AIMar 12, 2024", None, "AI", None),
    ],
)
def test_score_subject_and_flag_are_told_apart(meta: str, score: float | None, subject: str, code: bool | None) -> None:
    (record,) = parse(f"{meta}\nLamps at NightAda Wick\nThey burn.\n").records
    assert (record.work.score, record.work.subject, record.work.code) == (score, subject, code)
    assert record.work.date == Date(2024, 3, 12)


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("99.8NIMay 29\n", "", 4, "expected score, subject and date such as `94.2CVMar 12Code`, found `Fog"),
        ("99.8NIMay 29", "99.8NIMay 32", 4, "expected score, subject and date"),
        ("99.8NIMay 29", "99.8 NI May 29", 4, "expected score, subject and date"),
        ("HornPaddlePaddleYu Ao, Lu E", "horns", 5, "expected a title with its authors"),
        ("CVSep 27", "Log in\nCVSep 27", 1, "expected score, subject and date"),
        ("99.8NIMay 29", "Sponsored\n99.8NIMay 29", 4, "expected score, subject and date"),
    ],
)
def test_a_paper_that_is_not_as_it_was_is_told_at_its_line_and_the_others_are_read(
    old: str, new: str, line: int, said: str
) -> None:
    assert old in SAMPLE
    reading = parse(SAMPLE.replace(old, new))
    (mistake,) = reading.mistakes
    assert (mistake.check, mistake.span.line) == ("broken-entry", line)
    assert mistake.message.startswith(said)
    whole = [record.work for record in parse(SAMPLE).records]
    assert len(reading.records) >= 2
    assert all(record.work in whole for record in reading.records)


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("It rolls. It stops after 2 turns.\n", "", 8, "the file ends where an abstract is expected"),
        ("It rolls. It stops after 2 turns.\n", "It rolls, it", 9, "the file ends in the middle of an abstract"),
        ("It rolls. It stops after 2 turns.\n", "It rolls. ", 9, "the file ends in the middle of an abstract"),
    ],
)
def test_a_page_that_is_cut_off_is_refused(old: str, new: str, line: int, said: str) -> None:
    reading = parse(SAMPLE.replace(old, new))
    (mistake,) = reading.mistakes
    assert (mistake.check, mistake.span.line, reading.records) == ("broken-listing", line, ())
    assert mistake.message.startswith(said)


def test_a_page_of_another_layout_is_refused() -> None:
    reading = parse("\n".join(f"CVMar {n}, 2024\nno names\nThey burn." for n in range(1, 9)))
    assert ([mistake.check for mistake in reading.mistakes], reading.records) == (["broken-listing"], ())


def test_the_last_paper_may_be_the_one_whose_names_cannot_be_told() -> None:
    reading = parse(SAMPLE.replace("(Not Far)Ryan McDonald", "on land"))
    assert [mistake.message for mistake in reading.mistakes] == [
        "expected a title with its authors, found `How Far Does a Lens Carriage Roll? on la…`; nothing is read from "
        "lines 7 to 9"
    ]
    assert len(reading.records) == 2


def test_a_name_in_chinese_is_an_author() -> None:
    (record,) = parse("CVMar 1, 2024\nLamps at Night李华 et al.\nThey burn.\n").records
    assert (str(record.work.title), names(record.work.authors)) == ("Lamps at Night", ["李华"])


def test_no_line_can_go_without_being_missed() -> None:
    lines = SAMPLE.splitlines(keepends=True)
    for at in range(len(lines)):
        reading = parse("".join(lines[:at] + lines[at + 1 :]))
        assert [mistake.check for mistake in reading.mistakes] in (["broken-entry"], ["broken-listing"]), lines[at]
        assert abs(reading.mistakes[0].span.line - at - 1) <= 1
        assert len(reading.records) in (0, 2)


def test_sniffing_goes_by_the_layout() -> None:
    assert listing_ranked.sniff(Source("x.bib", SAMPLE.encode(), "d"))
    assert listing_ranked.sniff(Source("x", ("Menu\n" + SAMPLE).encode(), "d")), "so that the line can be told"
    assert not listing_ranked.sniff(Source("ranked.txt", b"Lamps at NightAda Wick\n", "d"))
