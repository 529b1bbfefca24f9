"""Names as records, indexes and exports write them; all of them are made up, or of people long dead."""

from __future__ import annotations

import pytest

from conspectus.model.people import Person
from conspectus.sources.names import authors_of, person_by_initials, person_of, person_of_parts


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Ludwig van Beethoven", Person("van Beethoven", "Ludwig")),
        ("van Beethoven, Ludwig", Person("van Beethoven", "Ludwig")),
        ("Ada van den Brook", Person("van den Brook", "Ada")),
        ("Guy Van den Brook", Person("Van den Brook", "Guy")),
        ("Santiago Ramón y Cajal", Person("Ramón y Cajal", "Santiago")),
        ("Ali ibn Wick", Person("ibn Wick", "Ali")),
        ("de Wick", Person("de Wick")),
        ("Samuel Lampe Jr.", Person("Lampe", "Samuel", "Jr.")),
        ("Harold Smithson III", Person("Smithson", "Harold", "III")),
        ("Martin Luther King, Jr.", Person("King", "Martin Luther", "Jr.")),
        ("Prof. Ada Wick", Person("Wick", "Ada")),
        ("Ada Wick, Ph.D.", Person("Wick", "Ada")),
        ("King, Jr., Martin", Person("King", "Martin", "Jr.")),
        ("King, Martin, Jr.", Person("King", "Martin", "Jr.")),
        ("King Jr., Martin", Person("King", "Martin", "Jr.")),
        ("King, Martin Jr.", Person("King", "Martin", "Jr.")),
        ("Lampe, V", Person("Lampe", "V")),
        ("Lampe V.A.", Person("Lampe", "V.A.")),
        ("van der Wick J.-P. Jr.", Person("van der Wick", "J.-P.", "Jr.")),
        ("Malcolm X", Person("X", "Malcolm")),
        ("Yan Lu 0005", Person("Lu", "Yan")),
        ("Ada Wick (0000-0002-1825-0097)", Person("Wick", "Ada", orcid="0000-0002-1825-0097")),
        ("{Salt and Sons} (0000-0002-1825-0097)", Person("Salt and Sons", orcid="0000-0002-1825-0097")),
        ("Wick, Ada https://orcid.org/0000-0002-1825-009x", Person("Wick", "Ada", orcid="0000-0002-1825-009X")),
        ("Ada Wick*", Person("Wick", "Ada")),
        ("Ling Team", Person("Ling Team")),
        ("The Wick Collaboration", Person("The Wick Collaboration")),
        ("Collaboration, Wick", Person("Wick Collaboration")),
        ("Society for Imaginary Lamps", Person("Society for Imaginary Lamps")),
        ("{Salt and Sons}", Person("Salt and Sons")),
        ("李 华", Person("李", "华")),
        ("李, 华", Person("李", "华")),
        ("山田 太郎", Person("山田", "太郎")),
        ("Jose\u0301 Wick", Person("Wick", "José")),
        ("Plato", Person("Plato")),
    ],
)
def test_one_name(text: str, person: Person) -> None:
    assert person_of(text) == person
    assert person_of(person.written) == person


def test_east_asian_names_are_said_family_first() -> None:
    assert (Person("李", "华").name, Person("李", "华").inverted) == ("李华", "李, 华")
    assert (Person("김", "철수").name, Person("Li", "Hua").name) == ("김철수", "Hua Li")


def test_suffixes_stand_where_indexes_have_them() -> None:
    person = Person("King", "Martin", "Jr.")
    assert (person.name, person.inverted) == ("Martin King Jr.", "King, Martin, Jr.")


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Lampe A", Person("Lampe", "A")),
        ("van der Wick JP", Person("van der Wick", "JP")),
        ("King ML Jr", Person("King", "ML", "Jr")),
        ("Lampe, Ada", Person("Lampe", "Ada")),
    ],
)
def test_names_of_medical_indexes(text: str, person: Person) -> None:
    assert person_by_initials(text) == person


def test_parts_are_put_together() -> None:
    assert person_of_parts("Wick", "Ada", particle="van der", suffix="Jr.") == Person("van der Wick", "Ada", "Jr.")
    assert person_of_parts("", "Plato") == Person("Plato")
    assert person_of_parts("", "") is None


def test_others_at_the_end_are_more() -> None:
    authors = authors_of(["Ada Wick", "et al."])
    assert authors and (authors.people, authors.others, authors.count) == ((Person("Wick", "Ada"),), True, None)
