"""Placing papers from the command line."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from conspectus.project import Project

Run = Callable[..., Result]
Held = Callable[[Path], dict[str, bytes]]


def test_it_shows_the_edit_what_moves_and_where(run: Run, survey: Project) -> None:
    said = run("place", "unplaced-tide", "fog").stdout
    assert "+        papers:\n+          - unplaced-tide  # Tide Tables for the Impatient\n" in said
    assert "      topic: (none) → fog\n        now in fog: pinned by the category" in said
    assert said.endswith("\nChanged content/taxonomy/topic.yaml:33\n")
    assert "        papers:\n          - unplaced-tide  #" in (survey.content / "taxonomy/topic.yaml").read_text(
        "utf-8"
    )
    assert run("check").exit_code == 0


def test_a_trial_run_writes_nothing(run: Run, survey: Project, held: Held) -> None:
    before = held(survey.root)
    said = run("place", "wick", "fog", "--only", "--dry-run").stdout
    assert "+  place: {topic: [fog]}" in said
    assert "topic: burners → fog" in said
    assert "Would change content/papers/records.yaml:10" in said
    assert held(survey.root) == before


def test_an_edit_is_made_even_if_nobody_reads_what_it_does(survey: Project, unread: Callable[..., None]) -> None:
    unread("place", "unplaced-tide", "fog", cwd=survey.root)
    assert "- unplaced-tide" in (survey.content / "taxonomy/topic.yaml").read_text("utf-8")


def test_several_papers_are_placed_at_once(run: Run) -> None:
    said = run("place", "unplaced-tide", "A Sun Valve", "fog").stdout
    assert re.search(r"\+ +papers:\n\+ +- unplaced-tide  # Tide.*\n\+ +- sun-valve  # A Sun Valve", said)


def test_a_paper_is_taken_out(run: Run) -> None:
    said = run("place", "sun-valve", "acetylene", "--remove").stdout
    assert "+    except:\n+      - sun-valve  #" in said
    assert "fuel: acetylene → (none)" in said


def test_what_is_so_already_is_told(run: Run) -> None:
    done = run("place", "bell-log", "watch")
    assert (done.exit_code, done.stdout) == (0, "Already up to date; nothing was changed.\n")


def test_where_it_stands_besides_is_told(run: Run) -> None:
    said = run("place", "bell-log", "lenses").stdout
    assert "      topic: watch, fog → watch, fog, lenses\n        now in lenses: " in said


def test_a_pin_beside_a_rule_moves_nothing(run: Run) -> None:
    assert "No papers change category." in run("place", "sun-valve", "watch").stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["bell-lgo", "fog"], "did you mean `bell-log`?"),
        (["wick", "burner"], "did you mean `burners`?"),
        (["wick", "fog", "--facet", "topics"], "did you mean `topic`?"),
        (["wick", "burners", "fog"], "'burners' is a category, and a paper was expected"),
        (["wick", "light", "--remove"], "wick is not in light\n  help: it is in burners, a subtopic"),
    ],
)
def test_a_mistake_is_told_and_nothing_written(
    run: Run, survey: Project, held: Held, arguments: list[str], words: str
) -> None:
    before = held(survey.root)
    done = run("place", *arguments)
    assert done.exit_code == 1
    assert words in done.stderr
    assert held(survey.root) == before


def test_what_contradicts_itself_is_wrong_usage(run: Run) -> None:
    assert run("place", "wick", "fog", "--only", "--remove").exit_code == 2


def test_a_file_that_cannot_be_read_is_not_edited(run: Run, survey: Project) -> None:
    path = survey.content / "taxonomy/topic.yaml"
    path.write_text(path.read_text("utf-8") + "facet: twice\n", "utf-8")
    done = run("place", "bell-log", "fog")
    assert done.exit_code == 1
    assert "topic.yaml:33:1: the key `facet` is written twice\n  help: fix this first" in done.stderr
