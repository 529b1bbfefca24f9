"""Why a paper is where it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import Result

from conspectus.project import Project

Run = Callable[..., Result]


@pytest.mark.parametrize(
    "wanted",
    [
        "wick",
        "wick-trimming",
        "2305.99901",
        "https://arxiv.org/abs/2305.99901v2",
        "trimming the wick",
        "Trimming the Wick in $O(\\log n)$ Nights",
    ],
)
def test_a_paper_is_found_by_any_of_its_names(run: Run, wanted: str) -> None:
    done = run("explain", wanted)
    assert done.exit_code == 0
    assert done.stdout.splitlines()[1].startswith("  wick · 2023-05-04 · arXiv 2305.99901")


def test_a_doi_is_a_name_too(run: Run) -> None:
    assert "sun-valve" in run("explain", "https://doi.org/10.99999/SUN.valve").stdout


def test_it_tells_the_records_and_what_made_them_one(run: Run) -> None:
    said = run("explain", "wick").stdout
    assert "content/papers/records.yaml:2:" in said
    assert "content/papers/export.bib:" in said
    assert "by arXiv id 2305.99901" in said


def test_it_tells_what_readers_are_spared(run: Run) -> None:
    said = run("explain", "Fog Horns That Listen").stdout
    assert "  date inferred from: file name" in said
    assert "Listed\n  2024-07-10, in daily-2024-07-10-lamps, comments 3" in said


def test_it_tells_every_place_with_its_reason_and_line(run: Run) -> None:
    by_hand = run("explain", "wick").stdout
    assert "topic: Making light › Burners (burners)" in by_hand
    assert "placed by its record (content/papers/records.yaml:" in by_hand
    by_rule = run("explain", "sun-valve").stdout
    assert (
        "matched “Sun Valve” in the title (content/taxonomy/topic.yaml:" in by_rule
        or "matched “Unattended” in" in by_rule
    )
    by_pin = run("explain", "bell-log").stdout
    assert "pinned by the category (content/taxonomy/topic.yaml:" in by_pin


def test_it_tells_which_rules_nearly_matched(run: Run, survey: Project) -> None:
    with (survey.content / "taxonomy/fuel.yaml").open("a", encoding="utf-8") as file:
        file.write("  - id: gas\n    title: Gas\n    match: {any: [gas], none: [sun valve]}\n")
    said = run("explain", "sun-valve").stdout
    assert "Near misses" in said
    assert "fuel: gas" in said


def test_a_paper_without_categories_has_none(run: Run) -> None:
    assert "  none: no rule matches" in run("explain", "unplaced-tide").stdout


def test_a_name_that_fits_several_lists_them(run: Run) -> None:
    done = run("explain", "the")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "bell-log: What the Bell Wrote Down" in done.stderr
    assert "unplaced-tide: Tide Tables" in done.stderr


def test_a_name_that_fits_none_proposes_one(run: Run) -> None:
    done = run("explain", "sun-vlave")
    assert done.exit_code == 1
    assert "did you mean `sun-valve`?" in done.stderr
