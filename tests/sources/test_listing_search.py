"""Search listings; the papers of the sample are made up, in the real layout."""

from __future__ import annotations

import pytest

from conspectus.model.paper import Reading, Source
from conspectus.model.work import Link
from conspectus.sources import listing_search
from conspectus.text import Text

PATH = "content/papers/search-lamps.txt"

SAMPLE = """\
Get trending papers in your email inbox once a day!
Get trending papers in your email inbox!
Subscribe$\\infty$Lamps: Do They Burn Forever?
We made up a lamp that burns as long as anybody looks. It has a wick of ``endless'' length, na\\"ive as that is.
[WICK] is All You Need
Two kinds of lamps have won attention. Ours has a wick, and nothing else that could be lit. See https://wick.github.io.
Lamps to 100K Wicks, by Night and Fog
A lamp with many wicks is a fire. We count them one by one, and put out those that nobody needs: https://github.com/lamp/100k
"""


def parse(text: str) -> Reading:
    return listing_search.parse(Source(PATH, text.encode(), "d"))


def test_title_and_abstract_alternate_and_the_first_is_freed_of_the_button() -> None:
    reading = parse(SAMPLE)
    assert (reading.format, reading.mistakes, reading.remarks) == ("search listing", (), ())
    works = [record.work for record in reading.records]
    assert [work.title for work in works] == [
        Text("$\\infty$Lamps: Do They Burn Forever?"),
        Text("[WICK] is All You Need"),
        Text("Lamps to 100K Wicks, by Night and Fog"),
    ]
    assert works[0].abstract and works[0].abstract.source.endswith('na\\"ive as that is.')
    assert [work.urls for work in works] == [
        (),
        (Link("project", "https://wick.github.io"),),
        (Link("code", "https://github.com/lamp/100k"),),
    ]
    assert [work.code for work in works] == [None, None, True]
    assert all((work.date, work.authors, work.listed) == (None, None, ("search-lamps",)) for work in works)
    assert [record.span.line for record in reading.records] == [3, 5, 7]


def test_the_button_may_stand_on_a_line_of_its_own() -> None:
    assert parse(SAMPLE.replace("Subscribe$", "Subscribe\n$")).records[0].work.title == Text(
        "$\\infty$Lamps: Do They Burn Forever?"
    )


@pytest.mark.parametrize("at", range(3, 8))
def test_no_line_can_go_without_being_missed(at: int) -> None:
    lines = SAMPLE.splitlines(keepends=True)
    reading = parse("".join(lines[:at] + lines[at + 1 :]))
    whole = [record.work for record in parse(SAMPLE).records]
    assert [mistake.check for mistake in reading.mistakes] in (["broken-listing"], ["broken-entry"])
    assert abs(reading.mistakes[0].span.line - at - 1) <= 1
    assert [record.work for record in reading.records] in ([], whole[1:], whole[::2])


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("Subscribe$", "$", 3, "the first title is expected behind `Subscribe`, not `$"),
        ("Two kinds", "Daily Papers\nTwo kinds", 6, "expected an abstract, found `Daily Papers`"),
        ("that nobody needs: https://github.com/lamp/100k\n", "that nobody", 8, "the file ends in the middle"),
        ("//github.com/lamp/100k\n", "//github.com/la", 8, "the file ends in the middle"),
    ],
)
def test_a_page_that_is_not_as_it_was_is_refused_at_its_line(old: str, new: str, line: int, said: str) -> None:
    assert old in SAMPLE
    reading = parse(SAMPLE.replace(old, new))
    (mistake,) = reading.mistakes
    assert (mistake.check, mistake.span.line) == ("broken-listing", line)
    assert mistake.message.startswith(said)
    assert reading.records == ()


def test_a_line_of_another_kind_is_told_and_the_papers_are_read() -> None:
    reading = parse(SAMPLE.replace("[WICK] is", "Jul 9, 2024\n[WICK] is"))
    (mistake,) = reading.mistakes
    assert mistake.message == "expected a title, found `Jul 9, 2024`; nothing is read from line 5"
    assert [record.work for record in reading.records] == [record.work for record in parse(SAMPLE).records]


def test_a_page_without_papers_is_no_listing() -> None:
    (mistake,) = parse("Get trending papers in your email inbox!\nSubscribe\n").mistakes
    assert (mistake.check, mistake.span.line) == ("broken-listing", 2)


def test_sniffing_goes_by_the_layout() -> None:
    assert listing_search.sniff(Source("x.yaml", SAMPLE.encode(), "d"))
    daily = "new\nGet trending papers in your email inbox!\nSubscribe\nDaily Papers\n"
    assert not listing_search.sniff(Source("search.txt", daily.encode(), "d"))
