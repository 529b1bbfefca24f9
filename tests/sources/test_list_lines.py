"""What lists write around titles: marks of what is read, crossed out or older. All samples are made up."""

from __future__ import annotations

import pytest

from conspectus import sources
from conspectus.cache import Cache
from conspectus.model.paper import Reading, Record, Source

PDF = "[pdf](https://noses.example/a.pdf)"


def parse(text: str) -> Reading:
    return sources.parse(Source("README.md", text.encode(), "d"), Cache(None))


def read(line: str) -> Record:
    reading = parse(f"## Noses\n\n{line}\n")
    assert not reading.dropped
    (record,) = reading.records
    return record


def title(record: Record) -> str:
    return record.work.title.source if record.work.title else ""


@pytest.mark.parametrize(
    ("heading", "groups"),
    [
        ("#### 2023 and before", ("Noses",)),
        ("### 2021 – 2023", ("Noses",)),
        ("**2019 - present**", ("Noses",)),
        ("### Since 2019", ("Noses",)),
        ("### Earlier work", ("Noses",)),
        ("<details><summary>Older papers (click to expand)</summary>", ("Noses",)),
        ("<details><summary>Drift (click to expand)</summary>", ("Noses", "Drift")),
        ("### 2.1 Drift", ("Noses", "Drift")),
        ("### Smell Before Sight", ("Noses", "Smell Before Sight")),
    ],
)
def test_a_heading_that_tells_only_how_old_papers_are_is_no_category(heading: str, groups: tuple[str, ...]) -> None:
    reading = parse(f"## Noses\n\n{heading}\n\n- Noses of Old Times. {PDF}\n")
    assert [(record.groups, record.work.date) for record in reading.records] == [((groups,), None)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f'**"It Smells of Rain": Naming Odors in Text** {PDF}', '"It Smells of Rain": Naming Odors in Text'),
        (f"“It Smells of Rain”: Naming Odors in Text {PDF}", "“It Smells of Rain”: Naming Odors in Text"),
        (f'**Odors that "Smell of Rain"** {PDF}', 'Odors that "Smell of Rain"'),
        (f'"Odors that "Smell of Rain"" {PDF}', 'Odors that "Smell of Rain"'),
        (f'**"Odors that Smell of Rain"** {PDF}', "Odors that Smell of Rain"),
        (f"[ ] TODO read: Odors that Smell of Rain {PDF}", "Odors that Smell of Rain"),
        ("[ ] To read: [Odors that Smell of Rain](https://noses.example/a.pdf)", "Odors that Smell of Rain"),
    ],
)
def test_quotes_of_a_part_belong_to_a_title_and_marks_of_reading_do_not(line: str, expected: str) -> None:
    assert title(read(f"- {line}")) == expected


@pytest.mark.parametrize(
    "line",
    [
        f"【ICSE 2022】Noses of Source Code {PDF}",
        "【ICSE 2022】[Noses of Source Code](https://noses.example/a.pdf)",
        "[【ICSE 2022】Noses of Source Code](https://noses.example/a.pdf)",
        f"Noses of Source Code, ICSE '22 {PDF}",
    ],
)
def test_a_venue_in_wide_brackets_is_one(line: str) -> None:
    record = read(f"- {line}")
    assert (title(record), record.work.venue, str(record.work.date)) == ("Noses of Source Code", "ICSE", "2022")


@pytest.mark.parametrize("behind", ["('21)", "(’21)", ", '21", ", Ada Wick, '21"])
def test_a_year_of_two_digits_is_read(behind: str) -> None:
    record = read(f"- [Noses of Source Code](https://noses.example/a.pdf){behind}")
    assert str(record.work.date) == "2021" and record.work.venue is None


def test_what_is_crossed_out_is_left_out_and_listed() -> None:
    reading = parse(f"## Noses\n- ~~[OldOdorDB](https://noses.example/old.pdf)~~ (offline)\n- Odors of Tin. {PDF}\n")
    assert [title(record) for record in reading.records] == ["Odors of Tin"]
    assert [(one.title, one.why) for one in reading.dropped] == [("OldOdorDB", "it is crossed out")]


def test_a_link_within_code_is_listed_as_not_read() -> None:
    reading = parse(f"## Noses\n- `[Odors of Brass](https://noses.example/b.pdf)`\n- Odors of Tin. {PDF}\n")
    assert [title(record) for record in reading.records] == ["Odors of Tin"]
    assert [one.span.line for one in reading.dropped] == [2]


def test_a_video_is_no_paper_among_papers() -> None:
    reading = parse(f"## Noses\n- [A Talk on Tin](https://www.youtube.com/watch?v=a)\n- Odors of Tin. {PDF}\n")
    assert [title(record) for record in reading.records] == ["Odors of Tin"]
    assert [one.why for one in reading.dropped] == ["it links to a video alone"]


@pytest.mark.parametrize(
    "link",
    ["[bib](https://aclanthology.org/W06.bib)", "[[BibTeX](https://n.example/cite)]", "[cite](https://n.example/b)"],
)
def test_a_reference_in_bibtex_is_no_link_of_the_paper(link: str) -> None:
    record = read(f"- [Odors of Tin](https://noses.example/a.pdf) {link}")
    assert [link.url for link in record.work.urls] == ["https://noses.example/a.pdf"]


def test_a_row_with_names_where_its_title_should_stand_is_listed() -> None:
    reading = parse(
        "## Noses\n\n| Title | Authors | Year |\n|---|---|---|\n"
        "| [Odors of Tin](https://noses.example/a.pdf) | A. Wick et al | 2019 |\n| A. Wick et al | 2019 | ICLR |\n"
    )
    assert [title(record) for record in reading.records] == ["Odors of Tin"]
    (dropped,) = reading.dropped
    assert dropped.title == "A. Wick et al" and "is the row shifted?" in dropped.why


def test_news_of_a_paper_of_the_list_is_none_of_its_own() -> None:
    reading = parse(
        "## News\n- Our survey [Smelling Engines](https://noses.example/a.pdf) is out!\n"
        "- Our survey [Smelling Pumps: a Survey](https://arxiv.org/abs/2401.00001) is out!\n\n"
        "## Noses\n- [Smelling Engines: A Survey of All Noses](https://noses.example/a.pdf)\n"
    )
    pumps, engines = reading.records
    assert (title(pumps), pumps.work.authors) == ("Smelling Pumps: a Survey", None)
    assert title(engines) == "Smelling Engines: A Survey of All Noses"
