"""Daily listings; the papers and organisations of the sample are made up, in the real layout."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from conspectus.model.paper import Reading, Source
from conspectus.model.people import Authors
from conspectus.model.when import Date
from conspectus.sources import listing_daily

PATH = "content/papers/daily-2026-01-07-lamps.txt"

SAMPLE = """\
new

Get trending papers in your email inbox!

Subscribe

Daily Papers

byAK and the research community

Jan 7

Lamps That Listen

A lamp hears the keeper come. We made it up, and it lights itself when the stairs creak for the second time.

  • 19 authors
·
Mar 1, 2024 1,024

A Lens without a Foot

A lens hangs from the roof. It needs nothing below it, as this made-up record needs no authors, no dot and no date.

The Keeper's Ladder: Steps

Ladders have steps. We count the steps of a made-up one, and find that there are as many as on the day before.

Stella-Works Stella Works
·
Dec 30 2

A Horn on Its Own

One author made up a horn for this sample. It sounds once, and then never again for as long as the fog is there.

  • 1 authors
·
Jan 2"""


def parse(text: str, path: str = PATH) -> Reading:
    return listing_daily.parse(Source(path, text.encode(), "d"))


def test_every_field_of_every_paper_is_read() -> None:
    reading = parse(SAMPLE)
    assert (reading.format, reading.mistakes) == ("daily listing", ())
    works = [record.work for record in reading.records]
    assert [work.title and work.title.source for work in works] == [
        "Lamps That Listen",
        "A Lens without a Foot",
        "The Keeper's Ladder: Steps",
        "A Horn on Its Own",
    ]
    assert [work.authors for work in works] == [Authors(count=19), None, None, Authors(count=1)]
    assert [work.organization for work in works] == [None, None, "Stella Works", None]
    assert [work.comments for work in works] == [1024, None, 2, None]
    assert [record.span.line for record in reading.records] == [13, 21, 25, 33]
    assert all(work.listed == ("daily-2026-01-07-lamps",) for work in works)


def test_a_date_later_than_the_page_belongs_to_the_year_before() -> None:
    reading = parse(SAMPLE)
    assert [record.work.date for record in reading.records] == [
        Date(2024, 3, 1),
        None,
        Date(2025, 12, 30, "file name"),
        Date(2026, 1, 2, "file name"),
    ]
    assert reading.remarks == ("2 dates have no year; the listing is of 2026, known from the file's name, 2026-01-07",)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("NexaAI Nexa AI", "Nexa AI"),
        ("Tongyi-MAI Tongyi-MAI", "Tongyi-MAI"),
        ("huggingface Hugging Face", "Hugging Face"),
        ("Qwen Qwen", "Qwen"),
        ("zai-org Z.ai", "Z.ai"),
        ("facebook AI at Meta", "AI at Meta"),
        ("• Stella-Works Stella Works", "Stella Works"),
        ("Solo", "Solo"),
    ],
)
def test_an_organisation_is_called_by_its_name_and_not_its_account(line: str, name: str) -> None:
    assert listing_daily.organization(line) == name


def test_the_last_paper_may_have_no_foot_and_that_is_told() -> None:
    reading = parse(SAMPLE[: SAMPLE.index("  • 1 authors")])
    assert len(reading.records) == 4
    assert reading.mistakes == ()
    assert reading.remarks[1] == "line 33: the last paper has no date; if the page shows one, the file is cut short"


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("Daily Papers\n", "Papers\n", 7, "a daily listing begins with `Daily Papers`"),
        ("new\n", "Models\n", 1, "a daily listing begins with `Daily Papers`"),
        ("Jan 7\n", "", 12, "expected the page's own day, found `Lamps That Listen`"),
        ("  • 19 authors\n", "", 17, "expected a title, found `·`"),
        ("  • 19 authors\n·\n", "  • 19 authors\n", 18, "expected `·`, found `Mar 1, 2024 1,024`"),
        ("Mar 1, 2024 1,024\n", "", 20, "expected a date, found `A Lens without a Foot`"),
        ("Mar 1, 2024 1,024\n", "1 Mar 2024\n", 19, "expected a date, found `1 Mar 2024`"),
        ("Mar 1, 2024 1,024\n", "Feb 30, 2024\n", 19, "expected a date, found `Feb 30, 2024`"),
        ("·\nDec 30 2", "Dec 30 2", 30, "expected an abstract, found `Dec 30 2`"),
        ("·\nJan 2", "·", 38, "the file ends where a date is expected"),
        ("\n·\nJan 2", "", 37, "the file ends where `·` is expected"),
        ("Jan 2", "Ja", 39, "expected a date, found `Ja`"),
        ("Jan 2", "Jan 2\n\nPrevious\n1 2 3\nNext", 43, "the file ends where an abstract is expected"),
    ],
)
def test_a_page_that_is_not_as_it_was_is_told_at_its_line(old: str, new: str, line: int, said: str) -> None:
    assert SAMPLE.count(old) == 1
    reading = parse(SAMPLE.replace(old, new))
    (mistake,) = reading.mistakes
    assert mistake.message.startswith(said)
    assert abs(mistake.span.line - line) <= 1
    whole = [record.work.title for record in parse(SAMPLE).records]
    if mistake.check == "broken-entry":
        assert len(reading.records) >= 3
        assert all(record.work.title in whole for record in reading.records)
    else:
        assert (mistake.check, reading.records) == ("broken-listing", ())


def test_a_line_that_goes_is_missed_or_changes_nothing() -> None:
    lines = SAMPLE.splitlines(keepends=True)
    whole = [record.work for record in parse(SAMPLE).records]
    for at, line in enumerate(lines):
        reading = parse("".join(lines[:at] + lines[at + 1 :]))
        assert reading.mistakes or [record.work for record in reading.records] == whole, line
        assert {record.work.title for record in reading.records} <= {work.title for work in whole}
        assert len(reading.records) in (0, 3, 4)


def test_a_file_cut_anywhere_is_refused_or_ends_behind_a_sentence_or_a_date() -> None:
    whole = re.compile(r"(?s).*(?:\.|\n·\n(?:Mar|Dec|Jan) \d+(?:, 2024)?(?: [\d,]*\d)? ?)\n*")
    passed = 0
    for cut in range(1, len(SAMPLE)):
        reading = parse(SAMPLE[:cut])
        assert reading.mistakes or whole.fullmatch(SAMPLE[:cut]), SAMPLE[:cut][-20:]
        assert not (reading.mistakes and reading.records)
        passed += not reading.mistakes
    assert passed < 40


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: "\ufeff" + text,
        lambda text: text + "\n\n",
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace("\n\n", "\n"),
        lambda text: text.replace("e", "e\u200b\u00ad"),
        lambda text: text.replace("  • ", "\t•\u2003"),
    ],
)
def test_how_a_browser_and_an_editor_save_a_page_does_not_matter(change: Callable[[str], str]) -> None:
    assert [r.work for r in parse(change(SAMPLE)).records] == [r.work for r in parse(SAMPLE).records]


def test_utf_16_with_its_mark_is_read() -> None:
    reading = listing_daily.parse(Source(PATH, SAMPLE.encode("utf-16"), "d"))
    assert [r.work for r in reading.records] == [r.work for r in parse(SAMPLE).records]


def test_bytes_that_are_no_text_are_refused_at_their_line() -> None:
    broken = SAMPLE.encode().replace(b"Ladders", b"L\xe4dders")
    reading = listing_daily.parse(Source(PATH, broken, "d"))
    (mistake,) = reading.mistakes
    assert (mistake.check, mistake.span.line, reading.records) == ("broken-listing", 27, ())


def test_utf_16_that_is_cut_off_within_a_letter_is_refused_where_it_ends() -> None:
    cut = SAMPLE.encode("utf-16")[:-1]
    (mistake,) = listing_daily.parse(Source(PATH, cut, "d")).mistakes
    assert (mistake.check, mistake.span.line) == ("broken-listing", SAMPLE.count("\n") + 1)


def test_sniffing_goes_by_the_layout() -> None:
    assert listing_daily.sniff(Source("x.jsonl", SAMPLE.encode(), "d"))
    assert listing_daily.sniff(Source("x", SAMPLE[SAMPLE.index("Lamps") :].encode(), "d")), "to tell what is missing"
    assert not listing_daily.sniff(Source("daily.txt", b"Lamps\n\nThey burn.\n", "d"))
    assert not listing_daily.sniff(Source("daily.txt", b"Daily Papers\0", "d"))
