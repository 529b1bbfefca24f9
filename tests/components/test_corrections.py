"""“Suggest a correction”: the issue form it leads to, and where there is none."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from conspectus.catalog import Catalog
from conspectus.components.corrections import correction, line
from conspectus.diagnostics import Span
from conspectus.language import ENGLISH
from conspectus.model.survey import Survey

GITHUB = "https://github.com/keepers/lamps"


def form(survey: Survey, id: str, repository: str = GITHUB) -> str:
    return correction(replace(survey.settings, repository=repository), ENGLISH, Catalog.of(survey).papers[id])


def test_the_form_is_filled_in_with_the_paper_and_where_it_is_written(lamps: Survey) -> None:
    address = form(lamps, "wick")
    assert address.startswith(f"{GITHUB}/issues/new?title=Correction%3A%20Trimming")
    said = parse_qs(urlsplit(address).query, strict_parsing=True)
    assert said["title"] == ["Correction: Trimming the Wick in O(log n) Nights"]
    assert said["body"][0].splitlines()[:2] == [
        "Page: https://keepers.example/lamps/papers/wick/",
        "Source: content/papers/lamps.yaml, line 3",
    ]


def test_a_hostile_title_stays_one_parameter(lamps: Survey) -> None:
    address = form(lamps, "hostile")
    assert not set("<>\"' ") & set(address)
    said = parse_qs(urlsplit(address).query, strict_parsing=True)
    assert set(said) == {"title", "body"} and "<script>" in said["title"][0]
    assert "script" not in said["body"][0]


def test_a_long_title_does_not_make_the_address_too_long(make_paper, make_survey) -> None:  # type: ignore[no-untyped-def]
    assert len(form(make_survey([make_paper("x", "灯" * 5000)]), "x")) < 4000


def test_half_a_character_does_no_harm(make_paper, make_survey) -> None:  # type: ignore[no-untyped-def]
    assert "title=Correction%3A%20a&body=" in form(make_survey([make_paper("x", "a\ud800")]), "x")


@pytest.mark.parametrize("repository", [f"{GITHUB}/", f"{GITHUB}.git", "http://www.github.com/keepers/lamps"])
def test_one_repository_is_known_in_every_spelling(repository: str, lamps: Survey) -> None:
    assert form(lamps, "wick", repository) == form(lamps, "wick")


@pytest.mark.parametrize(
    "repository",
    [
        "",
        "https://code.example/lamps",
        "https://github.com/keepers",
        "https://github.com.example/a/b",
        f"{GITHUB}/tree",
    ],
)
def test_elsewhere_there_is_no_form(repository: str, lamps: Survey) -> None:
    assert form(lamps, "wick", repository) == ""
    assert line(replace(lamps.settings, repository=repository), Span("content/papers/lamps.yaml", 3)) == ""


def test_a_line_of_the_content_is_found_in_the_repository(lamps: Survey) -> None:
    at = line(replace(lamps.settings, repository=GITHUB), Span("content/papers/my lamps#1.yaml", 3))
    assert at == f"{GITHUB}/blob/HEAD/content/papers/my%20lamps%231.yaml#L3"
