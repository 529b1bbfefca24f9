"""Made-up papers as entries; what others read out of them is compared with what went in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from conspectus.exports import Entry
from conspectus.model.people import Authors, Person
from conspectus.model.when import Date
from conspectus.model.work import Link, Work
from conspectus.text import Text

MakeEntry = Callable[..., Entry]


def made_entry(key: str = "lamp", title: str = "A Lamp", links: tuple[Link, ...] = (), **said: Any) -> Entry:
    """Dates as ISO texts, authors as a list of names."""
    if isinstance(said.get("date"), str):
        said["date"] = Date.parse(said["date"])
    if isinstance(said.get("authors"), list):
        said["authors"] = Authors(tuple(map(Person.parse, said["authors"])))
    return Entry(key, Work(title=Text(title), **said), links)


@pytest.fixture(scope="session")
def make_entry() -> MakeEntry:
    return made_entry


@pytest.fixture(scope="session")
def article() -> Entry:
    """A journal's article of which everything is known."""
    return made_entry(
        "wick2023",
        r"Trimming the {W}ick in $O(\log n)$ Nights: 50\% \& more",
        (
            Link("paper", "https://doi.org/10.99999/wick_2023"),
            Link("pdf", "https://host.example/wick_(1).pdf"),
            Link("code", "https://code.example/wick"),
        ),
        authors=["Bo Sternlicht", "Jo van der Glas", "Åsa O'Löwe-Ní", "Drøbak"],
        date="2023-05-04",
        kind="article-journal",
        venue="Lights & Shadows",
        volume="7",
        issue="2",
        pages="11-29",
        publisher="Salt_Press #1",
        arxiv="2305.99901",
        doi="10.99999/wick_2023",
        keywords=("oil, lamp", "burner"),
        organization="Keepers & Co",
    )


HOSTILE = [
    "}{ {{ }} {",
    r"a\{b",
    r"\} and \} more \}",
    r"$\{ x$ or $x \}$",
    r"100% of $5 #1 & so_on ~ ^ \ end",
    "@article{fake, title={x}}",
    'He "said" it, “twice”',
    "two\nlines\r\nER  - \r\nTY  - JOUR",
    "sep\u2028arated\u0085and\x0bmore\x1cso",
    "control\x00 and \x1b[31mred",
    r"\input{/etc/passwd} \write18{ls}",
    "=HYPERLINK(1)",
    "[x](javascript:1) <script>alert(1)</script> `a` *b* | c",
    "½ α≥β 中文 — – … ﬁ",
    "ends in a backslash \\",
    "$",
    "%",
]


@pytest.fixture(params=HOSTILE)
def hostile(request: pytest.FixtureRequest) -> str:
    """A title that breaks a careless writer."""
    return str(request.param)
