"""Names: which part is the family's."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from conspectus.model.people import Authors, Person, shortened


@pytest.mark.parametrize(
    "text, family, given",
    [
        ("Ada Lamplighter", "Lamplighter", "Ada"),
        ("Lamplighter, Ada", "Lamplighter", "Ada"),
        ("Ludwig van der Lampe", "van der Lampe", "Ludwig"),
        ("van der Lampe, Ludwig", "van der Lampe", "Ludwig"),
        ("Jean-Luc B. du Phare", "du Phare", "Jean-Luc B."),
        ("Madonna", "Madonna", ""),
        ("  Ada \n  Lamplighter ", "Lamplighter", "Ada"),
        ("Lamplighter,", "Lamplighter", ""),
        ("Di Lampe", "Lampe", "Di"),
    ],
)
def test_a_name_is_taken_apart(text: str, family: str, given: str) -> None:
    assert Person.parse(text) == Person(family, given)


def test_a_name_is_said_and_filed() -> None:
    person = Person("van der Lampe", "Ludwig")
    assert (person.name, person.inverted) == ("Ludwig van der Lampe", "van der Lampe, Ludwig")
    assert (Person("Madonna").name, Person("Madonna").inverted) == ("Madonna", "Madonna")


WORD = st.text(alphabet="abcdefgXYZ-.é", min_size=1, max_size=8)


@given(st.lists(WORD, min_size=1, max_size=5))
def test_what_is_filed_is_the_same_person(words: list[str]) -> None:
    assume(shortened(" ".join(words)) is None)  # whose family name stands first
    person = Person.parse(" ".join(words))
    assert Person.parse(person.inverted) == person
    assert person.name == " ".join(words)


def test_the_number_of_authors_is_known_where_all_are_named() -> None:
    two = (Person("Lamp"), Person("Bell"))
    assert Authors(two).count == 2
    assert Authors(two, others=True).count is None
    assert Authors(two, others=True, count=9).count == 9
    assert Authors(count=7).count == 7
    assert Authors().count is None


def test_a_family_named_like_a_body_keeps_its_initials_behind() -> None:
    assert Person.parse("Bureau, F") == Person("Bureau", "F")
    assert Person.parse("Council, J.-P.") == Person("Council", "J.-P.")
    assert Person.parse("Lab, AI") == Person("AI Lab")
