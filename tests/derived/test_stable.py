"""Values that stay the same object while they are equal, from one build to the next."""

from __future__ import annotations

import pytest

from conspectus.derived import Recomputed, Stable


def test_a_value_that_equals_the_last_builds_is_that_very_object() -> None:
    first = Stable()
    value = first.get("cards", "a", lambda: ["lamp"])
    second = first.next()

    assert second.get("cards", "a", lambda: ["lamp"]) is value
    assert second.recomputed == (Recomputed("cards", (), 1),)


def test_a_value_that_differs_is_new_and_the_last_build_keeps_its_own() -> None:
    first = Stable()
    value = first.get("cards", "a", lambda: ["lamp"])
    second = first.next()

    assert second.get("cards", "a", lambda: ["horn"]) == ["horn"]
    assert first.get("cards", "a", lambda: ["horn"]) is value
    assert second.recomputed == (Recomputed("cards", ("a",), 1),)


def test_numbers_that_python_finds_equal_differ_where_that_matters() -> None:
    first = Stable()
    first.get("descriptions", "a", lambda: [("saved", 1), ("score", 0.0)], exact=True)

    for value in ([("saved", True), ("score", 0.0)], [("saved", 1.0), ("score", 0.0)], [("saved", 1), ("score", -0.0)]):
        assert repr(first.next().get("descriptions", "a", lambda it=value: it, exact=True)) == repr(value)


def test_a_value_is_made_once_in_a_build() -> None:
    made: list[str] = []
    values = Stable()
    for _ in range(2):
        values.get("cards", "a", lambda: made.append("a"))

    assert made == ["a"]


def test_a_value_whose_inputs_are_unchanged_is_not_made_again() -> None:
    first = Stable()
    value = first.get("cards", "a", lambda: ["lamp"])

    assert first.next().get("cards", "a", lambda: pytest.fail("it was made"), unchanged=True) is value
    assert first.next().get("cards", "b", lambda: ["horn"], unchanged=True) == ["horn"]


def test_kinds_are_told_apart_and_what_nobody_asks_for_is_forgotten() -> None:
    first = Stable()
    value = first.get("cards", "a", lambda: ["lamp"])

    assert first.next().get("rows", "a", lambda: ["lamp"]) is not value
    assert first.next().next().get("cards", "a", lambda: ["lamp"]) is not value


def test_a_value_may_be_made_from_the_last_builds() -> None:
    first = Stable()
    assert first.patched("index", "", lambda before: [*(before or ["lamp"]), "wick"]) == ["lamp", "wick"]

    assert first.next().patched("index", "", lambda before: [*(before or []), "horn"]) == ["lamp", "wick", "horn"]
