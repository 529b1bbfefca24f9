"""A small survey made by hand, from values alone: what pages show of it needs no file and no other stage.

The rooms whose tests are about it take the fixtures over in their `conftest.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import pytest

from conspectus.catalog import Catalog
from conspectus.diagnostics import Span
from conspectus.model.paper import Alike, Authority, Library, Paper, Record
from conspectus.model.people import Authors, Person
from conspectus.model.query import Queries, Query, Within
from conspectus.model.settings import Column, Settings, Table
from conspectus.model.survey import Note, Placement, Reason, Survey
from conspectus.model.taxonomy import Category, Facet, Match, Phrase, Taxonomy
from conspectus.model.when import Date
from conspectus.model.work import Link, Reference, Work
from conspectus.text import Text
from made_up_places import placing

SPAN = Span("content/papers/lamps.yaml", 3)
HERE = Span("content/taxonomy/topic.yaml", 7)

MakePaper = Callable[..., Paper]
MakeSurvey = Callable[..., Survey]


def made_paper(id: str, title: str = "", *, authority: Authority = Authority.CURATOR, **said: Any) -> Paper:
    """A paper of one record; dates as ISO texts, authors as a list of names."""
    if isinstance(said.get("date"), str):
        said["date"] = Date.parse(said["date"])
    if isinstance(said.get("authors"), list):
        said["authors"] = Authors(tuple(map(Person.parse, said["authors"])))
    work = Work(title=Text(title or f"The paper called {id}"), **said)
    origins = {"title": SPAN, **dict.fromkeys(said, SPAN)}
    return Paper(id, work, (Record(work, SPAN, authority, id),), origins)


def made_survey(papers: Iterable[Paper], facets: Iterable[Facet] = (), **said: Any) -> Survey:
    """A survey of these papers; `places` is a list of (paper, facet, category) or (…, reason)."""
    placements: dict[str, tuple[Placement, ...]] = {}
    for paper, facet, category, *reason in said.pop("places", ()):
        why = reason[0] if reason else Reason("rule", HERE, "lamp", "title", "Lamps")
        placements[paper] = (*placements.get(paper, ()), Placement(paper, facet, category, why))
    library = Library(tuple(sorted(papers, key=lambda paper: paper.id)), apart=said.pop("apart", ()))
    where = placing(placements, tuple(facets), library.by_id)
    settings = said.pop("settings", Settings(title="Lamps", base_url="https://keepers.example/lamps/"))
    return Survey(settings, (), library, Taxonomy(tuple(facets)), where, **said)


def category(id: str, title: str, *children: Category, **said: Any) -> Category:
    return Category(id, title, HERE, children=children, **said)


TOPICS = Facet(
    "topic",
    "Topics",
    HERE,
    "What a lighthouse does.",
    (
        category(
            "light",
            "Making light",
            category("burners", "Burners"),
            category("lenses", "Lenses & <prisms>"),
            about="From oil to gas, as [@wick] tells; see [@nobody].",
            was=("burning",),
        ),
        category("watch", "Keeping watch", category("fog", "Fog signals")),
        category("idle", "Nothing yet"),
    ),
)
FUEL = Facet("fuel", "Fuel", HERE, "", (category("oil", "Oil"), category("gas", "Gas")))

NAMES = ["Ada Lampe", "Bo Sternlicht", "Cy Klang", "Di Nebel", "Ed Riff", "Flo Tide", "Gus van der Glas"]

PAPERS = (
    made_paper(
        "wick",
        r"Trimming the Wick in $O(\log n)$ Nights",
        authors=NAMES,
        date="2023-05-04",
        arxiv="2305.99901",
        venue="Journal of Imaginary Lights",
        kind="article-journal",
        volume="7",
        keywords=("oil", "burner"),
        summary="A keeper who *halves* needs seven visits. Builds on [@valve].",
        facts=(("saved", "40%"), ("manned", True), ("reach_nm", 12)),
        urls=(Link("code", "https://code.example/wick"), Link("other", "https://arxiv.org/abs/2305.99901")),
        was=("wick-trimming",),
        abstract=Text(r"We made up this abstract: it saves 21\% and lies at https://plans.example/wick for all."),
    ),
    made_paper(
        "valve",
        "A Sun Valve for Unattended Lights",
        authors=["Gustaf Dahlberg"],
        date="2022-11",
        doi="10.99999/sun.valve",
        organization="Drøbak Signal Works",
        facts=(("saved", "1,200 litres"),),
    ),
    made_paper(
        "bell",
        "What the Bell Wrote Down",
        authority=Authority.LISTING,
        authors=Authors(count=12),
        date=Date(2024, 2, 29, inferred="head"),
        arxiv="2402.99903",
        score=94.2,
        comments=3,
        subject="CV",
        listed=("daily-2024-02-29",),
        code=True,
    ),
    made_paper("tide", "Tide Tables for the Impatient"),
    made_paper(
        "hostile",
        "<script>alert(\"title\")</script> & 'quotes' </title> ]]> {{ shell }}",
        authors=['<img src=x onerror=alert(1)> "Q" O\'Brien'],
        date="2021",
        venue='"><b>bold',
        organization='Ünder "quoted" <org>',
        keywords=("<i>",),
        summary='<script>alert("summary")</script> [click](javascript:alert(1)) "quoted" & <b>bold</b>',
        urls=(Link("project", "https://host.example/a?b=1&c='x'"), Link("code", "javascript:alert(1)")),
        facts=(("<fact>", "<5%"),),
    ),
)

PLACES = (
    ("wick", "topic", "burners"),
    ("wick", "topic", "lenses", Reason("pin", HERE)),
    ("wick", "fuel", "oil"),
    ("valve", "topic", "watch", Reason("curator", SPAN)),
    ("valve", "topic", "lenses"),
    ("bell", "topic", "fog"),
    ("bell", "fuel", "nowhere"),  # a category that is not in the taxonomy: a check reports it
    ("hostile", "topic", "burners", Reason("rule", HERE, "x", "title", '<script>"')),
)


OF_LIGHT = Query(
    "of-light",
    "Of light & <dark>",
    HERE,
    "As [@wick] asks.",
    match=Match(HERE, any=(Phrase("lamp", HERE), Phrase("/wicks?/", HERE)), none=(Phrase("bell", HERE),)),
    within=(Within(Reference("topic", HERE), (Reference("light", HERE), Reference("watch", HERE))),),
    since=2021,
    until=2023,
    was=("dark", "of-lamps"),
)


@pytest.fixture(scope="session")
def make_paper() -> MakePaper:
    return made_paper


@pytest.fixture(scope="session")
def make_survey() -> MakeSurvey:
    return made_survey


@pytest.fixture(scope="session")
def lamps() -> Survey:
    """Papers known well, hardly, and by somebody who means harm; in two facets, one of them a tree."""
    columns = (Column("saved", "Saved", "figure", SPAN), Column("manned", "Manned", "flag", SPAN))
    table = Table(Reference("light", SPAN), tuple(Reference(column.id, SPAN) for column in columns))
    return made_survey(
        PAPERS,
        (TOPICS, FUEL),
        places=PLACES,
        apart=(Alike("bell", "tide", "the same authors & <year>"),),
        pages=(
            Note("about", "About <these> lamps", "It begins with [@wick].\n\n## Why\n\nFor ships.", SPAN),
            Note("index", "Welcome", "Lights that need *no* keeper.", SPAN),
        ),
        queries=Queries((OF_LIGHT,), {"of-light": frozenset(["wick", "hostile"])}),
        notes=(Note("valve", "A note", "The saving is for clear years.", SPAN),),
        settings=Settings(
            title="Lamps & <lights>",
            tagline="From the wick to the watch",
            author="The keepers",
            base_url="https://keepers.example/lamps/",
            repository="https://code.example/lamps",
            newest=3,
            columns=columns,
            tables=(table,),
        ),
    )


@pytest.fixture(scope="session")
def catalog(lamps: Survey) -> Catalog:
    return Catalog.of(lamps)


@pytest.fixture(scope="session")
def lamps_at(lamps: Survey) -> Callable[[str], Survey]:
    """The same survey, published at another address."""
    return lambda base_url: replace(lamps, settings=replace(lamps.settings, base_url=base_url))


@pytest.fixture(scope="session")
def many() -> Survey:
    """120 papers, all below one topic: lists that need more than one page."""
    papers = [made_paper(f"p{number:03}", date=f"{2000 + number % 20}") for number in range(120)]
    return made_survey(papers, (TOPICS,), places=[(paper.id, "topic", "burners") for paper in papers])
