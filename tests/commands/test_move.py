"""Moving and renaming from the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from conspectus.project import Project

Run = Callable[..., Result]
Held = Callable[[Path], dict[str, bytes]]


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["watch"], "      - id: lenses"),
        (["--top"], "  - id: lenses"),
        (["--before", "fog"], "      - id: lenses"),
        (["--after", "light"], "  - id: lenses"),
        (["--top", "--to", "fuel"], "  - id: lenses"),
    ],
)
def test_a_category_is_moved(run: Run, survey: Project, arguments: list[str], line: str) -> None:
    done = run("move", "lenses", *arguments)
    assert f"\n+{line}\n" in done.stdout
    assert "\nChanged content/taxonomy/" in done.stdout
    assert run("check").exit_code == 0


def test_a_new_address_is_told(run: Run) -> None:
    said = run("move", "lenses", "oil", "--to", "fuel", "--dry-run").stdout
    assert "Categories\n  topic: lenses → fuel/lenses\n" in said
    assert "+        was: [topic/lenses]" in said


@pytest.mark.parametrize("arguments", [[], ["watch", "--top"], ["--before", "fog", "--after", "fog"]])
def test_where_to_is_said_once(run: Run, arguments: list[str]) -> None:
    done = run("move", "lenses", *arguments)
    assert done.exit_code == 2
    assert "give exactly one of" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["move", "lense", "watch"], "did you mean `lenses`?"),
        (["move", "lenses", "wtach"], "did you mean `watch`?"),
        (["move", "light", "lenses"], "light cannot be moved below itself"),
        (["move", "lenses", "--top", "--to", "fule"], "did you mean `fuel`?"),
        (["rename", "wcik", "w"], "there is no paper and no category 'wcik'\n  help: did you mean `wick`?"),
        (["place", "ced-t", "fog"], "there is no paper 'ced-t'\n  help: did you mean `unplaced-tide`?"),
        (["rename", "Sun Valve", "w"], "there is no paper and no category 'Sun Valve'"),
        (["rename", "wick", "sun-valve"], "there is already a paper sun-valve"),
        (["rename", "fog", "watch"], "there is already a category watch"),
        (["rename", "acetylene", "oil", "--facet", "fuel"], "there is already a category oil"),
    ],
)
def test_a_mistake_is_told_and_nothing_written(
    run: Run, survey: Project, held: Held, arguments: list[str], words: str
) -> None:
    before = held(survey.root)
    done = run(*arguments)
    assert done.exit_code == 1
    assert words in done.stderr
    assert held(survey.root) == before


def test_a_paper_and_a_category_are_renamed(run: Run) -> None:
    assert "Papers renamed\n  wick → trim: " in run("rename", "wick", "trim").stdout
    assert "Categories\n  topic: fog → horns\n" in run("rename", "fog", "horns").stdout
    assert run("check").exit_code == 0
    assert "trim" in run("explain", "wick").stdout


def test_an_id_with_capitals_is_told_and_can_be_made_small(run: Run, survey: Project) -> None:
    dry = run("rename", "fog", "Fog2", "--dry-run")
    assert "`fog` would become `Fog2`; its old address redirects." in dry.stdout
    done = run("rename", "fog", "Fog2")
    assert "`fog` is now `Fog2`; its old address redirects." in done.stdout
    assert "note: addresses tell capitals" in done.stderr and "`conspectus rename Fog2 fog2` has none" in done.stderr
    small = run("rename", "Fog2", "fog2")
    assert "`Fog2` is now `fog2`.\n" in small.stdout and small.stderr == ""
    assert run("rename", "fog2", "Fog").exit_code == 0
    assert "        was: [fog2]\n" in (survey.content / "taxonomy/topic.yaml").read_text("utf-8")


def test_a_paper_called_like_a_category_needs_a_word(run: Run, survey: Project) -> None:
    (survey.content / "papers/fog.yaml").write_text("- {id: fog, title: On Fog}\n", "utf-8")
    assert "is both a paper and a category" in run("rename", "fog", "mist").stderr
    assert "fog → mist: On Fog" in run("rename", "fog", "mist", "--paper").stdout
    assert "topic: fog → horns" in run("rename", "fog", "horns", "--facet", "topic").stdout


def test_an_edit_that_would_make_an_error_is_not_written(run: Run, survey: Project, held: Held) -> None:
    (survey.content / "taxonomy/fuel.yaml").write_text("facet: fuel\ncategories:\n  - id: oil\n  - id: lenses\n")
    before = held(survey.root)
    done = run("move", "lenses", "--top", "--to", "fuel", "--facet", "topic")
    assert done.exit_code == 1
    assert "error[S009] duplicate-id: the id `lenses` is used twice" in done.stderr
    assert " --> content/taxonomy/fuel.yaml:5:9" in done.stderr
    assert "nothing was written: the content would have the error above" in done.stderr
    assert held(survey.root) == before


def test_nothing_is_renamed_while_a_file_that_may_name_it_cannot_be_read(run: Run, survey: Project) -> None:
    topic = survey.content / "taxonomy/topic.yaml"
    topic.write_text(topic.read_text("utf-8") + "also: [\n", "utf-8")
    before = (survey.content / "papers/records.yaml").read_bytes()
    done = run("rename", "wick", "candle")
    assert (done.exit_code, (survey.content / "papers/records.yaml").read_bytes()) == (1, before)
    assert "topic.yaml cannot be read in full, and may name 'wick'" in done.stderr
