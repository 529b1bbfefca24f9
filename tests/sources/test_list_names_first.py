"""Entries of lists that begin with names, as some fields and countries cite. All samples are made up."""

from __future__ import annotations

import pytest

from conspectus import sources
from conspectus.cache import Cache
from conspectus.model.paper import Source

PAPER = "[[paper](https://arxiv.org/abs/2404.14469)]"

ENTRIES = {
    # Brazil's standard
    "WICK, J.; OIL, A. Dim lamps of brass. **Journal of Lamps**, v. 9, n. 2, p. 1-9, 2020.": {
        "authors": ["J. Wick", "A. Oil"], "venue": "Journal of Lamps", "volume": "9", "issue": "2", "pages": "1-9",
        "date": "2020",
    },
    "WICK, Ada. Dim lamps of brass. *Journal of Lamps*, São Paulo, v. 9, p. 1-9, jan. 2020.": {
        "authors": ["Ada Wick"], "venue": "Journal of Lamps", "volume": "9", "date": "2020-01",
    },
    "DA WICK, José; O'OIL, B. et al. Dim lamps of brass. **Lamps**, v. 9, 2020.": {
        "authors": ["José da Wick", "B. O'Oil"], "venue": "Lamps", "date": "2020",
    },
    "WICK, J. A.; OIL, M. Dim lamps of brass. In: LAMP CONGRESS, 12., 2019, Recife. **Anais** [...].": {
        "authors": ["J. A. Wick", "M. Oil"], "venue": "LAMP CONGRESS", "volume": None, "date": "2019",
    },
    # names before a colon, or on a line of their own
    f"Ada Wick, Bo Oil, Cy Fay: Dim Lamps of Brass {PAPER}": {"authors": ["Ada Wick", "Bo Oil", "Cy Fay"]},
    f"Ada Wick, Bo Oil, Cy Fay:\n  Dim Lamps of Brass.\n\n  {PAPER}": {"authors": ["Ada Wick", "Bo Oil", "Cy Fay"]},
    f"Ada Wick, Bo Oil:\n\n  Dim Lamps of Brass.\n\n  {PAPER}": {"authors": ["Ada Wick", "Bo Oil"]},
    # where a venue stands between a title and its links
    f"Dim Lamps of Brass, Future Oil Systems 2016, ({PAPER})": {"venue": "Future Oil Systems", "date": "2016"},
}  # fmt: skip


@pytest.mark.parametrize("entry", ENTRIES)
def test_an_entry_that_begins_with_names_is_taken_apart(entry: str) -> None:
    reading = sources.parse(Source("README.md", f"## Lamps\n\n- {entry}\n\nEnd.\n".encode(), "d"), Cache(None))
    (work,) = (record.work for record in reading.records)
    assert work.title
    assert work.title.source.casefold() == "dim lamps of brass"
    known = {"authors": [person.name for person in work.people], "date": work.date and str(work.date)}
    assert {name: known.get(name, getattr(work, name, None)) for name in ENTRIES[entry]} == ENTRIES[entry]


@pytest.mark.parametrize(
    "title",
    [
        "Make It Work, Make It Right, Make It Last: A Lamp",
        "Counterfactual Oil “what-if” Lamps",
        "Dim Lamps, Wicks: A Key",
    ],
)
def test_a_title_that_looks_like_names_is_a_title(title: str) -> None:
    text = f"## Lamps\n\n- {title} {PAPER}\n- [{title}](https://arxiv.org/abs/2404.14470)\n"
    reading = sources.parse(Source("README.md", text.encode(), "d"), Cache(None))
    titles = [record.work.title.source if record.work.title else "" for record in reading.records]
    assert titles == [title, title]
