"""Items of lists without a link, or with links to places further down: what is taken, and what is told of the others.

All samples are made up."""

from __future__ import annotations

import pytest

from conspectus import sources
from conspectus.cache import Cache
from conspectus.model.paper import Reading, Source

ARXIV = "https://arxiv.org/abs/2404.14469"
TAKEN = f"- [Dim Lamps of Brass]({ARXIV})\n"


def parse(text: str | bytes) -> Reading:
    return sources.parse(Source("README.md", text.encode() if isinstance(text, str) else text, "d"), Cache(None))


def told(reading: Reading) -> list[tuple[str, str | None, str | None]]:
    works = (record.work for record in reading.records)
    return [(work.title.source if work.title else "", work.venue, work.date and str(work.date)) for work in works]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("19-LAMP-Bright Lamps of Tin", ("Bright Lamps of Tin", "LAMP", "2019")),
        ("**21-EuroLamp-LampOS: Bright Lamps of Tin**", ("LampOS: Bright Lamps of Tin", "EuroLamp", "2021")),
        ("Bright Lamps of Tin (arXiv 2021)", ("Bright Lamps of Tin", None, "2021")),
        ("Bright Lamps of Tin（ICLR 2016）", ("Bright Lamps of Tin", "ICLR", "2016")),
        ("**A. Wick and B. Oil**: *Bright Lamps of Tin*, ICLR 2020", ("Bright Lamps of Tin", "ICLR", "2020")),
    ],
)
def test_items_that_tell_where_they_were_published_are_papers(item: str, expected: tuple[str, ...]) -> None:
    assert told(parse(f"## Lamps\n\n- {item}\n")) == [expected]


@pytest.mark.parametrize("item", ["Wicks", "Oil Lamps", "A lamp " + "that burns " * 20, "Bright Lamps of Tin"])
def test_every_item_beside_papers_is_taken_or_told(item: str) -> None:
    reading = parse(f"## Lamps\n\n{TAKEN}- {item}\n")
    assert [dropped.title for dropped in reading.dropped] == [item.strip()]


@pytest.mark.parametrize("item", ["Code: None", "ICLR 2020", "[Wicks](#wicks)"])
def test_what_says_nothing_of_a_paper_is_not_told(item: str) -> None:
    assert parse(f"## Lamps\n\n{TAKEN}- {item}\n").dropped == ()


def test_notes_below_a_heading_that_is_a_paper_are_not_told() -> None:
    headings = "".join(f"### [Dim Lamps of Brass {n}]({ARXIV[:-1]}{n})\n\n- burns by night\n\n" for n in range(3))
    reading = parse(f"## Lamps\n\n{headings}")
    assert (len(reading.records), reading.dropped) == (3, ())


def test_a_list_of_titles_alone_is_told_with_what_to_do() -> None:
    reading = parse("## Lamps\n\n1. Dim Lamps of Brass\n2. Bright Wicks Burn Long\n3. A Survey of Oil Lamps\n")
    (mistake,) = reading.mistakes
    assert mistake.message == "no paper was found in this Markdown file"
    assert mistake.span.line == 3
    assert mistake.help and mistake.help.startswith("these look like titles without links")
    assert len(reading.dropped) == 3


def test_links_to_places_further_down_are_papers_below_what_heads_them() -> None:
    inner = "  - [Dim Lamps of Brass (ICLR 2020)](#dim)\n  - [Bright Lamps of Tin (ICLR 2021)](#bright)\n"
    reading = parse(f"## Lamps\n\n- [By Metal and Oil](#metal)\n{inner}")
    assert told(reading) == [("Dim Lamps of Brass", "ICLR", "2020"), ("Bright Lamps of Tin", "ICLR", "2021")]
    assert {record.groups for record in reading.records} == {(("Lamps", "By Metal and Oil"),)}


def test_papers_of_one_word_below_what_heads_them_are_papers_of_their_own() -> None:
    inner = f"  - DimNet [paper]({ARXIV})\n    - burns by night\n  - TinNet [paper]({ARXIV[:-1]}8)\n  - Wax\n"
    reading = parse(f"## Lamps\n\n- **Brass** (with oil)\n{inner}")
    assert [name for name, *_ in told(reading)] == ["DimNet", "TinNet"]


def test_links_of_one_paper_below_its_title_are_its_own() -> None:
    inner = f"  - Paper: {ARXIV}\n  - ICLR: https://openreview.net/forum?id=lamps\n"
    assert [name for name, *_ in told(parse(f"## Lamps\n\n- Dim Lamps of Brass\n{inner}"))] == ["Dim Lamps of Brass"]


@pytest.mark.parametrize("sign", [":1st_place_medal:", ":+1:", ":100:", ":page_facing_up:"])
def test_the_names_of_pictures_are_no_words(sign: str) -> None:
    reading = parse(f"## Lamps\n\n{sign} [Dim Lamps of Brass]({ARXIV})\n\nof old\n")
    assert told(reading) == [("Dim Lamps of Brass", None, None)]


def test_a_citation_without_a_title_gives_none_to_the_item_above() -> None:
    item = f"- Dim Lamp [[Paper]({ARXIV})]\n  - Ada Wick, Bo Oil, arXiv:2404.14469 / ICLR 2016 (under review)\n"
    assert [name for name, *_ in told(parse(f"## Lamps\n\n{item}"))] == ["Dim Lamp"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "windows-1252"])
def test_lists_in_other_encodings_are_read_and_told(encoding: str) -> None:
    reading = parse(f"## Lamps\n\n- [Dim Lamps]({ARXIV}), Ádá Wick and Bo Öl, ICLR 2020\n".encode(encoding))
    (record,) = reading.records
    assert [person.name for person in record.work.people] == ["Ádá Wick", "Bo Öl"]
    assert [remark.startswith("read as ") for remark in reading.remarks] == [True] * (encoding != "utf-8-sig")


@pytest.mark.parametrize(
    "said", ["Great overview of lamps, must read!", "A lamp paper worth reading", "Awesome lamps!"]
)
def test_praise_is_no_title(said: str) -> None:
    reading = parse(f"## Lamps\n\n- [{said}](https://doi.org/10.99999/lamp.1)\n")
    assert told(reading) == [("doi:10.99999/lamp.1", None, None)]
    (remark,) = reading.remarks
    assert remark.startswith(f"line 3: `{said}` reads as praise and no title")


@pytest.mark.parametrize("title", ["LampDB: Learn from Oil, not from Wicks!", "Good Lamps: A Review", "Great Lamps"])
def test_titles_that_praise_are_titles(title: str) -> None:
    assert [name for name, *_ in told(parse(f"## Lamps\n\n- [{title}]({ARXIV})\n"))] == [title]


def test_an_address_in_two_pairs_of_brackets_is_a_link() -> None:
    (record,) = parse(
        "## Lamps\n\n- **Dim Lamps of Brass.** ICLR 2020. [[pdf]((https://lamps.example/a.pdf))]\n"
    ).records
    assert [link.url for link in record.work.urls] == ["https://lamps.example/a.pdf"]


def test_columns_that_are_called_alike_have_a_paper_each() -> None:
    cells = f"[Dim Lamps of Brass]({ARXIV}) | [Bright Lamps of Tin]({ARXIV[:-1]}8)"
    for names in ("Paper 1 | Paper 2", "Paper | Paper 2"):
        reading = parse(f"## Lamps\n\n| Topic | {names} |\n|---|---|---|\n| Wicks | {cells} |\n")
        assert [name for name, *_ in told(reading)] == ["Dim Lamps of Brass", "Bright Lamps of Tin"]
    reading = parse(f"## Lamps\n\n| Paper | Builds on |\n|---|---|\n| {cells} |\n")
    assert [name for name, *_ in told(reading)] == ["Dim Lamps of Brass"]
