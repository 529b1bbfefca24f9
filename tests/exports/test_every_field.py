"""Each export says every field of a paper that may be given away, or leaves it out for a reason that stands here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from conspectus.catalog.paper_links import links
from conspectus.diagnostics import Span
from conspectus.exports import EXPORTS, Entry, awesome, write
from conspectus.model.people import Authors, Person
from conspectus.model.when import Date
from conspectus.model.work import FIELDS, Link, Named, Work
from conspectus.text import Text

CODE = "formats of references have no word for it; its address is a link"
LISTINGS = dict.fromkeys(("subject", "score", "comments", "listed"), "what a listing said on one day")
SURVEY = dict.fromkeys(("added", "summary", "facts", "place", "was"), "the survey's own, and not the work's")
OUR_OWN = {"code": CODE} | LISTINGS | SURVEY

SHORT = "a line for people, whose link leads to the rest"
FOR_PEOPLE = OUR_OWN | dict.fromkeys(
    ("kind", "organization", "volume", "issue", "pages", "publisher", "language", "keywords"), SHORT
)

LEFT_OUT: dict[str, dict[str, str]] = {
    "BibTeX": OUR_OWN,
    "RIS": OUR_OWN | {"organization": "RIS has a publisher alone"},
    "CSL-JSON": OUR_OWN | {"organization": "CSL has a publisher alone"},
    "CSV": OUR_OWN,
    "Markdown": FOR_PEOPLE,
    "awesome": FOR_PEOPLE,
}
"""What each export leaves out, and why."""

WHOLE = Work(
    title=Text("A Lamp"),
    authors=Authors((Person("Lampe", "Ada"),)),
    date=Date(2023, 5, 4),
    abstract=Text("Made up."),
    arxiv="2305.99901",
    doi="10.99999/lamp",
    venue="Lights",
    kind="thesis",
    organization="Salt Works",
    subject="CV",
    score=94.5,
    comments=3,
    code=True,
    volume="7",
    issue="2",
    pages="11-29",
    publisher="Salt Press",
    language="de",
    keywords=("oil",),
    urls=(Link("code", "https://code.example/lamp"), Link("paper", "https://lights.example/lamp")),
    listed=("daily-2024-07-10",),
    added=Date(2024, 7, 10),
    summary="It shines.",
    facts=(("saved", "40%"),),
    place=(("topic", (Named("burners", Span("a.yaml"), Span("a.yaml")),)),),
    was=("old-lamp",),
)
BASES = (WHOLE, replace(WHOLE, publisher=None), replace(WHOLE, arxiv=None), replace(WHOLE, arxiv=None, doi=None))
"""A format may say a field only where it does not know a better one."""


def listed(entries: list[Entry]) -> str:
    return awesome.write("Lamps", "", [awesome.Chapter("All", tuple(entries))])


WRITERS: dict[str, Callable[[list[Entry]], str]] = {format.NAME: partial(write, format) for format in EXPORTS}
WRITERS["awesome"] = listed


def says(write: Callable[[list[Entry]], str], name: str) -> bool:
    """Whether an export is another text when a field is not known."""

    def text(work: Work) -> str:
        return write([Entry("lamp", work, links(work))])

    unknown = getattr(Work(), name)
    return any(text(base) != text(replace(base, **{name: unknown})) for base in BASES)


def test_everything_is_known_of_the_paper_that_is_tried() -> None:
    assert all(getattr(WHOLE, field.name) not in (None, ()) for field in FIELDS)


@pytest.mark.parametrize("name", WRITERS)
def test_an_export_says_a_field_or_leaves_it_out_for_a_reason(name: str) -> None:
    unsaid = {field.name for field in FIELDS if field.exported and not says(WRITERS[name], field.name)}
    assert unsaid == LEFT_OUT[name].keys()


@pytest.mark.parametrize("name", WRITERS)
def test_what_is_not_ours_is_given_away_by_none(name: str) -> None:
    for field in FIELDS:
        assert field.exported or not says(WRITERS[name], field.name), field.name


def test_a_field_is_cited_if_any_export_says_it() -> None:
    said = {field.name for field in FIELDS if any(says(write, field.name) for write in WRITERS.values())}
    assert said == {field.name for field in FIELDS if field.cited}
