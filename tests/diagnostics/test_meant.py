"""Guessing what was meant. All words here are made up."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.diagnostics import did_you_mean, nearest

KNOWN = ["title", "tagline", "language", "base_url", "Newest"]


@pytest.mark.parametrize(
    "word, meant",
    [
        ("titel", "title"),
        ("TITLE", "title"),
        ("newst", "Newest"),
        ("base-url", "base_url"),
        ("langage", "language"),
        ("colour", None),
        ("", None),
    ],
)
def test_a_slip_is_seen_through_and_a_stranger_is_not(word: str, meant: str | None) -> None:
    assert nearest(word, KNOWN) == meant


def test_of_words_equally_near_the_first_in_order_is_meant_whatever_theirs() -> None:
    assert nearest("lamq", ["lamp", "lamb"]) == nearest("lamq", ["lamb", "lamp"]) == "lamb"


def test_a_help_names_it() -> None:
    assert did_you_mean("titel", KNOWN) == "did you mean `title`?"
    assert did_you_mean("colour", KNOWN) == ""


def test_a_part_of_words_names_those_that_are_few() -> None:
    ids = ["moller2019dough", "wick2020", "moller2021oven"]
    assert did_you_mean("Moller", ids) == "did you mean `moller2019dough` or `moller2021oven`?"
    assert did_you_mean("mo", ids) == ""
    assert did_you_mean("moller", [f"moller{year}" for year in range(2000, 2010)]) == ""


@given(st.text(), st.lists(st.text()))
def test_what_is_meant_is_known(word: str, known: list[str]) -> None:
    assert nearest(word, known) in (None, *known)


def test_a_thousand_slips_among_ten_thousand_ids_take_no_minute() -> None:
    ids = [f"{word}-{number}" for number in range(2500) for word in ("wick-trimming", "sun-valve", "bell", "fog-horn")]
    began = time.perf_counter()
    for number in range(100):
        assert nearest(f"sun-vlave-{number}", ids) is not None
    assert time.perf_counter() - began < 20
