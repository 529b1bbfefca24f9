"""Entries of lists of papers in layouts met in the wild. All samples are made up in the layouts of real lists."""

from __future__ import annotations

import pytest

from conspectus import sources
from conspectus.cache import Cache
from conspectus.model.paper import Reading, Record, Source

ARXIV = "https://arxiv.org/abs/2404.14469"
PAGE = "https://lamps.example/dim"

MANY = [
    f"{given} {name}{end}"
    for given in ("Ada", "Bo", "Cy", "Di", "Ed", "Fay", "Gus")
    for name in ("Wick", "Oil")
    for end in "adefk"
]

ENTRIES = {
    f"1. [**Dim Lamps 3.**]({PAGE}) _{', '.join(MANY)}._ Arxiv 2025.": {"title": "Dim Lamps 3", "authors": MANY},
    # names and titles between commas
    "- Ada Wick, Bo Oil, Cy Fay, Dim Lamps of Brass and Tin, arXiv:2404.14469": {
        "title": "Dim Lamps of Brass and Tin", "authors": ["Ada Wick", "Bo Oil", "Cy Fay"], "arxiv": "2404.14469",
    },
    "- Ada Wick, Bo Oil and Cy Fay, Dim Lamps of Brass and Tin, CVPR, 2015": {
        "title": "Dim Lamps of Brass and Tin", "authors": ["Ada Wick", "Bo Oil", "Cy Fay"], "date": "2015",
    },
    f"- Oil University [[Paper]]({ARXIV})\n  - Ada Wick, Bo Oil, Dim Lamps of Brass and Tin, arXiv:2404.14469.": {
        "title": "Dim Lamps of Brass and Tin", "authors": ["Ada Wick", "Bo Oil"], "arxiv": "2404.14469",
    },
    # a whole citation in a link
    f"- [Wick, A., Oil, B.: Dim Lamps of Brass. ICLR 2020]({PAGE}.pdf)": {
        "title": "Dim Lamps of Brass", "authors": ["A. Wick", "B. Oil"], "venue": "ICLR", "date": "2020",
    },
    f"- [Ada Wick, Bo Oil. Dim Lamps of Brass. In ICLR, 2020.]({PAGE}.pdf)": {
        "title": "Dim Lamps of Brass", "authors": ["Ada Wick", "Bo Oil"], "venue": "ICLR", "date": "2020",
    },
    f"- [Dim Lamps of Brass. Ada Wick, Bo Oil. ICLR 2020]({PAGE}.pdf)": {
        "title": "Dim Lamps of Brass", "authors": ["Ada Wick", "Bo Oil"], "venue": "ICLR", "date": "2020",
    },
    # behind the title
    f"- [Dim Lamps of Brass]({PAGE}.pdf). Wick, A., Oil, B. ICLR 2019": {
        "authors": ["A. Wick", "B. Oil"], "venue": "ICLR", "date": "2019",
    },
    f"- [Dim Lamps of Brass]({PAGE}.pdf) - Ada L. Wick, Bo Oil and Cy Fay 2012": {
        "authors": ["Ada L. Wick", "Bo Oil", "Cy Fay"], "venue": None, "date": "2012",
    },
    f"- [Dim Lamps of Brass]({PAGE}.pdf) - Ada Wick 2012": {"authors": [], "venue": None, "date": "2012"},
    f"- [Dim Lamps of Brass]({ARXIV}) (Remote Sensing 2020)": {"authors": [], "venue": "Remote Sensing"},
    f"- Dim Lamps of Brass (IEA/AIE 2017) [[paper]]({ARXIV})": {"title": "Dim Lamps of Brass", "venue": "IEA/AIE"},
    f"- [arxiv'25] Dim Lamps of Brass [[arxiv]({ARXIV})]": {"method": None, "venue": None, "date": "2025"},
    "- [ICPP'19] Dim Lamps of Brass": {"method": None, "venue": "ICPP", "date": "2019"},
    f"- [Dim Lamps of Brass]({PAGE}) `Lampworks` `2011`": {"venue": None, "organization": "Lampworks", "date": "2011"},
    f"- [Dim Lamps of Brass]({ARXIV}) (1970): A paper from 1970 on lamps and all that": {"venue": None},
    f"- [Dim Lamps of Brass]({ARXIV}) **(An outstanding work in 2015)**": {"venue": None},
    # authors with where they work
    f"- [Dim Lamps of Brass]({ARXIV})\n  Ada Wick, *Oil University;* Bo Oil and Cy Fay, *Lamp Labs*": {
        "authors": ["Ada Wick", "Bo Oil", "Cy Fay"],
    },
    f"- **Dim Lamps of Brass** Ada Wick, University of Oil; Bo Oil and Cy Fay, Lamp Labs. [[Paper]]({ARXIV})": {
        "authors": ["Ada Wick", "Bo Oil", "Cy Fay"],
    },
    f"- [Dim Lamps of Brass]({ARXIV}) by Ada Wick, Bo Oil, University of Oil (2022)": {
        "authors": ["Ada Wick", "Bo Oil"], "date": "2022",
    },
    f"- [Dim Lamps of Brass]({ARXIV}) by Ada Wick, Bo Oil (The Oil Corporation, 2023)": {
        "authors": ["Ada Wick", "Bo Oil"], "date": "2023", "organization": "The Oil Corporation",
    },
    # links that tell where a paper was published
    f"- Dim Lamps of Brass [[arXiv 15 Nov 2018]]({ARXIV})": {"venue": None, "date": "2018-11-15"},
    f"- Dim Lamps of Brass [[IEEE TLL]]({ARXIV}) [[PyTorch]](https://github.com/o/il)": {
        "arxiv": "2404.14469", "venue": "IEEE TLL", "code": "https://github.com/o/il",
    },
    "- **2015-08** | Dim Lamps of Brass | *Ada Wick & Bo Oil* | [Lamp Letters](https://doi.org/10.99999/lamp.1)": {
        "authors": ["Ada Wick", "Bo Oil"], "venue": "Lamp Letters", "organization": None, "doi": "10.99999/lamp.1",
    },
    f"**(2019-12) Dim Lamps of Brass: a review** [[Lamp Letters paper]({ARXIV})]": {
        "title": "Dim Lamps of Brass: a review", "date": "2019-12", "venue": "Lamp Letters",
    },
    # titles that look as if names followed
    f"- Dim Lamps: Wicks, Small Flames and Oil Wells [[Paper]]({ARXIV})": {
        "title": "Dim Lamps: Wicks, Small Flames and Oil Wells", "authors": [],
    },
    f"- Lamp Generation by Iterative Wick Passing [[Paper]]({ARXIV})": {
        "title": "Lamp Generation by Iterative Wick Passing", "authors": [],
    },
    # papers that lie beside the list
    "- [Dim Lamps of Brass](papers/dim.pdf) (1997): A paper that shows how lamps are dimmed": {"date": "1997"},
}  # fmt: skip


def parse(text: str) -> Reading:
    return sources.parse(Source("README.md", text.encode(), "d"), Cache(None))


def told(record: Record) -> dict[str, object]:
    work = record.work
    return {
        "title": work.title and work.title.source,
        "arxiv": work.arxiv,
        "doi": work.doi,
        "venue": work.venue,
        "date": work.date and str(work.date),
        "organization": work.organization,
        "method": dict(work.facts).get("method"),
        "authors": [person.name for person in work.people],
        "code": next((link.url for link in work.urls if link.kind == "code"), None),
    }


@pytest.mark.parametrize("entry", ENTRIES)
def test_an_entry_is_read_field_by_field(entry: str) -> None:
    (record,) = parse(f"## Lamps\n\n{entry}\n").records
    expected = {"title": "Dim Lamps of Brass"} | ENTRIES[entry]
    assert {name: told(record)[name] for name in expected} == expected


def test_a_mention_of_another_paper_is_not_its_link() -> None:
    other = "https://arxiv.org/abs/2106.09685"
    reading = parse(f"## Lamps\n\n- [Dim Lamps of Brass]({ARXIV}) builds on [Oil]({other}).\n")
    assert [record.work.arxiv for record in reading.records] == ["2404.14469"]
    assert [dropped.title for dropped in reading.dropped] == ["2106.09685"]


def test_lines_with_names_below_a_heading_that_is_a_paper_are_no_papers() -> None:
    about = "- **Metrics:** Accuracy and lumen\n- **Comments:** Introduces **Oil**, a lamp that burns by day.\n\n"
    papers = [f"### [Dim Lamps of Brass {n}](https://arxiv.org/abs/2404.0000{n})\n{about}" for n in (1, 2, 3)]
    reading = parse("## Lamps\n\n" + "".join(papers))
    assert [record.work.title and record.work.title.source for record in reading.records] == [
        "Dim Lamps of Brass 1", "Dim Lamps of Brass 2", "Dim Lamps of Brass 3",
    ]  # fmt: skip
    assert reading.dropped == ()


def test_a_title_that_begins_as_a_heading_of_the_list_itself_is_a_title() -> None:
    entry = "### [{0}: A Key to Responsible Lamps](https://arxiv.org/abs/2404.0000{1})\n\n"
    reading = parse(
        "## Lamps\n\n" + "".join(entry.format(*pair) for pair in (("Citation", 1), ("Wicks", 2), ("Oil", 3)))
    )
    assert len(reading.records) == 3


def test_notes_on_papers_are_links_and_no_papers() -> None:
    notes = "- [Reading Note from Ada](https://ada.example/lamps)\n- [Reading Note2](https://bo.example/lamps)\n"
    reading = parse(f"## Lamps\n\n### Dim Lamps of Brass (ICLR 2020)\n\n{notes}- [Paper]({ARXIV})\n")
    assert [told(record)["title"] for record in reading.records] == ["Dim Lamps of Brass"]
