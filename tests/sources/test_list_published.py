"""Where and when the papers of lists were published, as links, brackets and lines tell. All samples are made up."""

from __future__ import annotations

import pytest

from conspectus import sources
from conspectus.cache import Cache
from conspectus.model.paper import Source

DOI = "https://doi.org/10.99999/lamp.1"
ARXIV = "https://arxiv.org/abs/1907.01996"
LINKED = f"[Dim Lamps of Brass]({ARXIV})"
NAMED = "**Dim Lamps of Brass** [2024]  \n  Wick, Ada, Bo Oil, and Cy Fay.  \n  "

LINES = {
    # links to the paper that tell where it was published
    f"{NAMED}[J Lampinform 15, 83 (2023)]({DOI}) | [code](https://github.com/o/il)": {
        "doi": "10.99999/lamp.1", "venue": "J Lampinform", "volume": "15", "pages": "83", "date": "2023",
    },
    f"{NAMED}[J. Chem. Inf. Model. 2021, 61, 11, 5343–5361]({DOI})": {
        "venue": "J. Chem. Inf. Model.", "volume": "61", "issue": "11", "pages": "5343-5361", "date": "2021",
    },
    f"{NAMED}[J. Chem. Inf. Model. (2024)]({DOI})": {"venue": "J. Chem. Inf. Model.", "volume": None, "date": "2024"},
    f"{NAMED}[Lamp Letters 12.1 (2024)]({DOI})": {"venue": "Lamp Letters", "volume": "12", "issue": "1"},
    f"{NAMED}[Lamps: Oil and Wicks (2024)]({DOI}) | [arXiv:1907.01996 (2019)]({ARXIV})": {
        "venue": "Lamps: Oil and Wicks", "doi": "10.99999/lamp.1", "arxiv": "1907.01996", "date": "2024",
    },
    f"{NAMED}[chemrxiv-2023-ltr9v]({DOI})": {"venue": None, "volume": None, "date": "2024"},
    f"Dim Lamps of Brass ([Wick et al.2019]({DOI}))": {"venue": None, "date": "2019", "doi": "10.99999/lamp.1"},
    f"[website 2026.03](https://lamps.example/dim), Dim Lamps of Brass [[paper]]({ARXIV})": {"arxiv": "1907.01996"},
    # names that end with brackets or a year
    f"{LINKED}. *Conference on Lamp Learning (CoLL), 2022*": {"venue": "Conference on Lamp Learning"},
    f"{LINKED}. *6th Annual Conference on Lamps, 2022*": {"venue": "6th Annual Conference on Lamps", "date": "2022"},
    f'"Dim Lamps of Brass" CVPR (Oral). [[Paper]]({ARXIV})': {"venue": "CVPR"},
    f"[Dim Lamps of Brass - ICLR - 2018]({ARXIV})": {"venue": "ICLR", "date": "2018"},
    f"Dim Lamps of Brass, HotLamp 2015, ([paper]({ARXIV})), ([slide](https://lamps.example/))": {"venue": "HotLamp"},
    # dates
    f"**Dim Lamps of Brass**\n  [arXiv, 10 Apr 2019]({ARXIV}) • [Code](https://o.example/il)": {"date": "2019-04-10"},
    f"{LINKED} arXiv 1907": {"date": None, "venue": None},
    # what is no organization
    f"Dim Lamps of Brass | *Ada Wick, Bo Oil* | [bioRxiv]({DOI}) | [Models & Data](https://lamps.example/)": {
        "organization": None,
    },
    "Dim Lamps of Brass | **[CVPR' 17]** | [`[official code - caffe]`](https://github.com/o/il)": {
        "organization": None, "venue": "CVPR",
    },
}  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_where_and_when_a_paper_was_published_is_read(line: str) -> None:
    reading = sources.parse(Source("README.md", f"## Lamps\n\n- {line}\n".encode(), "d"), Cache(None))
    (work,) = (record.work for record in reading.records)
    assert work.title
    assert work.title.source == "Dim Lamps of Brass"
    told = {name: getattr(work, name) for name in LINES[line] if name != "date"}
    assert told | ({"date": work.date and str(work.date)} if "date" in LINES[line] else {}) == LINES[line]


@pytest.mark.parametrize(
    ("behind", "names"),
    [
        ("- Wick, Oil (2020)", ["Wick", "Oil"]),
        ("- Wick, Oil, Van der Fay (2020)", ["Wick", "Oil", "Van der Fay"]),
        ("- Lampworks (2020)", []),
    ],
)
def test_family_names_before_a_year_in_brackets_are_authors(behind: str, names: list[str]) -> None:
    reading = sources.parse(Source("README.md", f"## Lamps\n\n- {LINKED} {behind}\n".encode(), "d"), Cache(None))
    (work,) = (record.work for record in reading.records)
    assert [person.name for person in work.people] == names
    assert str(work.date) == "2020"
