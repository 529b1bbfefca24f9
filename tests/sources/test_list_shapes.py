"""Shapes of entries whose fields are easily taken for one another: references, dates, venues and papers side by side.

All samples are made up in the layouts of real lists of systems, security, biology, physics, robotics and economics.
"""

from __future__ import annotations

import pytest

from conspectus import sources
from conspectus.cache import Cache
from conspectus.model.paper import Reading, Record, Source

ARXIV = "https://arxiv.org/abs/2404.14469"
PAGE = "https://lamps.example/dim.pdf"

ENTRIES = {
    # a link that names the authors and the year, behind the title
    f"* Dim Lamps of Brass. [Wick, Oil, Fay (2003)]({PAGE}).": {"authors": ["Wick", "Oil", "Fay"], "date": "2003"},
    f"1. **Dim Lamps of Brass. [Wick (1970)]({PAGE}).**": {"authors": ["Wick"], "date": "1970"},
    f"* Dim Lamps of Brass. [Wick et al (2010)]({PAGE}).": {"authors": ["Wick"], "date": "2010"},
    f"* Why do lamps go out? [Wick (1985)]({PAGE}).": {"title": "Why do lamps go out?", "authors": ["Wick"]},
    # the names and the year before it, without more
    "- Wick and Oil (1962) Dim Lamps of Brass": {"authors": ["Wick", "Oil"], "date": "1962"},
    "- Wick (1945) *Dim Lamps of Brass*": {"authors": ["Wick"], "date": "1945"},
    # a link that names the venue and the year, before the title
    f"- [arXiv 2024.04]({ARXIV}), Dimmer: Dim Lamps of Brass, [website](https://lamps.example/)": {
        "title": "Dimmer: Dim Lamps of Brass", "arxiv": "2404.14469", "date": "2024-04",
    },
    f"- [ICLR 2024]({ARXIV}): Dim Lamps of Brass": {"venue": "ICLR", "date": "2024"},
    # what stands before the title in one piece with it
    f"- [2021 - Dim Lamps of Brass]({PAGE})": {"date": "2021"},
    f"- [website](https://lamps.example/), Dim Lamps of Brass [[paper]]({PAGE})": {},
    f"- 21_ICSE_Dim Lamps of Brass [[paper]]({ARXIV})": {"venue": "ICSE", "date": "2021"},
    f"- 2021_Lamp Letters_Dim Lamps of Brass [[paper]]({ARXIV})": {"venue": "Lamp Letters", "date": "2021"},
    # behind it
    f"- Dim Lamps of Brass, VMCAI 2011, [paper]({PAGE})": {"venue": "VMCAI", "date": "2011"},
    f"- Dim Lamps of Brass, LOIL, 2011, [paper]({PAGE})": {"venue": "LOIL", "date": "2011"},
    f"- Dim Lamps of Brass, 2003, [paper]({PAGE})": {"venue": None, "date": "2003"},
    "- Dim Lamps of Brass (TKDE)": {"venue": "TKDE"},
    f"- Dim Lamps of  Brass [[paper]]({PAGE})": {},
    f"[Dim Lamps of Brass]({PAGE}) (CVPR best paper)": {"venue": "CVPR"},
    # a journal and a month in italics
    f"**Dim Lamps of Brass.**\n*Lamp Letters, July 2019.*\n[[paper]({PAGE})]": {
        "authors": [], "venue": "Lamp Letters", "date": "2019-07",
    },
    f"**Dim Lamps of Brass.**\nAda Wick, Bo Oil.\n*Science, July 2019.*\n[[paper]({PAGE})]": {
        "authors": ["Ada Wick", "Bo Oil"], "venue": "Science", "date": "2019-07",
    },
    f'* "Dim Lamps of Brass", *IROS, Mar 2023*. [[Paper]({PAGE})]': {"venue": "IROS", "date": "2023-03"},
    # initials, and years of two digits
    f"- [Dim Lamps of Brass]({PAGE}). Wick AB, Oil EW. S&P '15.": {"authors": ["AB Wick", "EW Oil"], "venue": "S&P"},
    f"- [Dim Lamps of Brass]({PAGE}). Wick A, Oil B. '16.": {"authors": ["A Wick", "B Oil"], "date": "2016"},
    f"- [Dim Lamps of Brass]({PAGE}). Wick A. '08.": {"authors": ["A Wick"], "date": "2008"},
    f'- Wick, Ada, and Jo Ba. "Dim Lamps of Brass." arXiv preprint arXiv:2404.14469 (2024). [[pdf]]({ARXIV})': {
        "authors": ["Ada Wick", "Jo Ba"],
    },
    # citations whose names have the initials first
    "- A. Wick, B. Oil, C. Fay. Dim Lamps of Brass, CVPR 2015": {"authors": ["A. Wick", "B. Oil", "C. Fay"]},
    "- A. Wick, C. Fay, and B. Oil. Dim Lamps of Brass. The MIT Press, 2000.": {
        "authors": ["A. Wick", "C. Fay", "B. Oil"], "date": "2000",
    },
    "- A. Wick and B. Oil. Dim Lamps of Brass. Lamp Letters, 15: 26-52, 2014.": {
        "authors": ["A. Wick", "B. Oil"], "venue": "Lamp Letters", "date": "2014",
    },
    "- Wick, C.P. Dim Lamps of Brass. J. Lamps 4, 161–174 (1991).": {"authors": ["C.P. Wick"], "date": "1991"},
    f"- [Ada Ai, Bo Oil. 2018. Dim Lamps of Brass. In Proceedings of the Lamp Conference]({PAGE})": {
        "authors": ["Ada Ai", "Bo Oil"], "date": "2018",
    },
    # no authors
    f"- [Dim Lamps of Brass]({PAGE}) - Ada Wick, Bo Oil, ACM Computing Lamps, 2018.": {
        "authors": ["Ada Wick", "Bo Oil"], "date": "2018",
    },
    f"- [Dim Lamps of Brass]({PAGE})\n  - International Lamp Software and Applications Conference (ILSAC) 1997": {
        "authors": [],
    },
    f"- [Dim Lamps of Brass]({PAGE}) _Lamp Team: Ada Wick, Bo Oil, Cy Fay._": {
        "authors": ["Lamp Team", "Ada Wick", "Bo Oil", "Cy Fay"],
    },
    f"- [Dim Lamps of Brass]({PAGE}). Ada Wick. PhD Thesis, Oil University, 1997.": {
        "authors": ["Ada Wick"], "date": "1997",
    },
    # where an author works is no venue, and no part of a name
    f"- [Dim Lamps of Brass]({PAGE}), Ada Wick (Lamp Research) 2008": {
        "authors": ["Ada Wick"], "venue": None, "date": "2008",
    },
    f"- [Dim Lamps of Brass]({PAGE}), Lamp Networks (LANET) 2008": {"authors": [], "venue": "Lamp Networks"},
    f"- [Dim Lamps of Brass]({PAGE})\n  Ada Wick (Oil University), Bo Oil (Oil University)": {
        "authors": ["Ada Wick", "Bo Oil"],
    },
    # years within names of venues, and publishers
    "- A. Wick and B. Oil, “Dim Lamps of Brass,” in Proceedings of the 2019 ACM Conference on Lamps, 2019, pp. 4-9.": {
        "venue": "Proceedings of the 2019 ACM Conference on Lamps", "date": "2019",
    },
    "- A. Wick and B. Oil, “Dim Lamps of Brass,” 2019 IEEE Symposium on Lamps (SL), 2019, pp. 4-9.": {
        "venue": "IEEE Symposium on Lamps (SL)", "date": "2019",
    },
    "- Wick A , Oil B , et al. Dim Lamps of Brass[J]. IEEE Transactions on Lamps, 2020, 32(1):17-18.": {
        "authors": ["A Wick", "B Oil"], "venue": "IEEE Transactions on Lamps", "date": "2020",
    },
    # addresses that look as if they had a DOI
    "- [Dim Lamps of Brass](http://delivery.acm.org/10.1145/3140000/3132259/p36-wick.pdf?ip=1)": {"doi": None},
}  # fmt: skip


def parse(text: str) -> Reading:
    return sources.parse(Source("README.md", text.encode(), "d"), Cache(None))


def told(record: Record) -> dict[str, object]:
    work = record.work
    return {
        "title": work.title and work.title.source,
        "authors": [person.name for person in work.people],
        "arxiv": work.arxiv,
        "doi": work.doi,
        "venue": work.venue,
        "date": work.date and str(work.date),
    }


@pytest.mark.parametrize("entry", ENTRIES)
def test_what_an_entry_says_is_taken_for_what_it_is(entry: str) -> None:
    (record,) = parse(f"## Lamps\n\n{entry}\n").records
    expected = {"title": "Dim Lamps of Brass"} | ENTRIES[entry]
    assert {name: told(record)[name] for name in expected} == expected


def titles(text: str) -> list[object]:
    return [told(record)["title"] for record in parse(text).records]


def test_papers_that_share_the_cell_of_a_table_are_told_apart() -> None:
    rows = (
        "## Lamps\n\n| Year | Best papers |\n|---|---|\n"
        f"| 2016 | **[Dim Lamps of Brass]({PAGE})**<br>Ada Wick (Oil University)<br>"
        "**Dimmer Lamps of Tin**<br>Bo Oil and Cy Fay |\n"
        f"| 2015 | **Lamps of Olden Times**<br>Ada Wick, Bo Oil |\n"
    )
    reading = parse(rows)
    assert [(told(record)["title"], told(record)["authors"], told(record)["date"]) for record in reading.records] == [
        ("Dim Lamps of Brass", ["Ada Wick"], "2016"),
        ("Dimmer Lamps of Tin", ["Bo Oil", "Cy Fay"], "2016"),
        ("Lamps of Olden Times", ["Ada Wick", "Bo Oil"], "2015"),
    ]


def test_paragraphs_of_a_title_and_links_that_are_named_are_papers() -> None:
    entry = "Dim Lamps of {0} and Brass , \nPDF: <https://arxiv.org/abs/2404.0000{1}>\n\n"
    other = "Dim Lamps of Zinc and Brass , \nProject: <https://lamps.example/zinc>\n\n"
    prose = "For all this and more about lamps see the \nPDF: <https://arxiv.org/abs/2404.00009>\n\n"
    reading = parse("## Lamps\n\n" + entry.format("Oil", 1) + entry.format("Tin", 2) + other + prose)
    assert [told(record)["title"] for record in reading.records] == [
        "Dim Lamps of Oil and Brass", "Dim Lamps of Tin and Brass", "Dim Lamps of Zinc and Brass",
    ]  # fmt: skip
    assert [dropped.span.line for dropped in reading.dropped] == [13]


def test_a_second_printed_paper_on_a_line_is_listed() -> None:
    line = "* [Dim Lamps of Brass](papers/dim.pdf) (1981) and [Dimmer Lamps of Tin](papers/tin.pdf) (1990): On lamps."
    reading = parse(f"## Lamps\n\n{line}\n\n[Notes on Lamps](a.pdf) and [more of them](b.pdf)\n")
    assert "Dimmer Lamps of Tin" in [dropped.title for dropped in reading.dropped]


@pytest.mark.parametrize("call", ["this paper", "here", "a great read", "read more here", "the paper"])
def test_a_link_that_asks_to_be_followed_is_no_title(call: str) -> None:
    assert titles(f"## Lamps\n\n- Dim Lamps of Brass: [{call}]({ARXIV})\n") == ["Dim Lamps of Brass"]


def test_what_an_acronym_of_a_venue_stands_for_is_no_paper() -> None:
    entries = f"- [Dim Lamps of Brass]({PAGE})\n- **ICSE**, the International Conference on Software Engineering\n"
    assert titles(f"## Lamps\n\n{entries}") == ["Dim Lamps of Brass"]


def test_a_heading_below_an_anchor_is_one() -> None:
    text = f'## Contents\n- [Oil](#oil)\n\n<a name="oil" />\n## Oil\n\n- [Dim Lamps of Brass]({PAGE})\n'
    assert [record.groups for record in parse(text).records] == [(("Oil",),)]
