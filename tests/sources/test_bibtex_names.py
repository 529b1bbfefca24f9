"""Names in BibTeX that are not divided as BibTeX asks for; all of them are made up."""

from __future__ import annotations

import pytest

from conspectus.model.paper import Reading, Source
from conspectus.sources import bibtex
from conspectus.sources.bibtex_names import authors_of
from conspectus.sources.name_lists import UNTOLD


def parse(*fields: str) -> Reading:
    text = "".join(f"@misc{{k{n}, title = {{Lamps {n}}}, author = {{{field}}}}}\n" for n, field in enumerate(fields))
    return bibtex.parse(Source("refs.bib", text.encode(), "d"))


def names(reading: Reading) -> list[tuple[str, ...]]:
    authors = reading.records[0].work.authors
    people = authors.people if authors else ()
    return [(person.family, person.given, *filter(None, [person.suffix])) for person in people]


WICK_OIL = [("Wick", "Ada"), ("Oil", "Bo")]
SHORT = [("Wick", "A."), ("Oil", "B.")]


@pytest.mark.parametrize(
    ("field", "people"),
    [
        ("Ada Wick \\& Bo Oil", WICK_OIL),
        ("Ada Wick & Bo Oil", WICK_OIL),
        ("Wick, Ada \\& Oil, Bo", WICK_OIL),
        ("Wick \\& Oil", [("Wick & Oil", "")]),
        ("Salt \\& Oil Group", [("Salt & Oil Group", "")]),
        ("Wick, A., Oil, B.", SHORT),
        ("Wick, A., Oil, B., \\& Fay, C.", [*SHORT, ("Fay", "C.")]),
        ("Wick, A., Oil, B. and Fay, C.", [*SHORT, ("Fay", "C.")]),
        ("A. Wick, B. Oil", SHORT),
        ("Wick A. and Oil B.", SHORT),
        ("Wick A., Oil B.", SHORT),
        ("W{\\'i}ck A. and van der Oil B.", [("Wíck", "A."), ("van der Oil", "B.")]),
        ("Wick A and Oil BC", [("Wick", "A"), ("Oil", "BC")]),
        ("Malcolm X and Ada Wick", [("X", "Malcolm"), ("Wick", "Ada")]),
        ("Ada Wick, Bo Oil and Cy Fay", [*WICK_OIL, ("Fay", "Cy")]),
        ("Wick Salt, Ada Bo and Oil, Bo", [("Wick Salt", "Ada Bo"), ("Oil", "Bo")]),
        ("Wick Salt, {Ada} Bo", [("Wick Salt", "Ada Bo")]),
        ("de la Wick, Ada Bo", [("de la Wick", "Ada Bo")]),
        ("Wick, Jr., Ada", [("Wick", "Ada", "Jr.")]),
    ],
)
def test_names_between_other_signs_are_taken_apart(field: str, people: list[tuple[str, ...]]) -> None:
    reading = parse(field)
    assert (names(reading), reading.remarks) == (people, ())


def test_one_comma_between_whole_names_is_read_as_in_the_other_entries() -> None:
    one = "Wick Salt, Ada Bo"
    inside, between = parse(one, "Oil, Bo"), parse(one, "Bo Oil and Cy Fay")
    assert (names(inside), inside.remarks) == ([("Wick Salt", "Ada Bo")], ())
    assert (names(between), between.remarks) == ([("Salt", "Wick"), ("Bo", "Ada")], ())


@pytest.mark.parametrize(
    ("field", "people"),
    [
        ("Wick Salt, Ada Bo", [("Wick Salt", "Ada Bo")]),
        ("Wick, Ada, Oil, Bo", [("Wick, Ada, Oil, Bo", "")]),
    ],
)
def test_what_may_be_one_name_or_several_is_told(field: str, people: list[tuple[str, ...]]) -> None:
    reading = parse(field)
    assert names(reading) == people
    assert reading.unread == (f"line 1: {UNTOLD} `{field}`; write `and` between the names",)


def test_an_organization_in_braces_beside_others_is_one_whatever_stands_in_it() -> None:
    """A whole list in braces is one of names."""
    two, _ = authors_of("{Salt Board} and {Assembly of Oil and Lamp Sciences, Royal Wick Council}")
    assert two and [person.name for person in two.people][1] == "Assembly of Oil and Lamp Sciences, Royal Wick Council"
    listed, _ = authors_of("{Ada Wick, Bo Oil and Cy Fay}")
    assert listed and [person.name for person in listed.people] == ["Ada Wick", "Bo Oil", "Cy Fay"]
